import { newId, newToken, hashOf } from './ids.ts';
import type { Links, LinkRole } from '../api.ts';
import type { Records } from '../log/records.ts';
import { PASS, type StoredPass, type Passes } from './passes.ts';

export type RoleLinks = Omit<Links, 'make'> & {
  make(gathering: string, role: LinkRole): Promise<{ id: string; token: string }>;
};

/** Role links. `ended` hears of every link that opens nothing any more. */
export function createRoleLinks(records: Records, passes: Passes, ended: (credential: string) => void): RoleLinks {
  const groupOf = (gathering: string) => `links:${gathering}`;

  return {
    async make(gathering, role) {
      const [id, token] = [newId(), newToken()];
      const kept: StoredPass = { gathering, role, person: null, link: id, madeAt: Date.now() };
      await records.put(PASS, hashOf(token), kept, { group: groupOf(gathering) });
      return { id, token };
    },
    async list(gathering) {
      const kept = (await records.list(PASS, groupOf(gathering))).map(({ value }) => value as StoredPass);
      return kept
        .map(({ link, role, madeAt }) => ({ id: link ?? '', role: role as LinkRole, madeAt }))
        .sort((one, other) => one.madeAt - other.madeAt);
    },
    async end(gathering, id) {
      const kept = await records.list(PASS, groupOf(gathering));
      const link = kept.find(({ value }) => (value as StoredPass).link === id);
      if (!link) return;
      await records.remove(PASS, link.key);
      ended(`link:${id}`);
    },
    async pass(token) {
      const found = await passes.ticket(token);
      return found && { gathering: found.gathering, role: found.role, person: found.person };
    }
  };
}

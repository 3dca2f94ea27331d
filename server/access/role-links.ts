import { freshId, freshToken, hashOf } from './ids.ts';
import type { Links, LinkRole } from '../api.ts';
import type { Records } from '../log/records.ts';
import { PASS, type KeptPass, type Passes } from './passes.ts';

export type KeptLinks = Omit<Links, 'make'> & {
  make(gathering: string, role: LinkRole): Promise<{ id: string; token: string }>;
};

/** Role links. `ended` hears of every link that opens nothing any more. */
export function keepLinks(records: Records, passes: Passes, ended: (ground: string) => void): KeptLinks {
  const groupOf = (gathering: string) => `links:${gathering}`;

  return {
    async make(gathering, role) {
      const [id, token] = [freshId(), freshToken()];
      const kept: KeptPass = { gathering, role, person: null, link: id, madeAt: Date.now() };
      await records.put(PASS, hashOf(token), kept, { group: groupOf(gathering) });
      return { id, token };
    },
    async list(gathering) {
      const kept = (await records.list(PASS, groupOf(gathering))).map(({ value }) => value as KeptPass);
      return kept
        .map(({ link, role, madeAt }) => ({ id: link ?? '', role: role as LinkRole, madeAt }))
        .sort((one, other) => one.madeAt - other.madeAt);
    },
    async end(gathering, id) {
      const kept = await records.list(PASS, groupOf(gathering));
      const link = kept.find(({ value }) => (value as KeptPass).link === id);
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

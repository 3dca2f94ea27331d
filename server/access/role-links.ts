import { newId, newToken, hashOf } from './ids.ts';
import type { Links, LinkRole } from '../page-api.ts';
import type { Records } from '../log/records.ts';
import { credentialOfLink, passOf, type StoredPass } from './identity.ts';
import { PASS, type Passes } from './passes.ts';

export type RoleLinks = Omit<Links, 'make'> & {
  make(gathering: string, role: LinkRole): Promise<{ id: string; token: string }>;
  /** Ends every link. */
  forget(gathering: string): Promise<void>;
};

/** Makes, lists and ends role links. Calls `ended` with the credential of each link that was ended. */
export function createRoleLinks(records: Records, passes: Passes, ended: (credential: string) => void): RoleLinks {
  const groupOf = (gathering: string) => `links:${gathering}`;

  return {
    async make(gathering, role) {
      const [id, token] = [newId(), newToken()];
      const stored: StoredPass = { gathering, role, person: null, link: id, madeAt: Date.now() };
      await records.put(PASS, hashOf(token), stored, { group: groupOf(gathering) });
      return { id, token };
    },
    async list(gathering) {
      const links = (await records.list(PASS, groupOf(gathering))).map(({ value }) => value as StoredPass);
      return links
        .map(({ link, role, madeAt }) => ({ id: link ?? '', role: role as LinkRole, madeAt }))
        .sort((one, other) => one.madeAt - other.madeAt);
    },
    async end(gathering, id) {
      const links = await records.list(PASS, groupOf(gathering));
      const link = links.find(({ value }) => (value as StoredPass).link === id);
      if (!link) return;
      await records.remove(PASS, link.key);
      ended(credentialOfLink(id));
    },
    forget: (gathering) => records.removeGroup(PASS, groupOf(gathering)),
    async pass(token) {
      const found = await passes.byToken(token);
      return found && passOf(found);
    }
  };
}

import type { Records } from '../log/records.ts';
import { ACCOUNT_COOKIE, linkCookie, personalCookie } from '#wire/cookies.ts';
import type { Surface } from '#wire/messages.ts';
import { newToken, hashOf } from './ids.ts';
import type { Accounts } from '../page-api.ts';
import {
  credentialOfLink,
  credentialOfPerson,
  credentialOfSignIn,
  type CredentialedPass,
  type Grant,
  type StoredPass
} from './identity.ts';

export const PASS = 'pass';
/** As long as a browser keeps a cookie: whoever joined may correct and erase for as long as the gathering is kept. */
const PERSONAL_MS = 400 * 24 * 3600_000;

export type Passes = {
  /** Makes the token that a person who joined keeps in a cookie; it ends with the gathering. */
  grant(gathering: string, person: string): Promise<Grant>;
  /** Ends the tokens of everybody who joined. */
  forget(gathering: string): Promise<void>;
  /** What a token opens, whether it came by a role link or by joining. Null when it is unknown, ended or expired. */
  byToken(token: string): Promise<CredentialedPass | null>;
  /**
   * What the cookies of a client open on a surface of a gathering. An attacker may send any cookie and name any
   * gathering; a token opens only the gathering it was made for.
   */
  on(
    surface: Surface,
    gathering: string,
    cookie: (name: string) => string | undefined
  ): Promise<CredentialedPass | null>;
};

export function createPasses(
  records: Records,
  accounts: Pick<Accounts, 'whose'>,
  owns: (account: string, gathering: string) => boolean | Promise<boolean>
): Passes {
  const groupOf = (gathering: string) => `people:${gathering}`;

  async function byToken(token: string): Promise<CredentialedPass | null> {
    const record = await records.get(PASS, hashOf(token));
    if (!record) return null;
    const { gathering, role, person, link } = record.value as StoredPass;
    return { gathering, role, person, credential: link ? credentialOfLink(link) : credentialOfPerson(person ?? '') };
  }

  async function tokenFor(gathering: string, token: string | undefined): Promise<CredentialedPass | null> {
    const found = token ? await byToken(token) : null;
    return found?.gathering === gathering ? found : null;
  }

  async function organizer(gathering: string, token: string | undefined): Promise<CredentialedPass | null> {
    const signedIn = token ? await accounts.whose(token) : null;
    if (!token || !signedIn || !(await owns(signedIn.account.id, gathering))) return null;
    return { gathering, role: 'organizer', person: null, credential: credentialOfSignIn(hashOf(token)) };
  }

  return {
    byToken,
    async grant(gathering, person) {
      const token = newToken();
      const expires = Date.now() + PERSONAL_MS;
      const stored: StoredPass = { gathering, role: 'participant', person, link: null, madeAt: Date.now() };
      await records.put(PASS, hashOf(token), stored, { group: groupOf(gathering), expiresAt: expires });
      return { token, expires };
    },
    forget: (gathering) => records.removeGroup(PASS, groupOf(gathering)),
    async on(surface, gathering, cookie) {
      if (surface === 'phone') {
        const own = await tokenFor(gathering, cookie(personalCookie(gathering)));
        return own?.role === 'participant' ? own : null;
      }
      const leads = await organizer(gathering, cookie(ACCOUNT_COOKIE));
      const linked = leads ? null : await tokenFor(gathering, cookie(linkCookie(gathering)));
      const best = leads ?? linked;
      if (!best || best.role === 'participant') return null;
      if (surface === 'board') return { ...best, role: 'viewer' };
      return best.role === 'viewer' ? null : best;
    }
  };
}

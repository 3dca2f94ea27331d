import type { Records } from '../log/records.ts';
import { ACCOUNT_COOKIE, linkCookie, personalCookie } from '#wire/cookies.ts';
import type { Surface } from '#wire/messages.ts';
import { newToken, hashOf } from './ids.ts';
import type { Accounts, Grant, Pass } from '../api.ts';

/** A pass and what it rests on: when that ends (a link, a sign-in), so does every live connection that rests on it. */
export type Ticket = Pass & { readonly credential: string };

/** What the store keeps under the hash of a token. */
export type StoredPass = Pass & { link: string | null; madeAt: number };

export const PASS = 'pass';
const PERSONAL_MS = 30 * 24 * 3600_000;

export type Passes = {
  /** A token of their own for a person who joined. */
  grant(gathering: string, person: string): Promise<Grant>;
  ticket(token: string): Promise<Ticket | null>;
  /**
   * Who somebody is on a surface of a gathering, told by their cookies alone. An attacker may bring any cookie and name
   * any gathering; a token opens only the gathering it was made for.
   */
  on(surface: Surface, gathering: string, cookie: (name: string) => string | undefined): Promise<Ticket | null>;
};

export function createPasses(
  records: Records,
  accounts: Pick<Accounts, 'whose'>,
  owns: (account: string, gathering: string) => boolean | Promise<boolean>
): Passes {
  async function ticket(token: string): Promise<Ticket | null> {
    const hash = hashOf(token);
    const kept = await records.get(PASS, hash);
    if (!kept) return null;
    const { gathering, role, person, link } = kept.value as StoredPass;
    return { gathering, role, person, credential: link ? `link:${link}` : `person:${person}` };
  }

  async function tokenFor(gathering: string, token: string | undefined): Promise<Ticket | null> {
    const found = token ? await ticket(token) : null;
    return found?.gathering === gathering ? found : null;
  }

  async function organizer(gathering: string, token: string | undefined): Promise<Ticket | null> {
    const signedIn = token ? await accounts.whose(token) : null;
    if (!token || !signedIn || !(await owns(signedIn.account.id, gathering))) return null;
    return { gathering, role: 'organizer', person: null, credential: credentialOfSignIn(token) };
  }

  return {
    ticket,
    async grant(gathering, person) {
      const token = newToken();
      const expires = Date.now() + PERSONAL_MS;
      const kept: StoredPass = { gathering, role: 'participant', person, link: null, madeAt: Date.now() };
      await records.put(PASS, hashOf(token), kept, { group: `people:${gathering}`, expiresAt: expires });
      return { token, expires };
    },
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

export const credentialOfSignIn = (token: string): string => credentialOfHash(hashOf(token));
export const credentialOfHash = (hash: string): string => `sign-in:${hash}`;

import { newId, newToken, hashOf } from '../access/ids.ts';
import type { Records } from '../log/records.ts';

/**
 * What a one-time link is for. `set-up`: the first organizer of this Plenary. `invitation`: one more. `reset`: a new
 * password for the account it names.
 */
export type Purpose =
  | { readonly for: 'set-up' }
  | { readonly for: 'invitation'; readonly email: string; /** Null: from the terminal. */ readonly by: string | null }
  | { readonly for: 'reset'; readonly account: string };

export type MadeLink = { readonly id: string; readonly madeAt: number; readonly expiresAt: number | null };
type Stored = Purpose & { id: string; madeAt: number };

/** Links that work once. The store holds only the hash of a token; removing it uses the link up. */
export type OneTimeLinks = {
  /** Makes a link and ends every earlier one for the same purpose. */
  make(purpose: Purpose): Promise<{ token: string; expiresAt: number | null }>;
  find(token: string): Promise<Purpose | null>;
  /** Uses the link up. True for one caller only. */
  use(token: string): Promise<boolean>;
  /** The invitations that were not used yet, the newest first. */
  invitations(): Promise<(Extract<Purpose, { for: 'invitation' }> & MadeLink)[]>;
  endInvitation(id: string): Promise<void>;
  /** Ends the links that would still give this account a new password. */
  endResets(account: string): Promise<void>;
};

const LINK = 'account-link';
const DAY_MS = 24 * 3600_000;
/** Long enough to be read after a weekend; a new password is wanted at once. */
const LASTS_MS = { 'set-up': null, invitation: 7 * DAY_MS, reset: DAY_MS };

export function createOneTimeLinks(records: Records): OneTimeLinks {
  const groupOf = (purpose: Purpose) => (purpose.for === 'reset' ? `reset:${purpose.account}` : purpose.for);

  async function endEarlier(purpose: Purpose): Promise<void> {
    if (purpose.for !== 'invitation') return records.removeGroup(LINK, groupOf(purpose));
    for (const { key, value } of await records.list(LINK, purpose.for))
      if ((value as typeof purpose).email === purpose.email) await records.remove(LINK, key);
  }

  return {
    async make(purpose) {
      await endEarlier(purpose);
      const token = newToken();
      const madeAt = Date.now();
      const lasts = LASTS_MS[purpose.for];
      const stored: Stored = { ...purpose, id: newId(), madeAt };
      const terms = { group: groupOf(purpose), ...(lasts === null ? {} : { expiresAt: madeAt + lasts }) };
      await records.put(LINK, hashOf(token), stored, terms);
      return { token, expiresAt: terms.expiresAt ?? null };
    },
    async find(token) {
      const stored = (await records.get(LINK, hashOf(token)))?.value as Stored | undefined;
      return stored ? purposeIn(stored) : null;
    },
    use: (token) => records.remove(LINK, hashOf(token)),
    async invitations() {
      const open = await records.list(LINK, 'invitation');
      return open
        .map(({ value, expiresAt }) => ({ ...(value as Stored & { for: 'invitation' }), expiresAt }))
        .sort((one, other) => other.madeAt - one.madeAt);
    },
    async endInvitation(id) {
      for (const { key, value } of await records.list(LINK, 'invitation'))
        if ((value as Stored).id === id) await records.remove(LINK, key);
    },
    endResets: (account) => records.removeGroup(LINK, `reset:${account}`)
  };
}

function purposeIn(stored: Stored): Purpose {
  if (stored.for === 'invitation') return { for: stored.for, email: stored.email, by: stored.by };
  return stored.for === 'reset' ? { for: stored.for, account: stored.account } : { for: stored.for };
}

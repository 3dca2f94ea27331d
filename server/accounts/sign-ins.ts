import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia';
import { Unavailable } from '#gathering/ports.ts';
import { hashOf } from '../access/ids.ts';
import type { Grant } from '../access/identity.ts';
import type { BrowserName } from '../page-api.ts';
import type { Records } from '../log/records.ts';

/**
 * Sign-ins of accounts. Lucia's work, behind a face of our own: upstream ended it, so it must be replaceable in a day.
 */
export type SignIns = {
  begin(account: string, at: BrowserName): Promise<Grant>;
  /** The account of a sign-in, and the new grant where this call prolonged it. Null when the sign-in ended. */
  whose(token: string): Promise<{ account: string; renewed: Grant | null } | null>;
  end(token: string): Promise<void>;
  /** Those that have not ended, the newest first. `key` is the hash of the token. */
  list(account: string): Promise<StoredSignIn[]>;
  /** Ends one, if it is of this account. True when it was there. */
  endKey(account: string, key: string): Promise<boolean>;
};

export type StoredSignIn = { readonly key: string; readonly begunAt: number; readonly at: BrowserName };

declare module 'lucia' {
  interface Register {
    DatabaseSessionAttributes: { at: BrowserName };
  }
}

const SIGN_IN = 'sign-in';
const IDLE_HOURS = 12;
const LONGEST_MS = 7 * 24 * 3600_000;

type Kept = { account: string; begunAt: number; at: BrowserName };

export function createSignIns(records: Records): SignIns {
  const lucia = new Lucia(adapterOver(records), { sessionExpiresIn: new TimeSpan(IDLE_HOURS, 'h') });
  const granted = ({ id, expiresAt }: { id: string; expiresAt: Date }): Grant => ({ token: id, expires: +expiresAt });

  return {
    begin: async (account, at) => granted(await lucia.createSession(account, { at })),
    async whose(token) {
      const { session } = await lucia.validateSession(token);
      return session && { account: session.userId, renewed: session.fresh ? granted(session) : null };
    },
    end: (token) => lucia.invalidateSession(token),
    async list(account) {
      const all = (await records.list(SIGN_IN, account)).map(({ key, value }) => ({ key, ...(value as Kept) }));
      return all.sort((one, other) => other.begunAt - one.begunAt);
    },
    async endKey(account, key) {
      const kept = (await records.get(SIGN_IN, key))?.value as Kept | undefined;
      return kept?.account === account && records.remove(SIGN_IN, key);
    }
  };
}

/** Stores the hash of a sign-in's id, never the id. Every sign-in ends after seven days, however often it was used. */
function adapterOver(records: Records): Adapter {
  const until = (expiresAt: Date, begunAt: number) => Math.min(+expiresAt, begunAt + LONGEST_MS);

  const seen = (id: string, value: unknown, expiresAt: number | null): DatabaseSession => ({
    id,
    userId: (value as Kept).account,
    expiresAt: new Date(expiresAt ?? 0),
    attributes: { at: (value as Kept).at }
  });

  return {
    async getSessionAndUser(id) {
      const kept = await records.get(SIGN_IN, hashOf(id));
      if (!kept) return [null, null];
      const session = seen(id, kept.value, kept.expiresAt);
      return [session, { id: session.userId, attributes: {} }];
    },
    async getUserSessions(account) {
      const kept = await records.list(SIGN_IN, account);
      return kept.map(({ key, value, expiresAt }) => seen(key, value, expiresAt));
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      const begunAt = Date.now();
      const kept: Kept = { account: userId, begunAt, at: attributes.at };
      await records.put(SIGN_IN, hashOf(id), kept, { group: userId, expiresAt: until(expiresAt, begunAt) });
    },
    async updateSessionExpiration(id, expiresAt) {
      const kept = await records.get(SIGN_IN, hashOf(id));
      if (!kept) return;
      const { account, begunAt } = kept.value as Kept;
      // Replaced, never put: a sign-out that comes in between must stay one.
      const terms = { group: account, expiresAt: until(expiresAt, begunAt) };
      // Reading a page prolongs the sign-in. On a full disk reading must go on: the sign-in then ends when it would
      // have ended.
      await records.replace(SIGN_IN, hashOf(id), kept.value, terms).catch((trouble: unknown) => {
        if (!(trouble instanceof Unavailable)) throw trouble;
      });
    },
    async deleteSession(id) {
      await records.remove(SIGN_IN, hashOf(id));
    },
    deleteUserSessions: (account) => records.removeGroup(SIGN_IN, account),
    // What expired counts as absent in the records, and goes by itself.
    async deleteExpiredSessions() {}
  };
}

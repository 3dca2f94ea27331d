import type { Account } from '../page-api.ts';
import { newId, hashOf } from '../access/ids.ts';
import type { Records } from '../log/records.ts';

/** An account as it is stored. `password` is a PHC string, never what was typed. */
export type StoredAccount = { name: string; email: string; password: string; madeAt: number };

/** The accounts of this Plenary, and which email address belongs to which. */
export type AccountRecords = {
  find(id: string): Promise<(StoredAccount & Account) | null>;
  byEmail(email: string): Promise<(StoredAccount & Account) | null>;
  /** Ordered by name. */
  list(): Promise<Account[]>;
  /** The id of the new account; null when the address has one already. */
  add(account: StoredAccount): Promise<string | null>;
  setPassword(id: string, password: string): Promise<void>;
};

const [ACCOUNT, EMAIL] = ['account', 'account-email'];
const EVERYBODY = 'accounts';

export function createAccountRecords(records: Records): AccountRecords {
  async function find(id: string) {
    const stored = (await records.get(ACCOUNT, id))?.value as StoredAccount | undefined;
    return stored ? { id, ...stored } : null;
  }

  async function byEmail(email: string) {
    const claimed = (await records.get(EMAIL, emailKey(email)))?.value as { account: string } | undefined;
    return claimed ? find(claimed.account) : null;
  }

  return {
    find,
    byEmail,
    async list() {
      const all = await records.list(ACCOUNT, EVERYBODY);
      return all
        .map(({ key, value }) => plain(key, value as StoredAccount))
        .sort((one, other) => one.name.localeCompare(other.name, 'en'));
    },
    async add(account) {
      const id = newId();
      const key = emailKey(account.email);
      if (!(await records.add(EMAIL, key, { account: id }))) {
        // After a crash between the two writes below, an address has no account: it may be claimed again.
        if (await byEmail(account.email)) return null;
        await records.put(EMAIL, key, { account: id });
      }
      await records.put(ACCOUNT, id, account, { group: EVERYBODY });
      return id;
    },
    async setPassword(id, password) {
      const stored = (await records.get(ACCOUNT, id))?.value as StoredAccount | undefined;
      if (stored) await records.replace(ACCOUNT, id, { ...stored, password }, { group: EVERYBODY });
    }
  };
}

const plain = (id: string, { name, email }: StoredAccount): Account => ({ id, name, email });

/**
 * In theory two addresses may differ by case before the @; in practice they are one. Hashed, so that the keys of a
 * store are not a list of people.
 */
export const emailKey = (email: string) => hashOf(email.trim().normalize('NFKC').toLowerCase());

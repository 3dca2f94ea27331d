import * as v from 'valibot';
import { clean } from '#methods/letters.ts';
import { refuse, type Refusal } from '#methods/method.ts';
import { weaknessOf } from '#wire/passwords.ts';
import { freshId, freshToken, hashOf } from '../chance.ts';
import type { Account, Accounts } from '../door.ts';
import type { Records } from '../log/records.ts';
import { groundOfSignIn } from '../passes.ts';
import { Tries } from '../tries.ts';
import { openPasswords } from './passwords.ts';
import { keepSignIns } from './sign-ins.ts';

export type AccountHouse = {
  /** The accounts as somebody at this network address meets them: who guesses too often has to wait. */
  at(address: string): Accounts;
  whose: Accounts['whose'];
  /** A one-time link token that sets this Plenary up, while nobody has. The one before it ends. */
  setUpToken(): Promise<string | null>;
};

type KeptAccount = { name: string; email: string; password: string; madeAt: number };

const [ACCOUNT, EMAIL, SET_UP] = ['account', 'account-email', 'set-up'];
const EVERYBODY = 'accounts';
const QUARTER_HOUR_MS = 15 * 60_000;

const newcomer = v.strictObject({
  name: v.pipe(v.string(), v.maxLength(320), v.transform(clean), v.minLength(1), v.maxLength(80)),
  email: v.pipe(v.string(), v.trim(), v.maxLength(254), v.regex(/^[^\s@]+@[^\s@]+$/)),
  password: v.pipe(v.string(), v.maxLength(1000))
});

/** Accounts of those who organize. `ended` hears of every sign-in that was given up. */
export function keepAccounts(records: Records, ended: (ground: string) => void): AccountHouse {
  const passwords = openPasswords();
  const signIns = keepSignIns(records);
  // By address alone only generously: a whole hall may come from one.
  const tries = {
    pair: new Tries(8, QUARTER_HOUR_MS),
    email: new Tries(60, QUARTER_HOUR_MS),
    address: new Tries(80, QUARTER_HOUR_MS)
  };
  let setUpBefore = false;

  async function fresh(): Promise<boolean> {
    setUpBefore ||= (await records.list(ACCOUNT, EVERYBODY)).length > 0;
    return !setUpBefore;
  }

  async function whose(token: string) {
    const signedIn = await signIns.whose(token);
    const account = signedIn && (await find(signedIn.account));
    return account ? { account, renewed: signedIn.renewed } : null;
  }

  async function find(id: string): Promise<Account | null> {
    const kept = (await records.get(ACCOUNT, id))?.value as KeptAccount | undefined;
    return kept ? { id, name: kept.name, email: kept.email } : null;
  }

  async function setUp(token: string, who: unknown) {
    const asked = v.safeParse(newcomer, who);
    if (!asked.success) return refuse('not-understood', { field: String(asked.issues[0].path?.[0]?.key ?? '') });
    const weakness = weaknessOf(asked.output.password, [asked.output.name, asked.output.email]);
    if (weakness) return refuse(weakness);
    if (!(await fresh())) return refuse('link-ended');
    // Hashed first, because only what follows may not be interrupted: whoever removes the token is the organizer.
    const password = await passwords.hash(asked.output.password);
    if (!(await records.remove(SET_UP, hashOf(token)))) return refuse('link-ended');
    return add({ ...asked.output, password, madeAt: Date.now() });
  }

  async function add(account: KeptAccount) {
    const id = freshId();
    if (!(await records.add(EMAIL, emailKey(account.email), { account: id }))) return refuse('email-taken');
    await records.put(ACCOUNT, id, account, { group: EVERYBODY });
    return signIns.begin(id);
  }

  async function signIn(address: string, email: string, password: string) {
    if (email.length > 254 || password.length > 1000) return refuse('wrong-sign-in');
    const keys = { pair: `${emailKey(email)} ${address}`, email: emailKey(email), address };
    const waitMs = Math.max(tries.pair.wait(keys.pair), tries.email.wait(keys.email), tries.address.wait(keys.address));
    if (waitMs > 0) return tooMany(waitMs);

    const id = ((await records.get(EMAIL, keys.email))?.value as { account: string } | undefined)?.account;
    const kept = id ? ((await records.get(ACCOUNT, id))?.value as KeptAccount | undefined) : undefined;
    const right = await passwords.verify(kept?.password ?? null, password);
    if (id && right) {
      tries.pair.succeeded(keys.pair);
      return signIns.begin(id);
    }
    tries.pair.failed(keys.pair);
    tries.email.failed(keys.email);
    tries.address.failed(keys.address);
    return refuse('wrong-sign-in');
  }

  return {
    whose,
    at: (address) => ({
      setUp,
      signIn: (email, password) => signIn(address, email, password),
      async signOut(token) {
        await signIns.end(token);
        ended(groundOfSignIn(token));
      },
      whose,
      fresh
    }),
    async setUpToken() {
      if (!(await fresh())) return null;
      const token = freshToken();
      await records.removeGroup(SET_UP, EVERYBODY);
      await records.put(SET_UP, hashOf(token), {}, { group: EVERYBODY });
      return token;
    }
  };
}

const tooMany = (waitMs: number): Refusal => refuse('too-many-tries', { minutes: Math.ceil(waitMs / 60_000) });

/** The letters before the @ may differ by case in theory; nobody means it. Hashed: a store's keys are not a list of people. */
const emailKey = (email: string) => hashOf(email.trim().normalize('NFKC').toLowerCase());

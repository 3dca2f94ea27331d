import * as v from 'valibot';
import { ORGANIZER_LONGEST } from '#gathering/limits.ts';
import { cleanLine, lengthOf, unitsAtMost } from '#contract/clean-text.ts';
import { refuse, type Refusal } from '#contract/method.ts';
import { weaknessOf } from '#wire/password-strength.ts';
import { AttemptLimiter, type AttemptClock } from '../access/attempt-limiter.ts';
import { hashOf } from '../access/ids.ts';
import type { Account, AccountLink, Accounts } from '../page-api.ts';
import type { Records } from '../log/records.ts';
import { credentialOfSignIn } from '../access/identity.ts';
import { browserNamed } from './browser-names.ts';
import { createOneTimeLinks, type Purpose } from './one-time-links.ts';
import { emailKey, createAccountRecords } from './account-records.ts';
import { createPasswordHasher } from './passwords.ts';
import { createSignInAttempts } from './sign-in-attempts.ts';
import { createSignIns } from './sign-ins.ts';

export type AccountService = {
  /** The accounts, for requests from one network: a network that guesses too often has to wait. */
  at(network: string): Accounts;
  whose: Accounts['whose'];
  /** All who organize here, by name. */
  all: Accounts['all'];
  /** A token for the link that sets this Plenary up; null once it is set up. Making it ends the one before. */
  setUpToken(): Promise<string | null>;
  /** For the terminal: a link that makes one more organizer. Refusals: `email-taken`, `not-understood`. */
  add(email: string): Promise<{ token: string } | Refusal>;
  /** For the terminal: a link that gives an organizer a new password. Refusal: `email-unknown`. */
  reset(email: string): Promise<{ token: string } | Refusal>;
};

// A stranger who finds a signed-in device must not guess the password there at leisure.
const CHANGES = { account: { burst: 8, perHour: 32 } };

const nameSchema = v.pipe(
  v.string(),
  v.maxLength(unitsAtMost(ORGANIZER_LONGEST)),
  v.transform(cleanLine),
  v.minLength(1),
  v.check((name) => lengthOf(name) <= ORGANIZER_LONGEST)
);
const emailSchema = v.pipe(v.string(), v.trim(), v.maxLength(254), v.regex(/^[^\s@]+@[^\s@]+$/));
const passwordSchema = v.pipe(v.string(), v.maxLength(1000));
const newcomer = v.strictObject({ name: nameSchema, email: emailSchema, password: passwordSchema });

/** Accounts of organizers. Calls `ended` with the credential of every sign-in that ends. */
export function createAccounts(
  records: Records,
  ended: (credential: string) => void,
  clock?: AttemptClock
): AccountService {
  const passwords = createPasswordHasher();
  const organizers = createAccountRecords(records);
  const links = createOneTimeLinks(records);
  const signIns = createSignIns(records);
  const attempts = createSignInAttempts(records, clock);
  const changes = new AttemptLimiter(CHANGES, null, clock);
  let setUpBefore = false;

  async function fresh(): Promise<boolean> {
    setUpBefore ||= (await organizers.list()).length > 0;
    return !setUpBefore;
  }

  async function whose(token: string) {
    const signedIn = await signIns.whose(token);
    const account = signedIn && (await organizers.find(signedIn.account));
    return account ? { account: plain(account), renewed: signedIn.renewed } : null;
  }

  /**
   * The purpose of a link that can still be used. The link that is printed at the start ends with the first account,
   * however that was made.
   */
  async function purposeOf(token: string): Promise<Purpose | null> {
    const purpose = await links.find(token);
    return purpose?.for === 'set-up' && !(await fresh()) ? null : purpose;
  }

  async function link(token: string): Promise<AccountLink | null> {
    const purpose = await purposeOf(token);
    if (purpose?.for === 'invitation') return { for: 'invitation', email: purpose.email };
    if (purpose?.for !== 'reset') return purpose;
    const account = await organizers.find(purpose.account);
    return account && { for: 'reset', name: account.name, email: account.email };
  }

  const setUp: Accounts['setUp'] = async (token, who, browser = '') => {
    const purpose = await purposeOf(token);
    if (!purpose) return refuse('link-ended');
    return purpose.for === 'reset'
      ? resetPassword(token, purpose.account, who.password, browser)
      : addAccount(token, who, browser);
  };

  async function addAccount(token: string, who: unknown, browser: string) {
    const asked = v.safeParse(newcomer, who);
    if (!asked.success) return refuse('not-understood', { field: String(asked.issues[0].path?.[0]?.key ?? '') });
    const { name, email, password } = asked.output;
    const weakness = weaknessOf(password, [name, email]);
    if (weakness) return refuse(weakness);
    if (await organizers.byEmail(email)) return refuse('email-taken');
    // Hashed first: nothing may come between the two writes below. The one request that removes the token makes the
    // account.
    const hashed = await passwords.hash(password);
    if (!(await links.use(token))) return refuse('link-ended');
    const id = await organizers.add({ name, email, password: hashed, madeAt: Date.now() });
    return id === null ? refuse('email-taken') : signIns.begin(id, browserNamed(browser));
  }

  async function resetPassword(token: string, id: string, password: unknown, browser: string) {
    const account = await organizers.find(id);
    if (!account) return refuse('link-ended');
    const wrong = wrongWith(password, account);
    if (wrong) return wrong;
    const hashed = await passwords.hash(password as string);
    if (!(await links.use(token))) return refuse('link-ended');
    await organizers.setPassword(id, hashed);
    await endSignIns(id, () => true);
    await attempts.forget(id);
    return signIns.begin(id, browserNamed(browser));
  }

  async function changePassword(token: string, present: string, next: string) {
    const signedIn = await signIns.whose(token);
    const account = signedIn && (await organizers.find(signedIn.account));
    if (!account) return refuse('not-signed-in');
    const wrong = wrongWith(next, account);
    if (wrong) return wrong;
    if (present.length > 1000) return refuse('wrong-password');
    const tried = await changes.attempt({ account: account.id }, async () =>
      (await passwords.verify(account.password, present)) ? account : null
    );
    if ('waitMs' in tried) return tooMany(tried.waitMs);
    if (tried.found === null) return refuse('wrong-password');
    await organizers.setPassword(account.id, await passwords.hash(next));
    // A person who knew the old password, or holds a link from before, must not stay signed in.
    await links.endResets(account.id);
    await endSignIns(account.id, (key) => key !== hashOf(token));
    return null;
  }

  async function endSignIns(account: string, which: (key: string) => boolean): Promise<void> {
    for (const { key } of await signIns.list(account))
      if (which(key) && (await signIns.endKey(account, key))) ended(credentialOfSignIn(key));
  }

  const signIn =
    (network: string): Accounts['signIn'] =>
    async (email, password, { browser = '', known } = {}) => {
      if (email.length > 254 || password.length > 1000) return refuse('wrong-sign-in');
      const account = await organizers.byEmail(email);
      const by = { email: emailKey(email), account: account?.id ?? null, network, known };
      const tried = await attempts.attempt(by, async () =>
        (await passwords.verify(account?.password ?? null, password)) ? account : null
      );
      if ('waitMs' in tried) return tooMany(tried.waitMs);
      return tried.found ? signIns.begin(tried.found.id, browserNamed(browser)) : refuse('wrong-sign-in');
    };

  async function know(token: string, known: string | undefined) {
    const signedIn = await signIns.whose(token);
    return signedIn ? attempts.know(signedIn.account, known) : null;
  }

  async function invite(by: string | null, email: string) {
    const asked = v.safeParse(emailSchema, email);
    if (!asked.success) return refuse('not-understood', { field: 'email' });
    if (await organizers.byEmail(asked.output)) return refuse('email-taken');
    return links.make({ for: 'invitation', email: asked.output, by });
  }

  return {
    whose,
    all: organizers.list,
    at: (network) => ({
      link,
      setUp,
      signIn: signIn(network),
      know,
      async signOut(token) {
        await signIns.end(token);
        ended(credentialOfSignIn(hashOf(token)));
      },
      whose,
      fresh,
      all: organizers.list,
      invite: (by, email) => invite(by.id, email),
      async invitations() {
        const names = new Map((await organizers.list()).map(({ id, name }) => [id, name]));
        return (await links.invitations()).map(({ id, email, by, expiresAt }) => ({
          id,
          email,
          by: by === null ? null : (names.get(by) ?? null),
          expiresAt: expiresAt ?? 0
        }));
      },
      endInvitation: links.endInvitation,
      async signIns(account, token) {
        const all = await signIns.list(account.id);
        return all.map(({ key, begunAt, at }) => ({ id: key, begunAt, at, here: key === hashOf(token) }));
      },
      endSignIns: (account, id) => endSignIns(account.id, (key) => id === 'all' || key === id),
      changePassword
    }),
    async setUpToken() {
      return (await fresh()) ? (await links.make({ for: 'set-up' })).token : null;
    },
    add: (email) => invite(null, email),
    async reset(email) {
      const account = await organizers.byEmail(email);
      return account ? links.make({ for: 'reset', account: account.id }) : refuse('email-unknown');
    }
  };
}

function wrongWith(password: unknown, { name, email }: Account): Refusal | null {
  const asked = v.safeParse(passwordSchema, password);
  if (!asked.success) return refuse('not-understood', { field: 'password' });
  const weakness = weaknessOf(asked.output, [name, email]);
  return weakness && refuse(weakness);
}

const plain = ({ id, name, email }: Account): Account => ({ id, name, email });

const tooMany = (waitMs: number): Refusal => refuse('too-many-tries', { minutes: Math.ceil(waitMs / 60_000) });

import { AttemptLimiter, type AttemptClock, type Attempted } from '../access/attempt-limiter.ts';
import { newToken, hashOf } from '../access/ids.ts';
import type { Grant } from '../access/identity.ts';
import type { Records } from '../log/records.ts';

/**
 * `email` is the key of an address, whether there is an account or not. `known` is the token of a browser that signed
 * in before.
 */
export type SignInAttempt = { email: string; account: string | null; network: string; known: string | undefined };

const KNOWN_BROWSER = 'known-browser';
const KNOWN_MS = 180 * 24 * 3600_000;

/**
 * How hard guessing a password is, without locking its owner out. One network is told *wrong* 8 times at once about one
 * account and then every 15 s; all networks together 60 times and then every 15 s, beside three an hour for each. That
 * is 5,820 guesses a day, and 72 more for each network that takes part, at passwords of ten characters and more that
 * are on no list of the first ones tried. A network is told *wrong* 80 times and 320 an hour about all accounts.
 *
 * A person who knows the password waits 15 s for each guess before theirs, 20 s at most. Where an attacker guesses
 * without a pause from the same network, that is too long: then a browser in which this account signed in before opens
 * at once, because guesses of others are not counted against it.
 */
const STRANGERS = {
  pair: { burst: 8, perHour: 240 },
  account: { burst: 60, perHour: 240 },
  network: { burst: 80, perHour: 320 }
};
const SPARED = { burst: 3, perHour: 3, by: 'pair', from: 'account' } as const;
const KNOWN = { browser: { burst: 8, perHour: 240 } };

export function createSignInAttempts(records: Records, clock?: AttemptClock) {
  const strangers = new AttemptLimiter(STRANGERS, SPARED, clock);
  const browsers = new AttemptLimiter(KNOWN, null, clock);

  const knownAs = (token: string, account: string) => hashOf(`${token} ${account}`);

  async function isKnown({ known, account }: SignInAttempt): Promise<boolean> {
    if (!known || known.length > 64 || account === null) return false;
    return (await records.get(KNOWN_BROWSER, knownAs(known, account))) !== null;
  }

  return {
    /** `look` returns null for a wrong password. */
    async attempt<Found>(by: SignInAttempt, look: () => Promise<Found | null>): Promise<Attempted<Found>> {
      if (by.known && (await isKnown(by))) return browsers.attempt({ browser: hashOf(by.known) }, look);
      const { email, network } = by;
      return strangers.attempt({ pair: `${email} ${network}`, account: email, network }, look);
    },
    /** Makes a browser known to an account for 180 days. The token opens nothing. */
    async know(account: string, before: string | undefined): Promise<Grant> {
      const token = before && before.length <= 64 ? before : newToken();
      const expires = Date.now() + KNOWN_MS;
      await records.put(KNOWN_BROWSER, knownAs(token, account), {}, { group: account, expiresAt: expires });
      return { token, expires };
    },
    /** Forgets all browsers of this account. */
    forget: (account: string) => records.removeGroup(KNOWN_BROWSER, account)
  };
}

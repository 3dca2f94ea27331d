import { setImmediate as oneTurn, setTimeout as pause } from 'node:timers/promises';
import { Unavailable } from '#gathering/ports.ts';
import { refuse, type Refusal } from '#contract/method.ts';
import type { Readiness } from '../page-api.ts';

type Ask<Args extends unknown[], Outcome> = (...args: Args) => Promise<Outcome | Refusal>;

/**
 * Turns a full disk or a lost store into a refusal like others, with a sentence, so that the form keeps what was typed.
 */
export const refuseWhenUnavailable =
  <Args extends unknown[], Outcome>(ask: Ask<Args, Outcome>): Ask<Args, Outcome> =>
  async (...args) => {
    try {
      return await ask(...args);
    } catch (trouble) {
      if (trouble instanceof Unavailable) return refuse(trouble.reason);
      throw trouble;
    }
  };

/** A read that takes longer makes `ready` look. Together they take less than a second. */
const PATIENCE_MS = 100;

/**
 * A page is told within a second that the store does not answer; a write waits longer, until the store gives it up. A
 * store that is only slow is waited for.
 */
export const untilAway =
  (ready: () => Promise<Readiness>) =>
  <Args extends unknown[], Found>(read: (...args: Args) => Promise<Found>) =>
  async (...args: Args): Promise<Found> => {
    const found = read(...args);
    const settled = found.then(
      () => 'settled' as const,
      () => 'settled' as const
    );
    if ((await Promise.race([settled, pause(PATIENCE_MS)])) === 'settled') return found;
    if ((await Promise.race([settled, ready()])) !== 'storage-away') return found;
    // After a pause of the whole process timers come first, and answers that have arrived only then.
    await oneTurn();
    if ((await Promise.race([settled, null])) === 'settled') return found;
    throw new Unavailable('storage-away');
  };

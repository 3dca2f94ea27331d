import { refuse, type Refusal } from '#contract/method.ts';
import { AttemptLimiter, type AttemptClock } from '../access/attempt-limiter.ts';
import { keyOf, parseTyped } from '../access/join-codes.ts';

/** Finds gatherings by what is on the board, and lets nobody find one by trying. */
export type ByCode = {
  /** Refusals: `no-such-code`; `too-many-codes`, which tells nothing about the code. */
  find(network: string, typed: string): Promise<string | Refusal>;
  /** Somebody on this network has shown that they know of this gathering. */
  told(network: string, gathering: string): void;
};

const TOLD_MS = 3 * 3600_000;
const SWEEP_MS = 60_000;

/**
 * How hard guessing is. A code has six digits while fewer than ten gatherings are open and eight after that, so at most
 * ten in a million guesses are right. One network is told *wrong* 60 times at once and 720 times an hour; all networks
 * together 600 times and 1,800 an hour, beside three an hour for each. In an evening of three hours one network
 * therefore makes 60 + 2,160 guesses: it finds a certain gathering with a chance of 0.2 %, any of ten with 2.2 %. A
 * thousand networks together make 600 + 5,400 + 12,000: 1.8 % for a certain one. What is found opens the join form and
 * nothing else, and those who lead can lock the door. With several nodes each counts for itself.
 *
 * A right code opens however much is guessed beside it, with one limit, which the last line tells:
 *
 * - The address that the QR code shows, and every page this Plenary sends somebody on to, ends in a key (`keyOf`). It
 *   opens at once.
 * - Where somebody on the same network has come in or leads, the gathering is no secret on that network: its code opens
 *   at once there. 500 people in
 * one hall type the same code. Who shares a network with the hall could find its code by trying all of them as fast as
 * the server answers; they
 *   are in the building, and so is the board.
 * - Otherwise a code waits its turn among the wrong ones of its network, 5 s for each before it and 20 s at most, then
 *   it opens.
 *
 * The one limit: a code that is typed, on a network where somebody guesses without a pause, and where nobody has come
 * in or leads yet, is answered with `too-many-codes`, a 429, and the advice to scan the QR code instead, right or
 * wrong. To open it would tell whoever guesses.
 */
const LIMITS = { network: { burst: 60, perHour: 720 }, everywhere: { burst: 600, perHour: 1800 } };
const SPARED = { burst: 3, perHour: 3, by: 'network', from: 'everywhere' } as const;

/** `rise`: takes in what other nodes opened; asked only about codes that are wrong as far as this node knows. */
export function findByCode(
  openWith: (code: string) => string | null,
  clock?: AttemptClock,
  rise: () => Promise<void> = async () => {}
): ByCode {
  const limiter = new AttemptLimiter(LIMITS, SPARED, clock);
  /** Until when a gathering is known on a network: the oldest first, so that they are cheap to forget. */
  const known = new Map<string, number>();
  let sweptAt = 0;

  const placeOf = (network: string, gathering: string) => `${gathering} ${network}`;
  const isKnown = (network: string, gathering: string) =>
    (known.get(placeOf(network, gathering)) ?? 0) > performance.now();

  function told(network: string, gathering: string): void {
    const [place, now] = [placeOf(network, gathering), performance.now()];
    known.delete(place);
    known.set(place, now + TOLD_MS);
    if (now - sweptAt < SWEEP_MS) return;
    sweptAt = now;
    for (const [old, until] of known) {
      if (until > now) break;
      known.delete(old);
    }
  }

  return {
    told,
    async find(network, typed) {
      const { code, key } = parseTyped(typed);
      const opens = code === null ? null : openWith(code);
      if (opens !== null && (key === keyOf(opens) || isKnown(network, opens))) return opens;
      const asked = await limiter.attempt({ network, everywhere: 'everywhere' }, async () => {
        if (opens !== null || code === null) return opens;
        await rise();
        return openWith(code);
      });
      if ('waitMs' in asked) return refuse('too-many-codes');
      return asked.found ?? refuse('no-such-code');
    }
  };
}

import { refuse, type Refusal } from '#contract/method.ts';
import { AttemptLimiter, type AttemptClock } from '../access/attempt-limiter.ts';
import { keyOf, parseTyped } from '../access/join-code.ts';

/** Finds gatherings by the code on the board, and makes guessing one hopeless. */
export type ByCode = {
  /** Refusals: `no-such-code`; `too-many-codes`, which tells nothing about the code. */
  find(network: string, typed: string): Promise<string | Refusal>;
  /** Notes that a person on this network has shown that they know of this gathering. */
  told(network: string, gathering: string): void;
};

const TOLD_MS = 3 * 3600_000;
const SWEEP_MS = 60_000;

/**
 * How hard guessing is. A code has six digits while fewer than ten gatherings are open and eight after that, so at most
 * ten in a million guesses are right. One network is told *wrong* 60 times at once and 720 times an hour; all networks
 * together 600 times and 1,800 an hour, beside three an hour for each. In an evening of three hours one network
 * therefore makes 60 + 2,160 guesses: it finds a certain gathering with a chance of 0.2 %, any of ten with 2.2 %. A
 * thousand networks together make 600 + 5,400 + 12,000: 1.8 % for a certain one. A guessed code opens the join form and
 * nothing else, and facilitators can lock the gathering. With several nodes each counts for itself.
 *
 * A right code opens however much is guessed beside it:
 *
 * - An address from the QR code, and every address that our own pages link to, ends in a key (`keyOf`). It opens at
 *   once.
 * - Where a person on the same network has joined or leads, the gathering is no secret on that network: its code opens
 *   at once there, so that 500 people in one hall can type the same code. An attacker on the network of the hall could
 *   find its code by trying every code as fast as the server answers; but an attacker in the building sees the board.
 * - Otherwise a code waits its turn among the wrong ones of its network, 5 s for each before it and 20 s at most, then
 *   it opens.
 *
 * One limit remains: a code that is typed on a network where an attacker guesses without a pause, and where no person
 * has joined or leads yet, is answered with `too-many-codes`, a 429, and the advice to scan the QR code instead, right
 * or wrong. To open it would tell the attacker that it is right.
 */
const LIMITS = { network: { burst: 60, perHour: 720 }, everywhere: { burst: 600, perHour: 1800 } };
const SPARED = { burst: 3, perHour: 3, by: 'network', from: 'everywhere' } as const;

/** `rise`: reads what other nodes opened. It is called only for codes that are wrong as far as this node knows. */
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

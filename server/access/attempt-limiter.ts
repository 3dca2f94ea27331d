import { setTimeout as wait } from 'node:timers/promises';
import { TokenBucket } from './token-bucket.ts';

/** `burst` wrong answers at once, and `perHour` after that. */
export type Allowance = { burst: number; perHour: number };

/**
 * Wrong answers that each key of `by` may get before they count for `from`: a newcomer does not wait because of what
 * other keys did.
 */
export type Spared<Name> = Allowance & { by: Name; from: Name };

export type Attempted<Found> = { found: Found | null } | { waitMs: number };

export type AttemptClock = { now(): number; pause(ms: number): Promise<unknown> };

// A person presses again sooner than this, and an attacker who guesses cannot hold many connections open for longer.
const PATIENCE_MS = 20_000;
const SWEEP_MS = 60_000;
const HOUR_S = 3600;

/**
 * Limits how often a caller is told *wrong*, and never refuses an answer because it is right. Each attempt borrows one
 * wrong answer before anything is looked up, and a right one gives it back. Where none is left the attempt waits its
 * turn, right or wrong alike: if right ones were answered at once, the time alone would tell them apart, and guessing
 * would be as fast as the network. Where the wait would be longer than {@link PATIENCE_MS} nothing is looked up, so
 * that the refusal tells nothing either.
 */
export class AttemptLimiter<Name extends string> {
  readonly #buckets: ReadonlyMap<Name, TokenBucket>;
  readonly #spared: { bucket: TokenBucket; by: Name; from: Name } | null;
  readonly #clock: AttemptClock;
  #sweptAt = 0;

  /**
   * `limits`: one allowance for each thing that wrong answers are counted by. Every attempt counts in each of these.
   */
  constructor(
    limits: Readonly<Record<Name, Allowance>>,
    spared: Spared<NoInfer<Name>> | null,
    clock: AttemptClock = realClock
  ) {
    const named = Object.entries(limits) as [Name, Allowance][];
    this.#buckets = new Map(named.map(([name, allowance]) => [name, bucketOf(allowance)]));
    this.#spared = spared && { ...spared, bucket: bucketOf(spared) };
    this.#clock = clock;
  }

  /** `look` returns null for a wrong answer. `waitMs`: nothing was looked up; the caller may try again after that. */
  async attempt<Found>(
    keys: Readonly<Record<Name, string>>,
    look: () => Found | null | Promise<Found | null>
  ): Promise<Attempted<Found>> {
    const began = this.#clock.now();
    this.#sweep(began);
    const sparing = this.#spared;
    const spares = sparing?.bucket.take(keys[sparing.by], began) ? sparing : null;
    const counted = [...this.#buckets].filter(([name]) => name !== spares?.from);
    const waitMs = Math.max(...counted.map(([name, bucket]) => bucket.borrow(keys[name], began)));
    const giveBack = () => {
      const now = this.#clock.now();
      for (const [name, bucket] of counted) bucket.giveBack(keys[name], now);
      spares?.bucket.giveBack(keys[spares.by], now);
    };
    if (waitMs > PATIENCE_MS) {
      giveBack();
      return { waitMs };
    }
    if (waitMs > 0) await this.#clock.pause(waitMs);
    const found = await look();
    if (found !== null) giveBack();
    return { found };
  }

  #sweep(now: number): void {
    if (now - this.#sweptAt < SWEEP_MS) return;
    this.#sweptAt = now;
    for (const bucket of this.#buckets.values()) bucket.sweep(now);
    this.#spared?.bucket.sweep(now);
  }
}

const bucketOf = ({ burst, perHour }: Allowance) => new TokenBucket(burst, perHour / HOUR_S);

const realClock: AttemptClock = { now: () => performance.now(), pause: (ms) => wait(ms) };

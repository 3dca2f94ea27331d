import { setTimeout as wait } from 'node:timers/promises';
import { refuse, type Refusal } from '#contract/method.ts';
import type { AttemptClock } from '../access/attempt-limiter.ts';
import { hashOf } from '../access/ids.ts';
import { TokenBucket } from '../access/token-bucket.ts';

/**
 * Where a new person comes from. `browser`: the value of the cookie that the join page set; null where none came back.
 */
export type ComingFrom = { gathering: string; network: string; browser: string | null };

export type Joining = {
  /** Null when a new person may join, perhaps after a moment. Refusals: `joined-often`, `door-busy`. */
  wait(from: ComingFrom): Promise<Refusal | null>;
};

const PATIENCE_MS = 10_000;
const SWEEP_MS = 60_000;

/**
 * How fast new people may join one gathering. One browser brings three people, and one more an hour: a phone may be
 * handed on, or its cookies deleted. One network brings 600 people at once and one more every 2 s after that.
 *
 * A hall of 500 phones behind one address never notices: 500 people join, one in ten twice because of a private window
 * or another browser. These 550 joins may all come within the same second. 100 latecomers need 200 s, or wait for at
 * most 10 s each.
 *
 * An attacker with one device and no cookies can be 600 people at once and 1,800 more in an hour, and fills the
 * gathering in five hours and a quarter. These limits cannot tell 600 strangers from one; facilitators see them join,
 * lock the gathering and remove them.
 */
const BROWSER = { burst: 3, perSecond: 1 / 3600 };
const NETWORK = { burst: 600, perSecond: 1 / 2 };

/**
 * `exempt`: networks from which any number may join, such as this machine when no proxy makes all clients look like it.
 */
export function createJoining(exempt: (network: string) => boolean, clock: AttemptClock = realClock): Joining {
  const browsers = new TokenBucket(BROWSER.burst, BROWSER.perSecond);
  const networks = new TokenBucket(NETWORK.burst, NETWORK.perSecond);
  let sweptAt = 0;

  function sweep(now: number): void {
    if (now - sweptAt < SWEEP_MS) return;
    sweptAt = now;
    browsers.sweep(now);
    networks.sweep(now);
  }

  return {
    async wait({ gathering, network, browser }) {
      const now = clock.now();
      sweep(now);
      if (exempt(network)) return null;
      if (browser !== null && !browsers.take(`${gathering} ${hashOf(browser)}`, now)) return refuse('joined-often');
      const place = `${gathering} ${network}`;
      const waitMs = networks.borrow(place, now);
      if (waitMs > PATIENCE_MS) {
        networks.giveBack(place, now);
        return refuse('door-busy');
      }
      if (waitMs > 0) await clock.pause(waitMs);
      return null;
    }
  };
}

const realClock: AttemptClock = { now: () => performance.now(), pause: (ms) => wait(ms) };

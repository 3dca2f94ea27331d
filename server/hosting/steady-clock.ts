import { uptime } from 'node:os';

/** Reads a clock of this machine, in milliseconds. */
export type Read = () => number;

/** How long the machine has been up, sleep included. Where a system does not tell, sleep is not counted. */
function upFor(): number {
  try {
    return uptime() * 1000;
  } catch {
    return NaN;
  }
}

const LOOK_UP_MS = 1_000;
/** Some systems tell their uptime as coarsely as this. */
const SLEPT_MS = 5_000;

/**
 * Counts on evenly when the wall clock is set, and through sleep: people go on while the laptop that serves them
 * sleeps. `awake` stands still then, `up` does not, and setting the wall clock moves neither; so sleep and a set clock
 * can be told apart. A sleep is noticed a second after waking. A virtual machine that was stopped from outside notices
 * none: its wall clock jumps as if it was set.
 */
export function throughSleep(awake: Read = () => performance.now(), up: Read = upFor): Read {
  let slept = 0;
  let looked = awake();
  const ahead = up() - looked;
  return () => {
    const now = awake();
    if (now - looked > LOOK_UP_MS) {
      looked = now;
      const more = up() - now - ahead - slept;
      if (more > SLEPT_MS) slept += more;
    }
    return now + slept;
  };
}

const steadily = throughSleep();

/**
 * The time of one gathering, in milliseconds since 1970. It begins with the wall clock and goes on steadily: a round of
 * twenty minutes takes twenty minutes, even if the wall clock is set back by two hours meanwhile. It is never behind
 * what the log says, so that a gathering goes on where it was after a restart with a clock set back, or on a node whose
 * clock is behind.
 */
export type GatheringClock = { now(): number; notBefore(at: number): void };

export function createGatheringClock(wall: Read, steady: Read = steadily): GatheringClock {
  let ahead = wall() - steady();
  const now = () => Math.round(ahead + steady());
  return {
    now,
    notBefore(at) {
      ahead += Math.max(0, at - now());
    }
  };
}

/** A wall clock that nodes share: one reading of the store's clock, and steadily on from there. */
export function commonClock(readAt: number, steady: Read = steadily): Read {
  const ahead = readAt - steady();
  return () => Math.round(ahead + steady());
}

const LOOK_MS = 2_000;
/** Time servers set every clock by less than this, and no person notices. */
const JUMP_MS = 60_000;

/** Calls `told` when the wall clock was set by more than a minute, with the difference. Returns how to stop. */
export function watchClockJumps(
  told: (byMs: number) => void,
  wall: Read = Date.now,
  steady: Read = steadily
): () => void {
  let ahead = wall() - steady();
  const looking = setInterval(() => {
    const byMs = wall() - steady() - ahead;
    ahead += byMs;
    if (Math.abs(byMs) > JUMP_MS) told(Math.round(byMs));
  }, LOOK_MS).unref();
  return () => clearInterval(looking);
}

/** Reads a clock of this machine, in milliseconds. */
export type Read = () => number;

/** Counts on evenly, whatever is done to the clock on the wall. It stands still while the machine sleeps. */
const steadily: Read = () => performance.now();

/**
 * The time of one gathering, in milliseconds since 1970. It begins with the wall clock and goes on steadily: a round of twenty minutes
 * takes twenty minutes, even if the wall clock is set back by two hours meanwhile. It is never behind what the log says, so that a
 * gathering goes on where it was after a restart with a clock set back, or on a node whose clock is behind.
 */
export type GatheringTime = { now(): number; notBefore(at: number): void };

export function gatheringTime(wall: Read, steady: Read = steadily): GatheringTime {
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
/** Less is what time servers do to every clock, and nobody in a room notices. */
const JUMP_MS = 60_000;

/** Says by how much the wall clock was set, once each time, if by more than a minute. Returns how to stop. */
export function watchForJumps(
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

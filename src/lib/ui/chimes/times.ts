const MINUTE_MS = 60_000;

/** Before the end of a soft clock, in the order they are heard. */
export const BELLS = [
  { bell: 'five', beforeMs: 5 * MINUTE_MS },
  { bell: 'two', beforeMs: 2 * MINUTE_MS },
  { bell: 'end', beforeMs: 0 }
] as const;
export type Bell = (typeof BELLS)[number]['bell'];
/** `at`: the moment it is for, milliseconds since 1970. */
export type Chime = { bell: Bell; at: number };

/** Later than this a bell would say something that is no longer so. */
export const LATE_MS = 10_000;
/**
 * A page that has just begun may be told the time anew, and a clock of five minutes begins where its first bell would
 * be.
 */
export const SETTLE_MS = 2000;

/**
 * What rings between two looks at a clock. A moment belongs to the one look that passed it; where several were passed,
 * as on a machine that slept, only the last may still be heard. A clock that was put off has new moments, and those
 * that lie behind are not made up for.
 */
export function chimeBetween(endsAt: number, lookedAt: number, now: number): Chime | null {
  const passed = BELLS.map(({ bell, beforeMs }) => ({ bell, at: endsAt - beforeMs })).filter(
    ({ at }) => lookedAt < at && at <= now
  );
  const last = passed.at(-1);
  return last && now - last.at <= LATE_MS ? last : null;
}

/** How far somebody has looked at a clock whose time is `now`: never back, even when the time itself is set back. */
export const lookedUntil = (before: number | null, now: number): number =>
  before === null ? now + SETTLE_MS : Math.max(before, now);

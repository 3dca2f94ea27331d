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

/** A bell that is later than this would be wrong. */
export const LATE_MS = 10_000;
/**
 * How long a new page does not ring: the server may correct its time, and a clock of five minutes begins at the moment
 * of its first bell.
 */
export const SETTLE_MS = 2000;

/**
 * The bell that is due between two readings of a clock. Where several moments passed, as on a machine that slept, only
 * the last may still ring. A clock that was put off has new moments; those in the past do not ring.
 */
export function chimeBetween(endsAt: number, lookedAt: number, now: number): Chime | null {
  const passed = BELLS.map(({ bell, beforeMs }) => ({ bell, at: endsAt - beforeMs })).filter(
    ({ at }) => lookedAt < at && at <= now
  );
  const last = passed.at(-1);
  return last && now - last.at <= LATE_MS ? last : null;
}

/** Up to when a clock was read: never earlier than before, even when its time is set back. */
export const lookedUntil = (before: number | null, now: number): number =>
  before === null ? now + SETTLE_MS : Math.max(before, now);

/** A time as minutes and seconds, such as 2:05. */
export const clock = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

const MINUTE_MS = 60_000;
/** Seconds are shown only from here to the end: earlier they would make people watch the board. */
export const SECONDS_FROM_MS = 2 * MINUTE_MS;

/**
 * What a soft clock shows: before the end the time left, first in minutes and later with seconds; after it (`over`) the
 * time since the end.
 */
export function softClock(endsAt: number, now: number): { over: boolean; minutes: number; exact: string | null } {
  const left = endsAt - now;
  if (left <= 0) return { over: true, minutes: Math.floor(-left / MINUTE_MS), exact: clock(-left) };
  return { over: false, minutes: Math.ceil(left / MINUTE_MS), exact: left <= SECONDS_FROM_MS ? clock(left) : null };
}

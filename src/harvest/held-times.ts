import { offsetTime } from '#wire/local-time.ts';
import type { HeldTimes } from './document.ts';

/** Instants, in milliseconds since 1970, as an edition writes them: by the clocks of the place, to the minute. */
export const heldTimes = (held: { from: number; to: number; timeZone: string }): HeldTimes => ({
  from: offsetTime(held.from, held.timeZone),
  to: offsetTime(held.to, held.timeZone),
  timeZone: held.timeZone
});

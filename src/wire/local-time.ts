/**
 * Instants and the clock on the wall of a place: what a form's `datetime-local` field holds, and what an edition says.
 * An instant is in milliseconds since 1970, a zone one of the IANA names (`Europe/Berlin`). JavaScript's own answer,
 * Temporal, is not in every browser and server that Plenary runs on.
 */

/** `2026-11-22T10:05`, on the clocks of a zone. */
export function localTime(instant: number, timeZone: string): string {
  const { year = '', month, day, hour, minute } = partsOf(instant, timeZone);
  return `${year.padStart(4, '0')}-${month}-${day}T${hour}:${minute}`;
}

/** The same with how far that clock is from UTC, as ISO 8601 writes it: `2026-11-22T10:05-06:00`. */
export function offsetTime(instant: number, timeZone: string): string {
  const local = localTime(instant, timeZone);
  const minutes = Math.round((Date.parse(`${local}Z`) - floorToMinute(instant)) / MINUTE_MS);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${local}${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`;
}

/**
 * The instant at which the clocks of a zone show `2026-11-22T10:05`; null for what is no such time or zone. Of an hour
 * that comes twice it is the first; in one that is left out, what the clock would have shown had it not been moved.
 */
export function instantOf(local: string, timeZone: string): number | null {
  if (!LOCAL.test(local) || !isTimeZone(timeZone)) return null;
  const asUtc = Date.parse(`${local}Z`);
  // The engine takes the 30th of February for the 2nd of March.
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 16) !== local) return null;
  const offsets = [asUtc - DAY_MS, asUtc + DAY_MS].map((near) => offsetAt(near, timeZone));
  const candidates = offsets.map((offset) => asUtc - offset);
  const shown = candidates.filter((instant) => localTime(instant, timeZone) === local);
  return shown.length > 0 ? Math.min(...shown) : asUtc - (offsets[0] ?? 0);
}

/** Whether this is a name that calendars know. Names alone: an offset like `+02:00` does not know when summer ends. */
export function isTimeZone(name: string): boolean {
  if (!ZONE.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** What people call a zone: its city. */
export const zoneName = (timeZone: string): string => (timeZone.split('/').at(-1) ?? '').replaceAll('_', ' ');

const LOCAL = /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d$/;
const ZONE = /^[A-Za-z][A-Za-z0-9_+/-]{1,60}$/;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 3_600_000;

const floorToMinute = (instant: number) => Math.floor(instant / MINUTE_MS) * MINUTE_MS;
const two = (value: number) => String(value).padStart(2, '0');
const offsetAt = (instant: number, timeZone: string) =>
  Date.parse(`${localTime(instant, timeZone)}Z`) - floorToMinute(instant);

function partsOf(instant: number, timeZone: string): Record<string, string> {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit'
  });
  return Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
}

import { localTime, zoneName } from '#wire/local-time.ts';

// Marked, because a bundler cannot know it: a module that does something when it is loaded would come along on every
// phone.
const date = /* #__PURE__ */ new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const weekday = /* #__PURE__ */ new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });

const dayOf = (local: string): Date => new Date(`${local.slice(0, 10)}T00:00Z`);
const clock = (local: string): string => local.slice(11, 16);
const zone = (timeZone: string): string => (timeZone === 'UTC' ? 'UTC' : `${zoneName(timeZone)} time`);

/** Days and times, always as the clocks show them where the gathering is held. */
export const when = {
  /** For a list to choose from: `America / Argentina / Buenos Aires`. */
  zone: (timeZone: string): string => timeZone.replaceAll('_', ' ').replaceAll('/', ' / '),
  /** `Sunday, 22 November 2026, 18:00 (Chicago time)`, of an instant. */
  starts(instant: number, timeZone: string): string {
    const local = localTime(instant, timeZone);
    return `${weekday.format(dayOf(local))}, ${date.format(dayOf(local))}, ${clock(local)} (${zone(timeZone)})`;
  },
  /** `22 November 2026`, of a day or a time as an edition writes it. */
  day: (local: string): string => date.format(dayOf(local)),
  /** `22 November 2026, 10:05`, of a time as an edition writes it. */
  at: (local: string): string => `${date.format(dayOf(local))}, ${clock(local)}`,
  /** `16:40`, of an instant. */
  clock: (instant: number, timeZone: string): string => clock(localTime(instant, timeZone)),
  /** `22 November 2026, 10:05 to 17:30 (Chicago time)`, of two times as an edition writes them. */
  held({ from, to, timeZone }: { from: string; to: string; timeZone: string }): string {
    const [first, last] = [date.format(dayOf(from)), date.format(dayOf(to))];
    const began = `${first}, ${clock(from)}`;
    const ended = first === last ? clock(to) : `${last}, ${clock(to)}`;
    return `${from === to ? began : `${began} to ${ended}`} (${zone(timeZone)})`;
  }
};

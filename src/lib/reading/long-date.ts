/** `2026-11-22`, or an instant, as people say it. In UTC, because the day of a gathering has no clock. */
export function longDate(date: string | number): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
}

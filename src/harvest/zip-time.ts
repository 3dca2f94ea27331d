/** Zip knows no year before or after these. */
const [FIRST, LAST] = [1980, 2099];

/**
 * The time that files in an archive of an edition have: when it was published, by the clocks of UTC. A zip holds the
 * clocks of a place and not which, so the same edition would be other bytes on a server elsewhere. `at`: ISO 8601.
 */
export function zipTime(at: string): Date {
  const time = new Date(at);
  const year = Math.min(Math.max(time.getUTCFullYear(), FIRST), LAST);
  const [month, day, hour] = [time.getUTCMonth(), time.getUTCDate(), time.getUTCHours()];
  return new Date(year, month, day, hour, time.getUTCMinutes(), time.getUTCSeconds());
}

import ical from 'ical-generator';
import type { Edition } from '../document.ts';

/**
 * When the gathering was held, as an entry for a calendar (RFC 5545). Its times are instants, so that it needs no table
 * of time zones and is right in every one. All editions of a gathering are one entry: a later one replaces it. `url`:
 * where the edition is read; null for a draft.
 */
export function ics({ id, version, title, gathering, publishedAt }: Edition, url: string | null): string {
  const { name, place, held } = gathering;
  const calendar = ical({ prodId: { company: 'Plenary', product: 'Edition' } });
  calendar.createEvent({
    id,
    sequence: version,
    stamp: new Date(publishedAt),
    start: new Date(held.from),
    ...(held.to === held.from ? {} : { end: new Date(held.to) }),
    summary: name,
    ...(place === null ? {} : { location: place }),
    description: title,
    ...(url === null ? {} : { url })
  });
  return calendar.toString();
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf, isTimeZone, localTime, offsetTime, zoneName } from './local-time.ts';

const HOUR = 3_600_000;

test.each([
  ['2026-11-22T10:05', 'America/Chicago', '2026-11-22T16:05:00.000Z', '2026-11-22T10:05-06:00'],
  ['2026-07-22T10:05', 'America/Chicago', '2026-07-22T15:05:00.000Z', '2026-07-22T10:05-05:00'],
  ['2026-11-22T00:00', 'Asia/Kathmandu', '2026-11-21T18:15:00.000Z', '2026-11-22T00:00+05:45'],
  ['2026-11-22T23:59', 'Pacific/Kiritimati', '2026-11-22T09:59:00.000Z', '2026-11-22T23:59+14:00'],
  ['2026-01-01T12:00', 'UTC', '2026-01-01T12:00:00.000Z', '2026-01-01T12:00+00:00']
])('%s in %s is the instant %s', (local, zone, instant, withOffset) => {
  expect(instantOf(local, zone)).toBe(Date.parse(instant));
  expect(localTime(Date.parse(instant), zone)).toBe(local);
  expect(offsetTime(Date.parse(instant), zone)).toBe(withOffset);
});

test('an hour that a clock skips is the hour after it, and of one it repeats the first counts', () => {
  expect(instantOf('2026-03-29T02:30', 'Europe/Berlin')).toBe(Date.parse('2026-03-29T01:30:00Z'));
  expect(instantOf('2026-10-25T02:30', 'Europe/Berlin')).toBe(Date.parse('2026-10-25T00:30:00Z'));
});

test.each([
  '',
  'yesterday',
  '2026-13-01T10:00',
  '2026-02-30T10:00',
  '2026-11-22',
  '2026-11-22T25:00',
  '0026-11-22T10:00'
])('%j is no time', (local) => expect(instantOf(local, 'Europe/Berlin')).toBeNull());

test('only zones that calendars know are taken', () => {
  expect(['Europe/Berlin', 'UTC', 'Asia/Calcutta'].every(isTimeZone)).toBe(true);
  expect(['', 'Europe/Atlantis', '+02:00', 'Europe/Berlin; DROP', '__proto__'].some(isTimeZone)).toBe(false);
  expect(instantOf('2026-11-22T10:05', 'Europe/Atlantis')).toBeNull();
});

test('what was read from a clock is found again, in every zone and minute', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 16_000_000, max: 33_000_000 }), (zone, minute) => {
      const at = minute * 60_000;
      const again = instantOf(localTime(at, zone), zone) ?? 0;
      // Of an hour that comes twice the first is meant.
      expect(localTime(again, zone)).toBe(localTime(at, zone));
      expect([0, HOUR / 2, HOUR, 2 * HOUR, 24 * HOUR]).toContain(at - again);
    }),
    { numRuns: 500 }
  );
});

test.each([
  ['America/Argentina/Buenos_Aires', 'Buenos Aires'],
  ['Europe/Berlin', 'Berlin'],
  ['UTC', 'UTC']
])('%s is called %s', (zone, name) => expect(zoneName(zone)).toBe(name));

import { expect, test } from 'vitest';
import { when } from './when.ts';

test('a start is told as the clocks show it where it is', () => {
  const at = Date.parse('2026-11-23T00:30:00Z');
  expect(when.starts(at, 'America/Chicago')).toBe('Sunday, 22 November 2026, 18:30 (Chicago time)');
  expect(when.starts(at, 'UTC')).toBe('Monday, 23 November 2026, 00:30 (UTC)');
});

test.each([
  ['2026-11-22T17:30-06:00', '22 November 2026, 10:05 to 17:30 (Chicago time)'],
  ['2026-11-23T12:00-06:00', '22 November 2026, 10:05 to 23 November 2026, 12:00 (Chicago time)'],
  ['2026-11-22T10:05-06:00', '22 November 2026, 10:05 (Chicago time)']
])('what ended at %s was held %s', (to, sentence) => {
  expect(when.held({ from: '2026-11-22T10:05-06:00', to, timeZone: 'America/Chicago' })).toBe(sentence);
});

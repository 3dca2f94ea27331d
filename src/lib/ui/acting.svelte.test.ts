import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Acting } from './acting.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what was done is said for a while, and not over what comes after it', async () => {
  const acting = new Acting(async () => ({ version: 1 }), {});
  await acting.at('round')('addMinutes', {}, 'Two minutes more.');
  expect(acting.said).toBe('Two minutes more.');
  vi.advanceTimersByTime(8_000);
  await acting.at('scribes')('makeScribe', {}, 'Bo is a scribe now.');
  vi.advanceTimersByTime(8_000);
  expect(acting.said).toBe('Bo is a scribe now.');
  vi.advanceTimersByTime(8_000);
  expect(acting.said).toBe('');
});

test('a no stands beside what was pressed until something else is pressed', async () => {
  let answer: { version: number } | { refused: string } = { refused: 'table-full' };
  const acting = new Acting(async () => answer, { 'table-full': 'Every chair is taken.' });
  expect(await acting.at('grid')('movePerson')).toBe(false);
  vi.advanceTimersByTime(60_000);
  expect([acting.wrong('grid'), acting.wrong('round'), acting.said]).toEqual(['Every chair is taken.', null, '']);
  answer = { version: 2 };
  expect(await acting.at('round')('ask')).toBe(true);
  expect(acting.wrong('grid')).toBeNull();
});

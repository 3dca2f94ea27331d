import { expect, test } from 'vitest';
import { AT_MOST_EVERY_MS, LOOKS_EVERY_MS, whenToAsk } from './follow-meeting.ts';

const AT_FIRST = [0, AT_MOST_EVERY_MS];

/** At which times the page asks, where it is told `changes` at these times. It looks each second. */
function asked(changes: readonly number[], until: number): number[] {
  const isDue = whenToAsk();
  const asks = [];
  for (let now = 0; now <= until; now += LOOKS_EVERY_MS) {
    const told = changes.filter((at) => at <= now).length;
    if (isDue(now, String(told))) asks.push(now);
  }
  return asks;
}

test('HD12 a note that is hidden in a quiet moment leaves the desk with the next look, and it is asked for once more', () => {
  expect(asked([20_500], 60_000)).toEqual([...AT_FIRST, 21_000, 27_000]);
});

test('HD12 while the room writes the desk asks a few times a minute, and not at each note', () => {
  const writing = Array.from({ length: 60 }, (_, nth) => 10_000 + nth * 500);
  const asks = asked(writing, 60_000);
  expect(asks).toEqual([...AT_FIRST, 12_000, 18_000, 24_000, 30_000, 36_000, 42_000, 48_000]);
  expect(asks.every((at, nth) => nth === 0 || at - asks[nth - 1]! >= AT_MOST_EVERY_MS)).toBe(true);
});

test('HD12 what changed between the page’s making and its first look is asked for', () => {
  expect(asked([], 60_000)).toEqual(AT_FIRST);
});

import { expect, test } from 'vitest';
import { playbackSpeed, replayedMs, peopleAt, recordingOf } from './replay.ts';

const evening = recordingOf(
  [
    [3, 100, 0],
    [7, 900, 0],
    [3, 500, 4000],
    [7, null, 6000],
    [9, 250, 9000]
  ],
  9000
);
const at = (ms: number) => {
  const { ids, xs, count } = peopleAt(evening, ms);
  expect(ids).toHaveLength(count);
  return [...ids].map((id, index) => [id, xs[index]]);
};

test('a replay begins with everybody where they were seen first', () => {
  expect(at(0)).toEqual([
    [3, 100],
    [7, 900]
  ]);
});

test('who moved last stands on top, and who left the line is gone', () => {
  expect(at(4000)).toEqual([
    [7, 900],
    [3, 500]
  ]);
  expect(at(6000)).toEqual([[3, 500]]);
});

test('going back shows what was there, and past the end what stayed', () => {
  expect(at(99_999)).toEqual([
    [3, 500],
    [9, 250]
  ]);
  expect(at(3999)).toEqual(at(0));
});

test('half an hour is seen in twenty seconds', () => {
  expect((30 * 60_000) / playbackSpeed(recordingOf([], 30 * 60_000))).toBe(20_000);
});

test('SP40 a replay of a hidden round begins with the reveal, and not with an empty line', () => {
  const blind = recordingOf(
    [
      [3, 100, 8000],
      [7, 900, 8000],
      [3, 500, 9000]
    ],
    9000
  );
  expect(blind.ms).toBe(1000);
  expect(peopleAt(blind, 0).count).toBe(2);
  expect([...peopleAt(blind, 1000).xs].sort()).toEqual([500, 900]);
  expect(replayedMs({ moves: [[3, 100, 8000]], ms: 9000 })).toBe(1000);
});

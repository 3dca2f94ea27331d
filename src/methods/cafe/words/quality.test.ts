import { describe, expect, test } from 'vitest';
import { brokenInWords, detailsInWords, qualityInWords } from './quality.ts';
import type { Quality } from '#rotation/problem.ts';

const quality = (more: Partial<Quality> = {}): Quality => ({
  excess: 0,
  bound: 0,
  isOptimal: true,
  repeats: 0,
  worst: 0,
  met: { least: 15, median: 15, most: 15, ceiling: 15 },
  share: 0.1,
  returns: 0,
  sizes: { least: 6, most: 6 },
  choices: null,
  unwished: 0,
  broken: { overfull: 0, apart: 0, misplaced: 0, hostless: 0, unseated: 0 },
  ...more
});
const met = { least: 10, median: 11, most: 12, ceiling: 12 };

describe('a plan is read aloud', () => {
  test.each([
    [quality(), 'Everyone meets 15 other people; nobody meets anyone twice. No plan can do better.'],
    [
      quality({ met, repeats: 3, excess: 3, bound: 3, worst: 1 }),
      'Everyone meets 10 to 12 others; 3 pairs meet twice. That is the least possible.'
    ],
    [
      quality({ met, repeats: 1, excess: 1, worst: 1, isOptimal: false }),
      'Everyone meets 10 to 12 others; 1 pair meets twice. A better plan may exist; this is the best one found.'
    ],
    [
      quality({ met, repeats: 9, excess: 12, bound: 6, worst: 3, isOptimal: false }),
      'Everyone meets 10 to 12 others; people meet again 9 times, nobody more than 3 times. Some of it cannot be avoided.'
    ],
    [quality({ isOptimal: false, met }), 'Everyone meets 10 to 12 others; nobody meets anyone twice.']
  ])('%#', (plan, sentence) => {
    expect(qualityInWords(plan)).toBe(sentence);
  });

  test('rules that could not be kept are named one by one, and none where all are', () => {
    expect(brokenInWords(quality())).toEqual([]);
    const broken = { overfull: 2, apart: 1, misplaced: 0, hostless: 1, unseated: 0 };
    expect(brokenInWords(quality({ broken }))).toEqual([
      '2 chairs are missing, over all rounds.',
      'Once, two people who should sit apart share a table.',
      '1 table has nobody who stayed to tell.'
    ]);
  });

  test('sizes are said once where they are the same in every round', () => {
    const plan = { quality: quality(), way: 'steps' as const, people: 150, tables: 25 };
    const size = { least: 5, most: 6 };
    expect(detailsInWords({ ...plan, sizes: [size, size] })[0]).toBe('Tables of 5 to 6.');
    expect(detailsInWords({ ...plan, sizes: [size, { least: 6, most: 6 }] })[0]).toBe('Tables by round: 5 to 6, 6.');
  });
});

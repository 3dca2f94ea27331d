import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FEWEST, fewOf, isFew, partOf, partsOf } from './people-counts.ts';

const counts = fc.array(fc.oneof(fc.nat(6), fc.nat(40)), { minLength: 1, maxLength: 8 });
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

test('one to four people, and all but one to four, are words', () => {
  expect([0, 1, 4, 5, 12, 16, 20].map((count) => partOf(count, 20))).toEqual([
    { count: 0, of: 20 },
    'few',
    'few',
    { count: 5, of: 20 },
    { count: 12, of: 20 },
    'most',
    { count: 20, of: 20 }
  ]);
  expect([3, 5, 17].map((count) => fewOf(count, 20))).toEqual([null, 5, null]);
});

test.each([
  [
    [0, 5, 9, 12],
    [0, 5, 9, 12]
  ],
  [
    [0, 3, 12, 9],
    ['untold', 'untold', 12, 'untold']
  ],
  [
    [5, 5, 3, 6],
    ['untold', 'untold', 'untold', 6]
  ],
  [
    [1, 0, 2],
    ['untold', 'untold', 'untold']
  ],
  [[4], ['untold']]
])('of %j people %j are told', (people, told) => {
  expect(partsOf(people)).toEqual(told);
});

test('who knows all of them cannot take one to four people out of what is told', () => {
  fc.assert(
    fc.property(counts, (people) => {
      const told = partsOf(people);
      const hidden = people.filter((_, row) => told[row] === 'untold');
      for (const count of told) if (count !== 'untold') expect(isFew(count)).toBe(false);
      const isCrowdAmong = hidden.some((count) => count >= FEWEST);
      // One alone would be what is missing from the whole.
      if (hidden.length === 1) expect(people).toHaveLength(1);
      if (isCrowdAmong) expect(sum(hidden)).toBeGreaterThan(FEWEST);
      else expect(hidden.length === 0 || hidden.length === people.length).toBe(true);
    })
  );
});

test('who knows this rule, too, cannot say which of those untold are few', () => {
  fc.assert(
    fc.property(counts, fc.nat(), (people, turn) => {
      const told = partsOf(people);
      const rows = people.flatMap((_, row) => (told[row] === 'untold' ? [row] : []));
      const turned = [...people];
      rows.forEach((row, nth) => (turned[row] = people[rows[(nth + turn) % rows.length] ?? row] ?? 0));
      expect(partsOf(turned)).toEqual(told);
    })
  );
});

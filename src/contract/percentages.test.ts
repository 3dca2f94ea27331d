import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shares } from './percentages.ts';

const percents = (...counts: number[]) => shares(counts).map(({ percent }) => percent);

test('from fifty people on percentages are told, and add up to a hundred', () => {
  expect(percents(20, 20, 30)).toEqual([29, 28, 43]);
  expect(percents(50, 0)).toEqual([100, 0]);
  fc.assert(
    fc.property(fc.array(fc.nat(400), { minLength: 1, maxLength: 6 }), (counts) => {
      fc.pre(counts.reduce((sum, count) => sum + count, 0) >= 50);
      const told = shares(counts);
      expect(told.reduce((sum, { percent }) => sum + (percent ?? 0), 0)).toBe(100);
      const whole = counts.reduce((sum, count) => sum + count, 0);
      for (const { count, percent } of told) expect(Math.abs((percent ?? 0) - (100 * count) / whole)).toBeLessThan(1);
    })
  );
});

test('fewer are told as they are', () => {
  expect(shares([2, 2, 3])).toEqual([2, 2, 3].map((count) => ({ count, percent: null })));
  expect(percents(24, 25)).toEqual([null, null]);
});

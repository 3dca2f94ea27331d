import { expect, test } from 'vitest';
import { median, Milliseconds } from './figures.ts';

test('a spread is told by the nearest rank, in whatever order it was measured', () => {
  const ms = new Milliseconds();
  for (let nth = 0; nth < 2000; nth += 1) ms.add(((nth * 7) % 2000) + 1);
  expect(ms.spread()).toEqual({ p50: 1000, p95: 1900, p99: 1980, most: 2000, count: 2000 });
});

test('nothing measured is no spread, and one measurement is all of it', () => {
  const ms = new Milliseconds();
  expect(ms.spread()).toBeNull();
  ms.add(5);
  expect(ms.spread()).toEqual({ p50: 5, p95: 5, p99: 5, most: 5, count: 1 });
});

test('the middle is one that was measured', () => {
  expect(median([30, 10, 20])).toBe(20);
  expect(median([4, 1, 3, 2])).toBe(2);
  expect(median([])).toBeNaN();
});

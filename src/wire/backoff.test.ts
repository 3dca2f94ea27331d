import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoffMs } from './backoff.ts';

const SENDING = { leastMs: 100, firstMs: 250, mostMs: 8_000 };

test('the span doubles with each attempt, up to its most', () => {
  const waits = [0, 1, 2, 3, 4, 5, 6, 40].map((attempt) => backoffMs(SENDING, attempt, 1));
  expect(waits).toEqual([350, 600, 1_100, 2_100, 4_100, 8_100, 8_100, 8_100]);
});

test('a part of nothing waits the least, half of it half of the span', () => {
  expect(backoffMs(SENDING, 3, 0)).toBe(100);
  expect(backoffMs(SENDING, 3, 0.5)).toBe(1_100);
});

test('however often something failed, the wait stays within its bounds', () => {
  fc.assert(
    fc.property(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, part) => {
      const wait = backoffMs(SENDING, attempt, part);
      expect(wait).toBeGreaterThanOrEqual(100);
      expect(wait).toBeLessThanOrEqual(8_100);
    })
  );
});

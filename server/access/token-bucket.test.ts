import { expect, test } from 'vitest';
import { TokenBucket } from './token-bucket.ts';

test('a burst, then a steady few, and each person for themselves', () => {
  const bucket = new TokenBucket(3, 2);
  const takes = (key: string, at: number, times: number) => Array.from({ length: times }, () => bucket.take(key, at));
  expect(takes('bo', 0, 5)).toEqual([true, true, true, false, false]);
  expect(bucket.take('chidi', 0)).toBe(true);
  expect(takes('bo', 500, 2)).toEqual([true, false]);
  expect(takes('bo', 60_000, 4)).toEqual([true, true, true, false]);
});

test('forgetting somebody gives them nothing they would not have anyway', () => {
  const bucket = new TokenBucket(2, 1);
  bucket.take('bo', 0);
  bucket.take('bo', 0);
  bucket.sweep(1500);
  expect(bucket.take('bo', 1500)).toBe(true);
  expect(bucket.take('bo', 1500)).toBe(false);
});

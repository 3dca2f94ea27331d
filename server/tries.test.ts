import { expect, test } from 'vitest';
import { Tries } from './tries.ts';

test('who failed too often waits until the time is over, and nobody else does', () => {
  const tries = new Tries(2, 1000);
  tries.failed('mallory', 0);
  expect(tries.wait('mallory', 0)).toBe(0);
  tries.failed('mallory', 400);
  expect(tries.wait('mallory', 400)).toBe(600);
  expect(tries.wait('ana', 400)).toBe(0);
  expect(tries.wait('mallory', 1000)).toBe(0);
});

test('a success wipes the slate', () => {
  const tries = new Tries(2, 1000);
  tries.failed('ana', 0);
  tries.succeeded('ana');
  tries.failed('ana', 1);
  expect(tries.wait('ana', 1)).toBe(0);
});

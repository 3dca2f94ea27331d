import { expect, it } from 'vitest';
import { stepAt } from './pair-talk.ts';

it('a talk of two thinks, speaks, and lets the other speak, half a minute each', () => {
  expect(stepAt(90_000, 0)).toEqual({ at: 0, leftMs: 30_000 });
  expect(stepAt(90_000, 29_000)).toEqual({ at: 0, leftMs: 1_000 });
  expect(stepAt(90_000, 30_000)).toEqual({ at: 1, leftMs: 30_000 });
  expect(stepAt(90_000, 75_000)).toEqual({ at: 2, leftMs: 15_000 });
  expect(stepAt(90_000, 90_000)).toEqual({ at: 3, leftMs: 0 });
});

it('more time is time to think', () => {
  expect(stepAt(150_000, 0)).toEqual({ at: 0, leftMs: 90_000 });
});

it('a talk nobody has set an end to has no steps', () => {
  expect(stepAt(null, 0)).toBeNull();
});

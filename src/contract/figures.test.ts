import { expect, test } from 'vitest';
import type { FigureOf } from './harvest-blocks.ts';
import { amount, headcount, peopleFigure } from './figures.ts';
import type { Part } from './people-counts.ts';

type Words = {
  headings: Record<string, never>;
  figures: { notes(count: number): string; wrote(part: Part): string };
  leftOut: [string];
};
const told: FigureOf<Words>[] = [amount('notes', 3), peopleFigure('wrote', 3, 20), headcount('notes', 7, { round: 2 })];

test('three of twenty people are a word, and three notes are three', () => {
  expect(told).toEqual([
    { code: 'notes', value: 3 },
    { code: 'wrote', value: 'few' },
    { code: 'notes', value: 7, scope: { round: 2 } }
  ]);
});

test('whoever writes a figure out, passes people off as a share, or has no sentence for it does not compile', () => {
  const wrong: FigureOf<Words>[] = [
    // @ts-expect-error It does not say whether these are people.
    { code: 'notes', value: 3 },
    // @ts-expect-error Three people.
    amount('wrote', { count: 3, of: 20 }),
    // @ts-expect-error There is no sentence for it.
    amount('rounds', 3)
  ];
  expect(wrong).toHaveLength(3);
});

import { expect, it } from 'vitest';
import { rows, placeAfterStep } from './place-after-step.ts';

const note = (order: number, parent: string | null = null) => ({ branch: 'ana', parent, order });
const notes = { a: note(1), b: note(2), c: note(3), b1: note(1, 'b'), b2: note(2, 'b'), b11: note(1, 'b1') };

it('numbers notes as an outline does', () => {
  expect(rows(notes, 'ana').map(({ id, number, level }) => `${number} ${id} ${level}`)).toEqual([
    '1 a 1',
    '2 b 1',
    '2.1 b1 2',
    '2.1.1 b11 3',
    '2.2 b2 2',
    '3 c 1'
  ]);
});

it('finds the next place in, out, up and down, and none where there is none', () => {
  const place = (parent: string | null, after: string | null) => ({ branch: 'ana', parent, after });
  expect(placeAfterStep(notes, 'c', 'in')).toEqual(place('b', 'b2'));
  expect(placeAfterStep(notes, 'b11', 'out')).toEqual(place('b', 'b1'));
  expect(placeAfterStep(notes, 'b2', 'out')).toEqual(place(null, 'b'));
  expect(placeAfterStep(notes, 'c', 'up')).toEqual(place(null, 'a'));
  expect(placeAfterStep(notes, 'a', 'down')).toEqual(place(null, 'b'));
  for (const [id, step] of [
    ['a', 'in'],
    ['a', 'out'],
    ['a', 'up'],
    ['c', 'down'],
    ['gone', 'in']
  ] as const)
    expect(placeAfterStep(notes, id, step)).toBeNull();
});

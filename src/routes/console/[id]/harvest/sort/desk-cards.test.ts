import { expect, test } from 'vitest';
import type { DeskNote } from '#server/edition-api.ts';
import type { GatheringSeen } from '../../steps.ts';
import { asTheyCame, readNow } from './desk-cards.ts';

const noteOf = (note: string): DeskNote => ({
  ...{ note, words: note, whole: null, photo: null, where: '', activity: 'cafe', block: 'cafe' },
  ...{ question: '', table: null, isReason: false }
});
const desk = (splits: Record<string, string[]> = {}) =>
  ({
    splits: Object.fromEntries(Object.entries(splits).map(([note, into]) => [note, { into }])),
    parts: Object.fromEntries(
      Object.entries(splits).flatMap(([of, into]) => into.map((part) => [part, { of }] as const))
    )
  }) as unknown as GatheringSeen;

test('HD12 what comes in stands last, wherever it was written, and parts stand where their note stood', () => {
  const inOrder = asTheyCame();
  const shown = (notes: string[], gathering = desk()) => inOrder(notes.map(noteOf), gathering).map(({ note }) => note);
  expect(shown(['a1', 'b1'])).toEqual(['a1', 'b1']);
  expect(shown(['a1', 'a2', 'b1'])).toEqual(['a1', 'b1', 'a2']);
  expect(shown(['x', 'y', 'a2', 'b1'], desk({ a1: ['x', 'y'] }))).toEqual(['x', 'y', 'b1', 'a2']);
  expect(shown(['a2', 'b1'])).toEqual(['b1', 'a2']);
  expect(shown(['a1', 'a2', 'b1'])).toEqual(['a1', 'b1', 'a2']);
});

test('HD9 until its parts are asked for, a note that was split is not read, and neither are parts that are one again', () => {
  const read = (notes: string[], gathering: GatheringSeen) =>
    readNow(notes.map(noteOf), gathering).map(({ note }) => note);
  expect(read(['a', 'b'], desk({ a: ['x', 'y'] }))).toEqual(['b']);
  expect(read(['x', 'y', 'b'], desk({ a: ['x', 'y'] }))).toEqual(['x', 'y', 'b']);
  const whole = { ...desk({ a: ['x', 'y'] }), splits: {} } as GatheringSeen;
  expect(read(['x', 'y', 'b'], whole)).toEqual(['b']);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editBetween } from './text-edit.ts';

it('reads what a hand did where the caret is', () => {
  expect(editBetween('aaa', 'aaaa', 2)).toEqual({ at: 1, without: 0, insert: 'a' });
  expect(editBetween('Bread', 'Breed', 4)).toEqual({ at: 3, without: 1, insert: 'e' });
  expect(editBetween('one two', 'two', 0)).toEqual({ at: 0, without: 4, insert: '' });
});

it('leads from the text before to the text after, and cuts no letter in two', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', '🌱', '🌲', 'ẞ'), { maxLength: 8 }).map((all) => all.join(''));
  fc.assert(
    fc.property(letters, letters, fc.nat(16), (before, after, caret) => {
      const { at, without, insert } = editBetween(before, after, Math.min(caret, after.length));
      expect(before.slice(0, at) + insert + before.slice(at + without)).toBe(after);
      for (const part of [before.slice(0, at), insert, before.slice(at + without)])
        expect(part.isWellFormed()).toBe(true);
    })
  );
});

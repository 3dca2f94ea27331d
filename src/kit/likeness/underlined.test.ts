import fc from 'fast-check';
import { expect, it } from 'vitest';
import { underlined } from './underlined.ts';

const marked = (text: string, ...shared: string[]) =>
  underlined(text, shared)
    .map((piece) => (piece.isShared ? `[${piece.text}]` : piece.text))
    .join('');

it('marks the shared words wherever they stand, and no part of a word', () => {
  expect(marked('Open data, open doors, reopened', 'open')).toBe('[Open] data, [open] doors, reopened');
  expect(marked('حديقة للأطفال في الحي', 'للأطفال', 'الحي')).toBe('حديقة [للأطفال] في [الحي]');
  expect(marked('👩‍👩‍👧 l’eau', 'eau')).toBe('👩‍👩‍👧 l’[eau]');
});

it('keeps the text as it is', () => {
  const text = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(text, fc.array(text), (words, shared) => {
      const pieces = underlined(words, shared);
      expect(pieces.map((piece) => piece.text).join('')).toBe(words);
      expect(pieces.every((piece) => piece.text.length > 0)).toBe(true);
    })
  );
});

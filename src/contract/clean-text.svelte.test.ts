import { expect, it } from 'vitest';
import { COUNTED, WORDS } from '../../tests/support/writing-systems.ts';
import { clean, lengthOf } from './clean-text.ts';

it.each(COUNTED)('a phone counts the letters that the server counts: %s', (words, letters) => {
  expect(lengthOf(words)).toBe(letters);
});

it('a phone keeps correct words byte for byte, as the server does', () => {
  for (const word of Object.values(WORDS).flat()) expect(clean(word)).toBe(word);
});

import { expect, test } from 'vitest';
import { isStruckMore, struckOut } from './struck-out.ts';

const said = 'Ask Maria Kowalska from number 7.';

test('HD8 whole words are struck out, as long as any others', () => {
  expect(struckOut(said, 4, 18)).toBe('Ask ▒▒▒▒ from number 7.');
  expect(struckOut(said, 6, 12)).toBe('Ask ▒▒▒▒ from number 7.');
  expect(struckOut(said, 0, said.length)).toBe('▒▒▒▒');
});

test('HD8 nothing is struck out where no word is selected', () => {
  expect(struckOut(said, 4, 4)).toBeNull();
  expect(struckOut(said, 3, 4)).toBeNull();
  expect(struckOut('Ask ▒▒▒▒', 4, 8)).toBeNull();
});

test('HD8 a text is struck out as long as it has more marks than before', () => {
  expect(isStruckMore('Ask ▒▒▒▒ from number 7.', said)).toBe(true);
  expect(isStruckMore('Ask ▒▒▒▒ of number 7.', 'Ask ▒▒▒▒ from number 7.')).toBe(false);
  expect(isStruckMore('Ask ▒▒▒▒ from ▒▒▒▒', 'Ask ▒▒▒▒ from number 7.')).toBe(true);
  expect(isStruckMore('Ask Mei.', said)).toBe(false);
});

import { expect, test } from 'vitest';
import { struckOut } from './struck-out.ts';

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

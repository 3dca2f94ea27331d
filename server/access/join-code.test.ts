import { expect, test } from 'vitest';
import { newCode, parseTyped, parseCode } from './join-code.ts';

test.each([
  ['493027', 'as it stands'],
  ['493 027', 'with a space'],
  [' 493–027 ', 'with a dash of any kind'],
  ['493\u00a0027', 'with a space that does not break'],
  ['4 9 3 0 2 7', 'one by one'],
  ['٤٩٣٠٢٧', 'in Arabic digits'],
  ['۴۹۳۰۲۷', 'in Persian digits'],
  ['४९३०२७', 'in Devanagari digits'],
  ['４９３０２７', 'in full width'],
  ['𝟒𝟗𝟑𝟎𝟐𝟕', 'in bold'],
  ['\u200f493027', 'with a mark of direction before it']
])('%s is read: %s', (typed) => {
  expect(parseCode(typed)).toBe('493027');
});

test.each(['', '49302', '4930275', '493027501', 'abcdef', '49302O', '493027'.repeat(20), '½½½½½½'])(
  '%s is no code',
  (typed) => {
    expect(parseCode(typed)).toBeNull();
  }
);

test('a fresh code is never one that is taken', () => {
  const isTaken = (code: string) => code !== '111111' && !code.startsWith('9');
  for (let turn = 0; turn < 50; turn += 1) expect(newCode(isTaken, 5)).toMatch(/^(9\d{5}|111111)$/);
});

test('when many gatherings are open, new codes are longer', () => {
  expect(newCode(() => false, 9)).toMatch(/^\d{6}$/);
  expect(newCode(() => false, 10)).toMatch(/^\d{8}$/);
});

test.each([
  ['493027+9x2m8', { code: '493027', key: '9x2m8' }],
  ['493027+9X2M8', { code: '493027', key: '9x2m8' }],
  ['49302733+9x2m8', { code: '49302733', key: '9x2m8' }],
  ['493 027', { code: '493027', key: null }],
  ['493027+9x2m', { code: null, key: null }],
  ['+9x2m8', { code: null, key: null }]
])('the key behind the code of %s is read', (typed, read) => {
  expect(parseTyped(typed)).toEqual(read);
});

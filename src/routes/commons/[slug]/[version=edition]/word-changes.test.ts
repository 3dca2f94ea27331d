import { expect, test } from 'vitest';
import { wordChanges } from './word-changes.ts';

const read = (before: string, after: string, without: 'in' | 'out') =>
  wordChanges(before, after)
    .filter(({ kind }) => kind !== without)
    .map(({ words }) => words)
    .join('');

test.each([
  ['A tool library', 'A tool library in the old school'],
  ['مكتبة الأدوات', 'مكتبة الأدوات في المدرسة'],
  ['One\ntwo', 'One\n\nthree'],
  ['', 'Came in'],
  ['<b>bold</b>', '<i>slanted</i>']
])('of “%s” and “%s” each can be read whole', (before, after) => {
  expect(read(before, after, 'in')).toBe(before);
  expect(read(before, after, 'out')).toBe(after);
});

test('only what changed is marked', () => {
  expect(wordChanges('Seeds and tools', 'Seeds and books')).toEqual([
    { words: 'Seeds and ', kind: 'same' },
    { words: 'tools', kind: 'out' },
    { words: 'books', kind: 'in' }
  ]);
});

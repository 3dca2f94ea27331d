import { expect, it } from 'vitest';
import { splitMatches } from './search-matches.ts';

const marked = (excerpt: string) => splitMatches(excerpt).map(({ text, match }) => (match ? `[${text}]` : text));

it('tells matches from what stands around them', () => {
  expect(marked('We \uE000share\uE001 and \uE000share\uE001 alike')).toEqual([
    'We ',
    '[share]',
    ' and ',
    '[share]',
    ' alike'
  ]);
  expect(marked('\uE000All\uE001')).toEqual(['[All]']);
});

it('keeps text without a match, markup and all', () => {
  expect(marked('<b>We</b> share')).toEqual(['<b>We</b> share']);
  expect(marked('')).toEqual([]);
});

it('loses no words when marks are unbalanced', () => {
  expect(marked('a\uE000b').join('')).toBe('a[b]');
  expect(marked('a\uE000\uE000b\uE001c').join('')).toBe('a[b]c');
});

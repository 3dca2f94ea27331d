import { expect, test } from 'vitest';
import { headingBookmark, noteBookmark } from './bookmarks.ts';

const TAKEN_BY_WORD = /^[a-z][a-z0-9_]{0,39}$/;
const longest = 'x'.repeat(40);
const anchors = ['b2', 'B2', 'b2-speaker-1', 'b2-speaker_1', `b2-${'y'.repeat(80)}-${'z'.repeat(80)}`];

test('Word takes the name of every bookmark', () => {
  for (const address of ['0', 'seeds', 'x'.repeat(38), 'x'.repeat(39), longest])
    expect(noteBookmark(address)).toMatch(TAKEN_BY_WORD);
  for (const anchor of anchors) expect(headingBookmark(anchor)).toMatch(TAKEN_BY_WORD);
});

test('no two ids have the same bookmark, as Word compares them', () => {
  const notes = ['seeds', longest, `${longest.slice(1)}y`, noteBookmark(longest)].map(noteBookmark);
  const names = [...notes, ...anchors.map(headingBookmark)];
  expect(new Set(names).size).toBe(names.length);
});

test('a bookmark follows from the id alone, so that links into one edition lead on in the next', () => {
  expect(noteBookmark('3k9x0a7b2c4d1')).toBe('n_3k9x0a7b2c4d1');
  expect(headingBookmark('b2-speaker-1')).toBe('h_3acpus1ktb4akn4ytaybbvr6y');
});

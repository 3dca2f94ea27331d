import { expect, test } from 'vitest';
import { edition, unpanel } from '../../tests/support/editions.ts';
import { anchorOf } from './anchor.ts';
import { changesBetween, objectionsBetween, wordingsBetween } from './changes.ts';
import type { SeenNote, SeenOutline } from './document.ts';

const withNotes = (notes: SeenNote[], more: SeenOutline['branches'] = []) =>
  edition({
    blocks: [{ ...unpanel, branches: [{ id: 'talk', head: { kind: 'discussion' }, notes }, ...more], figures: [] }]
  });
const note = (id: string, text: string | null, notes: SeenNote[] = []): SeenNote => ({ id, text, notes });

test('two editions that say the same have no changes, wherever their notes stand', () => {
  const older = withNotes([note('a', 'Seeds', [note('b', 'Beans')]), note('c', 'Bread')]);
  const newer = withNotes(
    [note('b', 'Beans')],
    [{ id: 'later', head: { kind: 'questions' }, notes: [note('c', 'Bread'), note('a', 'Seeds')] }]
  );
  expect(changesBetween(older, newer)).toEqual([]);
});

test('what was mended, left out, taken back and added is told, each once', () => {
  const older = withNotes([note('a', 'Seeds'), note('b', 'Beans'), note('c', 'Bread'), note('d', null)]);
  const newer = withNotes([note('e', 'Eggs'), note('a', 'Seed bank'), note('c', null)]);
  expect(changesBetween(older, newer)).toEqual([
    { note: 'a', before: 'Seeds', after: 'Seed bank' },
    { note: 'b', before: 'Beans', after: null },
    { note: 'c', before: 'Bread', after: null },
    { note: 'e', before: null, after: 'Eggs' }
  ]);
});

test('a note that was taken back is told, though nobody has its words any more', () => {
  const gone = [{ id: 'b', by: 'author' as const, at: '2026-11-23T09:00:00.000Z' }];
  const older = withNotes([note('a', 'Seeds')]);
  const newer = { ...older, gone };
  expect(changesBetween(older, newer)).toEqual([{ note: 'b', before: null, after: null }]);
  expect(changesBetween(newer, newer)).toEqual([]);
});

test('CO14 another title, another summary and other texts in short are told, with their words before and after', () => {
  const older = { ...withNotes([note('a', 'Seeds')]), title: 'What we need', summary: null };
  const [block] = older.blocks as [SeenOutline];
  const newer = {
    ...older,
    title: 'What our street needs',
    summary: 'Seeds, mostly.',
    blocks: [
      { ...block, summary: 'In short: seeds', branches: block.branches.map((one) => ({ ...one, summary: 'Talk' })) }
    ]
  };
  expect(wordingsBetween(older, newer)).toEqual([
    { kind: 'title', anchor: null, before: 'What we need', after: 'What our street needs' },
    { kind: 'summary', anchor: null, before: null, after: 'Seeds, mostly.' },
    { kind: 'inShort', anchor: anchorOf(block), before: null, after: 'In short: seeds' },
    { kind: 'inShort', anchor: anchorOf(block, block.branches[0]!), before: null, after: 'Talk' }
  ]);
  expect(wordingsBetween(newer, older).map(({ kind, before, after }) => [kind, before, after])).toEqual([
    ['title', 'What our street needs', 'What we need'],
    ['summary', 'Seeds, mostly.', null],
    ['inShort', 'In short: seeds', null],
    ['inShort', 'Talk', null]
  ]);
  expect(wordingsBetween(newer, newer)).toEqual([]);
});

test('CO14 objections that came or went are told one by one, also where nobody has the words any more', () => {
  const older = withNotes([{ ...note('a', 'Seeds'), disputes: ['Beads', null, 'Bread'] }, note('b', 'Beans')]);
  const newer = withNotes([
    { ...note('a', 'Seeds'), disputes: ['Bread', 'Reeds'] },
    { ...note('b', 'Beans'), disputes: [null] }
  ]);
  expect(objectionsBetween(older, newer)).toEqual([
    { kind: 'unobjected', anchor: 'a', before: 'Beads', after: null },
    { kind: 'unobjected', anchor: 'a', before: null, after: null },
    { kind: 'objected', anchor: 'a', before: null, after: 'Reeds' },
    { kind: 'objected', anchor: 'b', before: null, after: null }
  ]);
});

test('CO14 what was said against a note that was split is no news of its parts, and goes with a note that went', () => {
  const older = withNotes([
    { ...note('a', 'Seeds and beans'), disputes: ['Beads'] },
    { ...note('c', 'Bread'), disputes: ['Eggs'] }
  ]);
  const newer = withNotes([
    { ...note('a1', 'Seeds'), partOf: ['a'], disputes: ['Beads'] },
    { ...note('a2', 'Beans'), partOf: ['a'] }
  ]);
  expect(objectionsBetween(older, newer)).toEqual([{ kind: 'unobjected', anchor: 'a2', before: 'Beads', after: null }]);
});

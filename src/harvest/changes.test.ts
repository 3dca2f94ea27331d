import { expect, test } from 'vitest';
import { edition, unpanel } from '../../tests/support/editions.ts';
import { changesBetween } from './changes.ts';
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

import { afterAll, expect, test } from 'vitest';
import { addressesToldIn, fullEdition } from '../../tests/support/full-edition.ts';
import { paragraphsOf, sheetsOf } from '../../tests/support/office-files.ts';
import { openFiles } from './files.ts';

const files = openFiles();
afterAll(() => files.close());
const edition = fullEdition();

test('a thread of its own makes each format whole', async () => {
  const [docx, xlsx] = await Promise.all([files.render(edition, 'docx', ''), files.render(edition, 'xlsx', '')]);
  const told = addressesToldIn(edition).length;
  expect(paragraphsOf(docx ?? new Uint8Array()).flatMap(({ bookmarks }) => bookmarks)).toHaveLength(told);
  expect(sheetsOf(xlsx ?? new Uint8Array()).get('Notes')).toHaveLength(told + 1);
});

test('where too many wait, one more is told so at once, and those who wait get theirs', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => files.render(edition, 'xlsx', '')));
  expect(all.filter((file) => file === null)).toHaveLength(4);
  expect(await files.render(edition, 'xlsx', '')).not.toBeNull();
});

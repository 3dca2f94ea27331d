import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../../tests/support/folders.ts';
import { openFile, type Database } from './file.ts';
import { work } from './statements.ts';

/** Numbers are bound as 4.0. Where that is not the same as 4, what is kept or found would be wrong without a word. */
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let db: Database;

beforeEach(async () => {
  folder = await temporaryFolder();
  db = openFile(`${folder.path}/plenary.db`);
});

afterEach(async () => {
  db.close();
  await folder.remove();
});

const all = (sql: string) =>
  db
    .prepare(sql)
    .all()
    .map((row) => Object.values(row));

test('versions and ends are kept as whole numbers, far beyond what a fraction would hold', () => {
  const file = work(db);
  const end = Date.UTC(9999, 0, 1) + 1;
  expect(file.append('a', 0, 3, '{}', [])).toBe(3);
  expect(file.append('a', 3, 2, '{}', [])).toBe(5);
  file.putRecord('link', null, { key: 'k', value: '1', group: null, expiresAt: end });
  expect(all('SELECT first, last, typeof(first), typeof(last) FROM batches ORDER BY first')).toEqual([
    [1, 3, 'integer', 'integer'],
    [4, 5, 'integer', 'integer']
  ]);
  expect(all('SELECT expires_at, typeof(expires_at) FROM records')).toEqual([[end, 'integer']]);
});

test('what is read after a version, or has ended, is found by number', () => {
  const file = work(db);
  for (let version = 0; version < 12; version += 1) file.append('a', version, 1, `"${version + 1}"`, []);
  expect(file.read('a', 9, -1).rows.map(({ first }) => first)).toEqual([10, 11, 12]);
  file.putRecord('link', null, { key: 'over', value: '1', group: null, expiresAt: Date.now() - 1 });
  file.putRecord('link', null, { key: 'good', value: '1', group: null, expiresAt: Date.now() + 60_000 });
  expect(all('SELECT key FROM records')).toEqual([['good']]);
});

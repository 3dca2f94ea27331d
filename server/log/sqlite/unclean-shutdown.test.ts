import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { batchOf } from '../../../tests/support/batches.ts';
import { temporaryFolder } from '../../../tests/support/folders.ts';
import { openSqlite } from './sqlite.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let lines: string[];
beforeEach(async () => {
  folder = await temporaryFolder();
  lines = [];
});
afterEach(() => folder.remove());

const open = (data = folder.path) => openSqlite({ data }, (line) => lines.push(line));

test('a new house, and one that was closed, open without a word', async () => {
  for (let start = 0; start < 3; start += 1) {
    const stores = await open();
    await stores.log.append('tea', start, batchOf('ana', start + 1), []);
    await stores.close();
  }
  expect(lines).toEqual([]);
});

test('an empty file is told, because it may have held gatherings', async () => {
  await writeFile(join(folder.path, 'plenary.db'), '');
  await (await open()).close();
  expect(lines).toEqual([expect.stringMatching(/^\S+plenary\.db is empty: a new Plenary begins here\./)]);
});

test('a copy of a running house is told when it lacks what came last, and not when it has it', async () => {
  const stores = await open();
  await stores.log.append('tea', 0, batchOf('ana', 1), []);
  const copies = { whole: join(folder.path, 'whole'), half: join(folder.path, 'half') };
  for (const copy of Object.values(copies)) {
    await mkdir(copy);
    for (const file of ['plenary.db', 'plenary.db-wal']) await copyFile(join(folder.path, file), join(copy, file));
  }
  await rm(join(copies.half, 'plenary.db-wal'));
  await stores.close();

  const whole = await open(copies.whole);
  expect(lines).toEqual([]);
  expect(await whole.log.read('tea', 0)).toHaveLength(1);
  await whole.close();
  const half = await open(copies.half);
  expect(lines).toEqual([expect.stringMatching(/plenary\.db was not closed, .* the newest changes are missing\./)]);
  await half.close();
});

test.each([
  ['a file', async () => writeFile(join(folder.path, 'taken'), ''), () => join(folder.path, 'taken')],
  ['below a file', async () => writeFile(join(folder.path, 'taken'), ''), () => join(folder.path, 'taken', 'data')],
  ['nowhere', async () => {}, () => '/proc/nope/data']
])('a data folder that is %s is refused in one line', async (_, prepare, data) => {
  await prepare();
  const refused = await open(data()).catch((error: Error) => error.message);
  expect(refused).toMatch(/^\S+ cannot be used as the data folder \([A-Z]+\)\. Set PLENARY_DATA to a folder [^\n]+$/);
});

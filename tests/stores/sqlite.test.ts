import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { Unavailable } from '#gathering/ports.ts';
import { Connection } from '#server/log/sqlite/file.ts';
import { openSqlite } from '#server/log/sqlite/sqlite.ts';
import { batchOf, upTo, versionsOf } from '../support/batches.ts';
import { filesHolding, smallDisk, temporaryFolder } from '../support/folders.ts';
import { logContract, otherwise, type Ground } from './log.contract.ts';
import { accountsContract } from './accounts.contract.ts';
import { deletionContract } from './deletion.contract.ts';
import { recordsContract } from './records.contract.ts';
import { vaultContract } from './vault.contract.ts';

async function makeGround(): Promise<Ground> {
  const folder = await temporaryFolder();
  return {
    open: () => openSqlite({ data: folder.path }),
    openBeside: async (same) => same,
    async harm(how, first) {
      const db = new Connection(join(folder.path, 'plenary.db'));
      const was = String(db.prepare('SELECT batch FROM batches WHERE stream = ? AND first = ?').get('g', first)?.batch);
      if (how === 'remove') db.prepare('DELETE FROM batches WHERE stream = ? AND first = ?').run('g', first);
      else db.prepare('UPDATE batches SET batch = ? WHERE stream = ? AND first = ?').run(otherwise(was), 'g', first);
      db.close();
    },
    holding: (words) => filesHolding(folder.path, words),
    clear: folder.remove
  };
}

logContract('SQLite', makeGround);
vaultContract('SQLite', makeGround);
deletionContract('SQLite', makeGround);
recordsContract('SQLite', makeGround);
accountsContract('SQLite', makeGround);

describe('the file of SQLite', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeEach(async () => {
    folder = await temporaryFolder();
  });
  afterEach(() => folder.remove());

  test('is refused to a second Plenary with a sentence, and given to the next when the first ends', async () => {
    const first = await openSqlite({ data: folder.path });
    await expect(openSqlite({ data: folder.path })).rejects.toThrow('is in use by another Plenary');
    await first.close();
    const next = await openSqlite({ data: folder.path });
    expect(await next.log.read('g', 0)).toEqual([]);
    await next.close();
  });

  test('is refused at the start, in one line, when a page of it was overwritten', async () => {
    const stores = await openSqlite({ data: folder.path });
    for (let at = 0; at < 40; at += 1) await stores.log.append('g', at, batchOf('ana', 1), [longText(at)]);
    await stores.close();
    const path = join(folder.path, 'plenary.db');
    const bytes = await readFile(path);
    await writeFile(path, bytes.fill(0xab, 5 * 4096, 6 * 4096));
    await expect(openSqlite({ data: folder.path })).rejects.toThrow(
      /^\S+plenary.db is damaged: .+ Restore it from a backup.$/
    );
    await writeFile(path, 'no database at all');
    await expect(openSqlite({ data: folder.path })).rejects.toThrow(
      /plenary.db is damaged: .+ Restore it from a backup.$/
    );
  });

  test('tells at the start which log was changed by another hand, and opens the rest', async () => {
    const stores = await openSqlite({ data: folder.path });
    for (const stream of ['g', 'h', 'i'])
      for (const at of [0, 1, 2]) await stores.log.append(stream, at, batchOf('ana', 1), []);
    await stores.close();
    const db = new Connection(join(folder.path, 'plenary.db'));
    db.exec(`DELETE FROM batches WHERE stream = 'g' AND first = 2`);
    db.exec(`UPDATE batches SET batch = replace(batch, 'Noted', 'Noteb') WHERE stream = 'i' AND first = 3`);
    db.close();
    const told: string[] = [];
    const again = await openSqlite({ data: folder.path }, (line) => told.push(line));
    expect(told.map((line) => line.split('.')[0])).toEqual([
      'The log of g lacks version 2',
      'The log of i is damaged at version 3'
    ]);
    expect(versionsOf(await again.log.read('h', 0))).toEqual([1, 2, 3]);
    await again.close();
  });

  test('answers everything that was asked before it was closed, and says so afterwards', async () => {
    const stores = await openSqlite({ data: folder.path });
    const asked = stores.log.append('g', 0, batchOf('ana', 2), []);
    const closed = stores.close();
    expect(await asked).toEqual({ version: 2 });
    await closed;
    await expect(stores.log.append('g', 2, batchOf('ana', 1), [])).rejects.toBeInstanceOf(Unavailable);
  });

  test('keeps a batch and its words or neither', async () => {
    const stores = await openSqlite({ data: folder.path });
    await stores.log.append('g', 0, batchOf('ana', 1), []);
    const text = { id: 't', owner: 'bo', words: 'too late' };
    expect(await stores.log.append('g', 0, batchOf('bo', 1), [text])).toEqual({ conflict: true });
    expect(await stores.vault.get('g', ['t'])).toEqual(new Map());

    const broken = { id: 't2', owner: 'bo', words: null as unknown as string };
    await expect(stores.log.append('g', 1, batchOf('bo', 1), [text, broken])).rejects.toThrow();
    expect(versionsOf(await stores.log.read('g', 0))).toEqual([1]);
    expect(await stores.vault.get('g', ['t'])).toEqual(new Map());
    await stores.close();
  });

  test('does not let one batch that cannot be written refuse those committed with it', async () => {
    const stores = await openSqlite({ data: folder.path });
    const broken = { id: 't', owner: 'bo', words: null as unknown as string };
    const answers = await Promise.allSettled([
      stores.log.append('a', 0, batchOf('ana', 2), []),
      stores.log.append('b', 0, batchOf('bo', 2), [broken]),
      stores.log.append('a', 2, batchOf('ana', 1), [])
    ]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(versionsOf(await stores.log.read('a', 0))).toEqual([1, 2, 3]);
    expect(await stores.log.read('b', 0)).toEqual([]);
    await stores.close();
  });

  test('holds no byte of what a person wrote once it is forgotten, however pages were split before', async () => {
    const stores = await openSqlite({ data: folder.path });
    let version = 0;
    for (let round = 0; round < 30; round += 1) {
      const texts = Array.from({ length: 40 }, (_, i) => {
        const owner = `person-${(round * 7 + i * 13) % 25}`;
        const words = `secret-of-${owner}-${round}-${i} ${'lorem '.repeat((round * i * 31) % 400)}`;
        return { id: `t${(round * 40 + i) * 7_919}`, owner, words };
      });
      version += 1;
      await stores.log.append('g', version - 1, batchOf('ana', 1), texts);
    }
    expect(await filesHolding(folder.path, 'secret-of-person-3-')).not.toEqual([]);
    await stores.snapshots.save('g', JSON.parse('{"fold":"f","ledger":{"name":"secret-of-person-3-in-a-snapshot"}}'));
    for (const owner of ['person-1', 'person-2', 'person-3']) {
      await stores.vault.forget('g', await stores.vault.owned('g', owner));
      expect(await filesHolding(folder.path, `secret-of-${owner}-`)).toEqual([]);
    }
    const [one] = await stores.vault.owned('g', 'person-4');
    const words = (await stores.vault.get('g', [one!])).get(one!) ?? '';
    expect(await filesHolding(folder.path, words)).not.toEqual([]);
    await stores.vault.forget('g', [one!]);
    expect(await filesHolding(folder.path, words)).toEqual([]);
    expect(await filesHolding(folder.path, 'secret-of-person-4-')).not.toEqual([]);
    await stores.end('g');
    expect(await filesHolding(folder.path, 'secret-of-')).toEqual([]);
    await stores.close();
  });

  test('holds no byte of an ended stream where a crash came before the file was written anew', async () => {
    const stores = await openSqlite({ data: folder.path });
    await stores.log.append('g', 0, batchOf('ana', 1), [{ id: 't', owner: 'ana', words: 'secret-of-ana' }]);
    await stores.close();
    const db = new Connection(join(folder.path, 'plenary.db'));
    db.exec(`PRAGMA secure_delete = OFF; INSERT INTO ended (stream, scrubbed) VALUES ('g', 0)`);
    for (const table of ['batches', 'texts']) db.exec(`DELETE FROM ${table} WHERE stream = 'g'`);
    db.close();
    expect(await filesHolding(folder.path, 'secret-of-ana')).not.toEqual([]);
    const again = await openSqlite({ data: folder.path });
    await again.end('g');
    expect(await filesHolding(folder.path, 'secret-of-ana')).toEqual([]);
    await again.close();
  });

  test('says storage-full when it may not grow, keeps nothing by halves, still reads, and goes on with more room', async () => {
    const tight = await openSqlite({ data: folder.path, pages: 60 });
    let version = 0;
    const words = 'x'.repeat(20_000);
    const fill = async (): Promise<void> => {
      for (;;) {
        const text = { id: `t${version}`, owner: 'ana', words };
        const answer = await tight.log.append('g', version, batchOf('ana', 1), [text]);
        if ('version' in answer) version = answer.version;
      }
    };
    await expect(fill()).rejects.toMatchObject({ reason: 'storage-full' });
    expect(version).toBeGreaterThan(0);
    expect(versionsOf(await tight.log.read('g', 0))).toEqual(upTo(version));
    expect(await tight.vault.get('g', [`t${version}`])).toEqual(new Map());
    await tight.close();

    const roomy = await openSqlite({ data: folder.path });
    const text = { id: `t${version}`, owner: 'ana', words };
    expect(await roomy.log.append('g', version, batchOf('ana', 1), [text])).toEqual({ version: version + 1 });
    await roomy.close();
  });

  // Only root may mount a disk this small. Under any other user the test above checks the same promise.
  if (process.getuid?.() === 0) {
    test('a full disk refuses batches, loses none, and is used again when there is room', async () => {
      const disk = await smallDisk('3m');
      onTestFinished(disk.remove);
      const ballast = join(disk.path, 'somebody-elses-file');
      await writeFile(ballast, Buffer.alloc(1_500_000));
      const stores = await openSqlite({ data: join(disk.path, 'data') });
      let version = 0;
      const keep = async (): Promise<void> => {
        const text = { id: `t${version}`, owner: 'ana', words: 'w'.repeat(9_000) };
        const answer = await stores.log.append('g', version, batchOf('ana', 2), [text]);
        if ('version' in answer) version = answer.version;
      };
      const fill = async (): Promise<void> => {
        for (;;) await keep();
      };

      await expect(fill()).rejects.toMatchObject({ reason: 'storage-full' });
      await expect(keep()).rejects.toMatchObject({ reason: 'storage-full' });
      const full = version;
      expect(full).toBeGreaterThan(0);
      expect(versionsOf(await stores.log.read('g', 0))).toEqual(upTo(full));

      await rm(ballast);
      await keep();
      expect(version).toBe(full + 2);
      await stores.close();

      const again = await openSqlite({ data: join(disk.path, 'data') });
      const history = await again.log.read('g', 0);
      expect(versionsOf(history)).toEqual(upTo(full + 2));
      const ids = history.map(({ first }) => `t${first - 1}`);
      expect((await again.vault.get('g', ids)).size).toBe(history.length);
      await again.close();
    });
  }
});

const longText = (at: number) => ({ id: `t${at}`, owner: 'ana', words: 'w'.repeat(900) });

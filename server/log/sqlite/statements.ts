import type { WrittenText } from '#gathering/ports.ts';
import { sumOf, type Kept as KeptBatch } from '../integrity.ts';
import type { Kept } from '../records.ts';
import type { Database } from './file.ts';

type Written = { key: string; value: string; group: string | null; expiresAt: number | null };

/** Every statement that the file runs. Each runs inside a transaction of the caller's and checks before it writes. */
export function work(db: Database) {
  return { ...logWork(db), ...endWork(db), ...vaultWork(db), ...snapshotWork(db), ...recordWork(db) };
}
export type Work = ReturnType<typeof work>;

/** Instead of a version: the stream has ended. */
export const ENDED = -1;

const isEnded = (db: Database): ((stream: string) => boolean) => {
  const one = db.prepare('SELECT 1 FROM ended WHERE stream = ?');
  return (stream) => one.get(stream) !== undefined;
};

function logWork(db: Database) {
  const ended = isEnded(db);
  const tail = db.prepare('SELECT last FROM batches WHERE stream = ? ORDER BY first DESC LIMIT 1');
  const add = db.prepare('INSERT INTO batches (stream, first, last, batch, sum) VALUES (?, ?, ?, ?, ?)');
  const keep = db.prepare(
    `INSERT INTO texts (stream, id, owner, words) VALUES (?, ?, ?, ?)
     ON CONFLICT (stream, id) DO UPDATE SET owner = excluded.owner, words = excluded.words`
  );
  const reached = db.prepare('SELECT last FROM batches WHERE stream = ? AND first <= ? ORDER BY first DESC LIMIT 1');
  const since = db.prepare(
    'SELECT first, batch, sum FROM batches WHERE stream = ? AND first > ? ORDER BY first LIMIT ?'
  );
  const lastVersion = (stream: string): number => Number(tail.get(stream)?.last ?? 0);

  return {
    /** The version of the last event, null when the stream is not at `expected`, or {@link ENDED}. */
    append(stream: string, expected: number, events: number, batch: string, texts: WrittenText[]): number | null {
      if (ended(stream)) return ENDED;
      if (lastVersion(stream) !== expected) return null;
      add.run(stream, expected + 1, expected + events, batch, sumOf(stream, expected + 1, batch));
      for (const { id, owner, words } of texts) keep.run(stream, id, owner, words);
      return expected + events;
    },
    /** `reached`: where the batch ends that holds version `after`, 0 when there is none, or {@link ENDED}. */
    read(stream: string, after: number, most: number): { reached: number; rows: KeptBatch[] } {
      return {
        reached: ended(stream) ? ENDED : Number(reached.get(stream, after)?.last ?? 0),
        rows: since.all(stream, after, most) as KeptBatch[]
      };
    }
  };
}

function endWork(db: Database) {
  const mark = db.prepare('INSERT OR IGNORE INTO ended (stream, scrubbed) VALUES (?, 0)');
  const remove = ['batches', 'texts', 'snapshots'].map((table) => db.prepare(`DELETE FROM ${table} WHERE stream = ?`));
  const unscrubbed = db.prepare('SELECT 1 FROM ended WHERE stream = ? AND scrubbed = 0');

  return {
    /** Whether bytes of it may be left that only scrubbing removes. */
    end(stream: string): boolean {
      mark.run(stream);
      for (const one of remove) one.run(stream);
      return unscrubbed.get(stream) !== undefined;
    }
  };
}

function vaultWork(db: Database) {
  const words = db.prepare('SELECT id, words FROM texts WHERE stream = ? AND id IN (SELECT value FROM json_each(?))');
  const there = db.prepare('SELECT id FROM texts WHERE stream = ? AND id IN (SELECT value FROM json_each(?))');
  const ofOwner = db.prepare('SELECT id FROM texts WHERE stream = ? AND owner = ?');
  const forgetIds = db.prepare('DELETE FROM texts WHERE stream = ? AND id IN (SELECT value FROM json_each(?))');
  const drop = db.prepare('DELETE FROM snapshots WHERE stream = ?');

  return {
    words: (stream: string, ids: readonly string[]): [string, string][] =>
      words.all(stream, JSON.stringify(ids)).map((row) => [String(row.id), String(row.words)]),
    present: (stream: string, ids: readonly string[]): string[] =>
      there.all(stream, JSON.stringify(ids)).map((row) => String(row.id)),
    owned: (stream: string, owner: string): string[] => ofOwner.all(stream, owner).map((row) => String(row.id)),
    forget(stream: string, ids: readonly string[]): void {
      forgetIds.run(stream, JSON.stringify(ids));
      drop.run(stream);
    }
  };
}

function snapshotWork(db: Database) {
  const ended = isEnded(db);
  const save = db.prepare(
    'INSERT INTO snapshots (stream, snapshot) VALUES (?, ?) ON CONFLICT (stream) DO UPDATE SET snapshot = excluded.snapshot'
  );
  const load = db.prepare('SELECT snapshot FROM snapshots WHERE stream = ?');
  const drop = db.prepare('DELETE FROM snapshots WHERE stream = ?');

  return {
    saveSnapshot(stream: string, snapshot: string): void {
      if (!ended(stream)) save.run(stream, snapshot);
    },
    loadSnapshot: (stream: string): string | null => (load.get(stream)?.snapshot ?? null) as string | null,
    dropSnapshot: (stream: string): void => void drop.run(stream)
  };
}

function recordWork(db: Database) {
  const columns = 'key, value, held_by AS "group", expires_at AS expiresAt';
  const expire = db.prepare('DELETE FROM records WHERE expires_at <= ?');
  const find = db.prepare(`SELECT ${columns} FROM records WHERE kind = ? AND key = ?`);
  const list = db.prepare(`SELECT ${columns} FROM records WHERE kind = ? AND held_by = ? ORDER BY key`);
  const put = db.prepare(
    `INSERT INTO records (kind, key, value, held_by, expires_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (kind, key)
     DO UPDATE SET value = excluded.value, held_by = excluded.held_by, expires_at = excluded.expires_at`
  );
  const remove = db.prepare('DELETE FROM records WHERE kind = ? AND key = ?');
  const removeGroup = db.prepare('DELETE FROM records WHERE kind = ? AND held_by = ?');
  const alive = (row: Written): boolean => row.expiresAt === null || row.expiresAt > Date.now();
  const present = (kind: string, key: string): Written | null => {
    const row = find.get(kind, key) as Written | undefined;
    return row && alive(row) ? row : null;
  };
  const kept = (row: Written): Kept => ({ ...row, value: JSON.parse(row.value) as unknown });

  return {
    /** False when `only` forbade it: `add` what is absent, `replace` what is present. */
    putRecord(kind: string, only: 'add' | 'replace' | null, { key, value, group, expiresAt }: Written): boolean {
      expire.run(Date.now());
      if (only && (present(kind, key) !== null) !== (only === 'replace')) return false;
      put.run(kind, key, value, group, expiresAt);
      return true;
    },
    getRecord(kind: string, key: string): Kept | null {
      const row = present(kind, key);
      return row && kept(row);
    },
    listRecords: (kind: string, group: string): Kept[] => (list.all(kind, group) as Written[]).filter(alive).map(kept),
    removeRecord(kind: string, key: string): boolean {
      const was = present(kind, key) !== null;
      remove.run(kind, key);
      return was;
    },
    removeRecords: (kind: string, group: string): void => void removeGroup.run(kind, group)
  };
}

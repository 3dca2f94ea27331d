import { existsSync } from 'node:fs';
import type { Records, Terms } from '../records.ts';
import { openFile } from './file.ts';
import { work } from './statements.ts';

export type RecordsBeside = { records: Records; close(): Promise<void> };

/**
 * The records alone, for a program that is started beside a Plenary or without one. SQLite lets several processes write
 * one after the other, and only the log needs a single writer: so the lock of the folder is not taken. Throws where no
 * Plenary was ever started, instead of making a folder by mistake.
 */
export async function openRecordsBeside(place: { data: string; redisUrl: string | null }): Promise<RecordsBeside> {
  if (place.redisUrl === null) return besideSqlite(place.data);
  const { openRedis } = await import('../redis/redis.ts');
  const { records, close } = await openRedis(place.redisUrl);
  return { records, close };
}

function besideSqlite(data: string): RecordsBeside {
  const path = `${data}/plenary.db`;
  if (!existsSync(path))
    throw new Error(`There is no Plenary in ${data}. Set PLENARY_DATA to its data folder, or start it once.`);
  const db = openFile(path);
  const file = work(db);

  /** Each looks before it writes, and nothing may be written in between. */
  function atomically<Value>(act: () => Value): Value {
    db.exec('BEGIN IMMEDIATE');
    try {
      const value = act();
      db.exec('COMMIT');
      return value;
    } catch (trouble) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw trouble;
    }
  }

  const put = (kind: string, only: 'add' | 'replace' | null, key: string, value: unknown, terms: Terms = {}) => {
    const { group = null, expiresAt = null } = terms;
    return atomically(() => file.putRecord(kind, only, { key, value: JSON.stringify(value), group, expiresAt }));
  };

  const records: Records = {
    async put(kind, key, value, terms) {
      put(kind, null, key, value, terms);
    },
    add: async (kind, key, value, terms) => put(kind, 'add', key, value, terms),
    replace: async (kind, key, value, terms) => put(kind, 'replace', key, value, terms),
    get: async (kind, key) => file.getRecord(kind, key),
    list: async (kind, group) => file.listRecords(kind, group),
    remove: async (kind, key) => atomically(() => file.removeRecord(kind, key)),
    removeGroup: async (kind, group) => atomically(() => file.removeRecords(kind, group))
  };
  return { records, close: async () => db.close() };
}

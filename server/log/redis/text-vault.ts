import { setTimeout as pause } from 'node:timers/promises';
import type { Snapshot, Snapshots, Vault } from '#gathering/ports.ts';
import type { Redis } from './client.ts';
import { answer, keys } from './keys-and-answers.ts';

const LOOK_AGAIN_MS = 20;

/**
 * Words in one hash per gathering, each with its owner: `[owner, words]`. They are written by the log, before their
 * batch.
 */
export function redisVault(redis: Redis): Vault {
  return {
    async get(stream, ids) {
      if (ids.length === 0) return new Map();
      const found = await answer(redis.hmGet(keys.texts(stream), [...ids]));
      return new Map(found.flatMap((kept, i) => (kept === null ? [] : [[ids[i]!, parse(kept)[1]] as const])));
    },

    async present(stream, ids) {
      const there = await Promise.all(ids.map((id) => answer(redis.hExists(keys.texts(stream), id))));
      return new Set(ids.filter((_, i) => Number(there[i]) === 1));
    },

    async owned(stream, owner) {
      const theirs: string[] = [];
      let cursor = '0';
      do {
        const page = await answer(redis.hScan(keys.texts(stream), cursor, { COUNT: 500 }));
        for (const { field, value } of page.entries) if (parse(value)[0] === owner) theirs.push(field);
        cursor = page.cursor;
      } while (cursor !== '0');
      return theirs;
    },

    async forget(stream, ids) {
      await answer(redis.del(keys.snapshot(stream)));
      if (ids.length > 0) await answer(redis.hDel(keys.texts(stream), [...ids]));
      await rewriteFiles(redis);
    }
  };
}

export function redisSnapshots(redis: Redis): Snapshots {
  return {
    async save(stream, snapshot) {
      await answer(redis.set(keys.snapshot(stream), JSON.stringify(snapshot)));
    },
    async load(stream) {
      const kept = await answer(redis.get(keys.snapshot(stream)));
      return kept === null ? null : (JSON.parse(kept) as Snapshot);
    },
    async drop(stream) {
      await answer(redis.del(keys.snapshot(stream)));
    }
  };
}

function parse(kept: string): [owner: string | null, words: string] {
  return JSON.parse(kept) as [string | null, string];
}

/**
 * A deletion only adds a line to the append-only file; the words go when it is written anew, and from the dump when
 * that is. Redis removes the old files a moment after it says that it is done.
 */
export async function rewriteFiles(redis: Redis): Promise<void> {
  const { aof_last_bgrewrite_status: rewritten } = await inBackground(redis, () => redis.bgRewriteAof());
  if (rewritten !== 'ok')
    throw new Error('Redis could not rewrite its append-only file, so the words are still in it.');
  if ((await answer(redis.configGet('save'))).save === '') return;
  const { rdb_last_bgsave_status: dumped } = await inBackground(redis, () => redis.bgSave());
  if (dumped !== 'ok') throw new Error('Redis could not write its dump anew, so the words are still in it.');
}

/**
 * Begins only when nothing else is being written: a rewrite under way may have copied the words before they were
 * deleted.
 */
async function inBackground(redis: Redis, begin: () => Promise<unknown>): Promise<Record<string, string>> {
  for (;;) {
    await quiet(redis);
    try {
      await answer(begin());
      return await quiet(redis);
    } catch (trouble) {
      const outrun = trouble instanceof Error && /already in progress|Can't BGSAVE/.test(trouble.message);
      if (!outrun) throw trouble;
    }
  }
}

/** Waits until Redis writes no file in the background, and tells how the last ones went. */
async function quiet(redis: Redis): Promise<Record<string, string>> {
  for (;;) {
    const lines = (await answer(redis.info('persistence'))).split('\r\n').map((line) => line.split(':'));
    const facts = Object.fromEntries(lines) as Record<string, string>;
    const busy = ['aof_rewrite_in_progress', 'aof_rewrite_scheduled', 'rdb_bgsave_in_progress'];
    if (busy.every((flag) => facts[flag] !== '1')) return facts;
    await pause(LOOK_AGAIN_MS);
  }
}

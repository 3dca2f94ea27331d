import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { BrokenHistory, StreamEnded, Unavailable, type Batch, type Entry, type Snapshot } from '#gathering/ports.ts';
import { followers } from '../followers.ts';
import { checkByPages, refuseEmpty, soundEntries } from '../integrity.ts';
import type { Terms } from '../records.ts';
import { damaged } from './file.ts';
import { inspect, type Found } from './integrity-check.ts';
import { ENDED, type Work } from './statements.ts';
import type { Asked, FromWorker, Place, Trouble } from './worker.ts';
import type { Stores } from '../stores.ts';

const ALL = -1;
const PAGE = 200;

/**
 * Everything in the one file `plenary.db` of a data folder. Rejects when another process holds the folder, or when the
 * file is damaged as a whole. `tell` takes lines for the operator, before anything is served: what is odd about the
 * files, and each log that is not what was written.
 */
export async function openSqlite(place: Place, tell: (line: string) => void = console.error): Promise<Stores> {
  const path = `${place.data}/plenary.db`;
  const isNew = !existsSync(path);
  const { ask, close } = await openWorker(place, tell);
  const inWords = ({ what, line }: Found): string =>
    what === 'stream'
      ? `${line} What stands before it can be read and exported, and nothing is written: restore ${path} from a backup.`
      : damaged(path, line);
  for (const found of isNew ? [] : await inspect(path, (found) => tell(inWords(found)))) {
    if (found.what === 'stream') tell(inWords(found));
    else await close().then(() => Promise.reject(new Error(inWords(found))));
  }

  async function page(stream: string, after: number, most: number) {
    const found = await ask('read', stream, after, most);
    if (found.reached === ENDED) throw new StreamEnded(stream);
    return found;
  }

  async function read(stream: string, after: number): Promise<Entry[]> {
    const { reached, rows } = await page(stream, after, ALL);
    if (reached < after) throw new BrokenHistory(stream, reached + 1, 'lacks');
    return soundEntries(stream, reached, rows);
  }

  const check = (stream: string, upTo: number): Promise<void> =>
    checkByPages(stream, upTo, async (after) => (await page(stream, after, PAGE)).rows);

  const listeners = followers(read);
  const put = (kind: string, only: 'add' | 'replace' | null, key: string, value: unknown, terms: Terms = {}) =>
    ask('putRecord', kind, only, {
      key,
      value: JSON.stringify(value),
      group: terms.group ?? null,
      expiresAt: terms.expiresAt ?? null
    });

  return {
    log: {
      async append(stream, expected, batch, texts) {
        refuseEmpty(batch);
        const json = JSON.stringify(batch);
        const version = await ask('append', stream, expected, batch.events.length, json, texts);
        if (version === ENDED) throw new StreamEnded(stream);
        if (version === null) return { conflict: true };
        // Read back from what was written, so that those who follow see what a replay will see.
        if (listeners.listensTo(stream)) {
          listeners.tell(stream, { first: expected + 1, batch: JSON.parse(json) as Batch });
        }
        return { version };
      },
      read,
      check,
      follow: listeners.follow,
      close
    },
    vault: {
      get: async (stream, ids) => new Map(await ask('words', stream, ids)),
      present: async (stream, ids) => new Set(await ask('present', stream, ids)),
      owned: (stream, owner) => ask('owned', stream, owner),
      forget: (stream, ids) => ask('forget', stream, ids)
    },
    snapshots: {
      save: (stream, snapshot) => ask('saveSnapshot', stream, JSON.stringify(snapshot)),
      async load(stream) {
        const kept = await ask('loadSnapshot', stream);
        return kept === null ? null : (JSON.parse(kept) as Snapshot);
      },
      drop: (stream) => ask('dropSnapshot', stream)
    },
    async end(stream) {
      await ask('end', stream);
      listeners.end(stream);
    },
    records: {
      async put(kind, key, value, terms) {
        await put(kind, null, key, value, terms);
      },
      add: (kind, key, value, terms) => put(kind, 'add', key, value, terms),
      replace: (kind, key, value, terms) => put(kind, 'replace', key, value, terms),
      get: (kind, key) => ask('getRecord', kind, key),
      list: (kind, group) => ask('listRecords', kind, group),
      remove: (kind, key) => ask('removeRecord', kind, key),
      removeGroup: (kind, group) => ask('removeRecords', kind, group)
    },
    close
  };
}

type Waiting = { resolve: (value: never) => void; reject: (error: Error) => void };

async function openWorker(place: Place, tell: (line: string) => void) {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: place, execArgv: [] });
  const waiting = new Map<number, Waiting>();
  const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  let asked = 0;
  let closed = false;

  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.on('message', (said: FromWorker) => {
      if ('open' in said) {
        said.notices.forEach(tell);
        resolve();
      } else if ('refused' in said) reject(new Error(said.refused));
      else for (const answer of said.answers) settle(answer.n, answer);
    });
  });
  worker.on('error', (cause) => abandon(cause));
  void gone.then(() => abandon());

  function settle(n: number, answer: { value: unknown } | { trouble: Trouble }): void {
    const one = waiting.get(n);
    waiting.delete(n);
    if ('value' in answer) one?.resolve(answer.value as never);
    else one?.reject(errorOf(answer.trouble));
  }

  // What of this was written is not known; the log can tell, once it is opened again.
  function abandon(cause?: unknown): void {
    closed = true;
    for (const one of waiting.values()) one.reject(new Unavailable('storage-away', cause));
    waiting.clear();
  }

  return {
    ask<Name extends keyof Work>(name: Name, ...args: Parameters<Work[Name]>): Promise<ReturnType<Work[Name]>> {
      if (closed) return Promise.reject(new Unavailable('storage-away', new Error('The store was closed.')));
      return new Promise((resolve, reject) => {
        asked += 1;
        waiting.set(asked, { resolve: resolve as Waiting['resolve'], reject });
        worker.postMessage({ n: asked, name, args } as Asked);
      });
    },
    async close(): Promise<void> {
      if (!closed) worker.postMessage('close');
      closed = true;
      await gone;
    }
  };
}

function errorOf({ reason, message }: Trouble): Error {
  return reason ? new Unavailable(reason, new Error(message)) : new Error(message);
}

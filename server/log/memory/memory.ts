import {
  BrokenHistory,
  type Appended,
  type Batch,
  type Entry,
  type Log,
  type Snapshot,
  type Snapshots,
  type Vault,
  type WrittenText
} from '#gathering/ports.ts';
import { followers } from '../followers.ts';
import { refuseEmpty, soundEntries, sumOf, type Kept } from '../integrity.ts';
import { recordsInMemory } from './expiring-records.ts';
import type { Stores } from '../stores.ts';

export type Row = Kept & { last: number };

/** Stores for tests, simulation and rehearsal. All is held as JSON, as on a disk, so that no object is shared. */
export function openMemory(streams = new Map<string, Row[]>()): Stores {
  const texts = new Map<string, Map<string, WrittenText>>();
  const saved = new Map<string, string>();

  const lastVersion = (stream: string): number => streams.get(stream)?.at(-1)?.last ?? 0;

  async function read(stream: string, after: number): Promise<Entry[]> {
    const rows = streams.get(stream) ?? [];
    const reached = rows.findLast(({ first }) => first <= after)?.last ?? 0;
    if (reached < after) throw new BrokenHistory(stream, reached + 1, 'lacks');
    return soundEntries(
      stream,
      reached,
      rows.filter(({ first }) => first > after)
    );
  }

  async function check(stream: string, upTo: number): Promise<void> {
    const rows = (streams.get(stream) ?? []).filter(({ first }) => first <= upTo);
    soundEntries(stream, 0, rows);
  }

  const listeners = followers(read);

  async function append(stream: string, expected: number, batch: Batch, words: WrittenText[]): Promise<Appended> {
    refuseEmpty(batch);
    if (lastVersion(stream) !== expected) return { conflict: true };
    const json = JSON.stringify(batch);
    const [first, last] = [expected + 1, expected + batch.events.length];
    const row = { first, last, batch: json, sum: sumOf(stream, first, json) };
    const rows = streams.get(stream) ?? [];
    rows.push(row);
    streams.set(stream, rows);
    const kept = texts.get(stream) ?? new Map<string, WrittenText>();
    for (const text of words) kept.set(text.id, { ...text });
    texts.set(stream, kept);
    if (listeners.listensTo(stream))
      listeners.tell(stream, { first: row.first, batch: JSON.parse(row.batch) as Batch });
    return { version: row.last };
  }

  async function forget(stream: string, whose: (text: WrittenText) => boolean): Promise<void> {
    saved.delete(stream);
    for (const text of [...(texts.get(stream)?.values() ?? [])]) {
      if (whose(text)) texts.get(stream)?.delete(text.id);
    }
  }

  const close = async (): Promise<void> => {};
  // Several hosts may share this store, as several nodes share a Redis.
  const latest = async (stream: string): Promise<number> => lastVersion(stream);
  const log: Log = { append, read, check, latest, follow: listeners.follow, close };
  const vault: Vault = {
    async get(stream, ids) {
      const kept = texts.get(stream);
      return new Map(ids.flatMap((id) => (kept?.has(id) ? [[id, kept.get(id)!.words]] : [])));
    },
    async present(stream, ids) {
      return new Set(ids.filter((id) => texts.get(stream)?.has(id)));
    },
    async owned(stream, owner) {
      return [...(texts.get(stream)?.values() ?? [])].flatMap((text) => (text.owner === owner ? [text.id] : []));
    },
    forget: (stream, ids) => forget(stream, ({ id }) => ids.includes(id)),
    forgetAll: (stream) => forget(stream, () => true)
  };
  const snapshots: Snapshots = {
    async save(stream, snapshot) {
      saved.set(stream, JSON.stringify(snapshot));
    },
    async load(stream) {
      const kept = saved.get(stream);
      return kept === undefined ? null : (JSON.parse(kept) as Snapshot);
    },
    async drop(stream) {
      saved.delete(stream);
    }
  };
  return { log, vault, snapshots, records: recordsInMemory(), close };
}

import {
  BrokenHistory,
  StreamEnded,
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
import { recordsInMemory } from './records.ts';
import type { Stores } from '../stores.ts';

export type Row = Kept & { last: number };

export type Texts = Map<string, Map<string, WrittenText>>;

/** Stores for tests, simulation and rehearsal. All is held as JSON, as on a disk, so that no object is shared. */
export function openMemory(streams = new Map<string, Row[]>(), texts: Texts = new Map()): Stores {
  const saved = new Map<string, string>();
  const ended = new Set<string>();

  const lastVersion = (stream: string): number => streams.get(stream)?.at(-1)?.last ?? 0;

  function refuseEnded(stream: string): void {
    if (ended.has(stream)) throw new StreamEnded(stream);
  }

  async function read(stream: string, after: number): Promise<Entry[]> {
    refuseEnded(stream);
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
    refuseEnded(stream);
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

  async function end(stream: string): Promise<void> {
    const isNews = !ended.has(stream);
    ended.add(stream);
    for (const kept of [streams, texts, saved]) kept.delete(stream);
    if (isNews) listeners.end(stream);
  }

  const close = async (): Promise<void> => {};
  // Several hosts may share this store, as several nodes share a Redis.
  const latest = async (stream: string): Promise<number> => {
    refuseEnded(stream);
    return lastVersion(stream);
  };
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
    async forget(stream, ids) {
      saved.delete(stream);
      for (const id of ids) texts.get(stream)?.delete(id);
    }
  };
  const snapshots: Snapshots = {
    async save(stream, snapshot) {
      if (!ended.has(stream)) saved.set(stream, JSON.stringify(snapshot));
    },
    async load(stream) {
      const kept = saved.get(stream);
      return kept === undefined ? null : (JSON.parse(kept) as Snapshot);
    },
    async drop(stream) {
      saved.delete(stream);
    }
  };
  return { log, vault, snapshots, records: recordsInMemory(), end, close };
}

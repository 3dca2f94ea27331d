import type { Appended, Batch, Entry, Log, Snapshot, Snapshots, Vault, WrittenText } from '#gathering/ports.ts';
import { followers } from './followers.ts';
import { BrokenHistory, refuseEmpty } from './history.ts';
import { recordsInMemory } from './memory-records.ts';
import type { Stores } from './stores.ts';

type Row = { first: number; last: number; batch: string };

/** Stores for tests, simulation and rehearsal. Everything is kept as JSON, as on a disk, so that no object is shared. */
export function openMemory(): Stores {
  const streams = new Map<string, Row[]>();
  const texts = new Map<string, Map<string, WrittenText>>();
  const snapshots = new Map<string, string>();

  const lastVersion = (stream: string): number => streams.get(stream)?.at(-1)?.last ?? 0;

  async function read(stream: string, after: number): Promise<Entry[]> {
    if (after > lastVersion(stream)) throw new BrokenHistory(stream, lastVersion(stream) + 1);
    const rows = (streams.get(stream) ?? []).filter((row) => row.first > after);
    return rows.map((row) => ({ first: row.first, batch: JSON.parse(row.batch) as Batch }));
  }

  const listeners = followers(read);

  async function append(stream: string, expected: number, batch: Batch, words: WrittenText[]): Promise<Appended> {
    refuseEmpty(batch);
    if (lastVersion(stream) !== expected) return { conflict: true };
    const row = { first: expected + 1, last: expected + batch.events.length, batch: JSON.stringify(batch) };
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
    snapshots.delete(stream);
    for (const text of [...(texts.get(stream)?.values() ?? [])]) {
      if (whose(text)) texts.get(stream)?.delete(text.id);
    }
  }

  const close = async (): Promise<void> => {};
  const log: Log = { append, read, follow: listeners.follow, close };
  const vault: Vault = {
    async get(stream, ids) {
      const kept = texts.get(stream);
      return new Map(ids.flatMap((id) => (kept?.has(id) ? [[id, kept.get(id)!.words]] : [])));
    },
    forget: (stream, owner) => forget(stream, (text) => text.owner === owner),
    forgetAll: (stream) => forget(stream, () => true)
  };
  const shelf: Snapshots = {
    async save(stream, snapshot) {
      snapshots.set(stream, JSON.stringify(snapshot));
    },
    async load(stream) {
      const kept = snapshots.get(stream);
      return kept === undefined ? null : (JSON.parse(kept) as Snapshot);
    },
    async drop(stream) {
      snapshots.delete(stream);
    }
  };
  return { log, vault, snapshots: shelf, records: recordsInMemory(), close };
}

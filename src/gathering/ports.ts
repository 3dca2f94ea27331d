import type { Role } from '#methods/method.ts';
import type { Ledger } from './ledger.ts';

/** A fact as it is kept. `activity` is `gathering` or the id of a running activity; `v` is the version of its shape. */
export type StoredEvent = { activity: string; type: string; v: number; at: number; data: unknown };

/** That a device was heard: command `n` of `device` made the next `events` events of its batch. */
export type Receipt = {
  device: string;
  n: number;
  digest: string;
  role: Role;
  person: string | null;
  events: number;
};

/** Words on their way to the vault. `owner` is the person who may have them forgotten, null for those who lead. */
export type WrittenText = { id: string; owner: string | null; words: string };

/** What is kept at one stroke: all of it or nothing. `id` is random, so that a writer knows its own work again. */
export type Batch = { id: string; events: StoredEvent[]; receipts: Receipt[] };

/** A batch in its place: `first` is the version of its first event; versions are dense and begin at 1. */
export type Entry = { first: number; batch: Batch };

export type Appended = { version: number } | { conflict: true };

export interface Log {
  /**
   * Resolves once the batch and its texts are durable: with the version of the last event, or with a conflict when the
   * stream is not at `expected`. Rejects with {@link Unavailable} when it cannot tell or cannot write; the caller then reads the tail
   * and looks for its batch id before it tries again. A batch holds at least one event.
   */
  append(stream: string, expected: number, batch: Batch, texts: WrittenText[]): Promise<Appended>;
  /** The batches that begin after version `after`, in order. An unknown stream is an empty one. */
  read(stream: string, after: number): Promise<Entry[]>;
  /** Calls `each` in order for every batch after `after`, whoever wrote it, until the returned function is called. */
  follow(stream: string, after: number, each: (entry: Entry) => void): () => void;
  close(): Promise<void>;
}

/** The store cannot be written just now (full disk, lost connection): nothing was lost, the same may be tried later. */
export class Unavailable extends Error {
  readonly reason: 'storage-full' | 'storage-away';
  constructor(reason: 'storage-full' | 'storage-away', cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

/** What people typed, beside the log. It is written with the batch that refers to it, so there is no put. */
export interface Vault {
  /** The words behind these ids; ids that were forgotten or never written are absent. */
  get(stream: string, ids: readonly string[]): Promise<Map<string, string>>;
  /** Removes all words of this owner for good, from every file. Resolves when no byte of them is left. */
  forget(stream: string, owner: string): Promise<void>;
  /** Removes the words of a whole gathering. */
  forgetAll(stream: string): Promise<void>;
}

export type Snapshot = { fold: string; ledger: Ledger };

export interface Snapshots {
  save(stream: string, snapshot: Snapshot): Promise<void>;
  load(stream: string): Promise<Snapshot | null>;
  drop(stream: string): Promise<void>;
}

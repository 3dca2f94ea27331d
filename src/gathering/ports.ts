import type { Refusal, Role } from '#contract/method.ts';
import type { Ledger, StoredEvent } from './ledger.ts';

/**
 * That a device was heard: command `n` of `device` made the next `events` events of its batch. With `no` it was refused
 * for good, and its one event says nothing else.
 */
export type Receipt = {
  device: string;
  n: number;
  digest: string;
  role: Role;
  person: string | null;
  events: number;
  no?: Refusal;
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
   * stream is not at `expected`. Rejects with {@link Unavailable} when it cannot tell or cannot write; the caller then
   * reads the tail and looks for its batch id before it tries again. A batch holds at least one event. Rejects with
   * {@link StreamEnded}, as reading does, once the stream has ended.
   */
  append(stream: string, expected: number, batch: Batch, texts: WrittenText[]): Promise<Appended>;
  /** The batches that begin after version `after`, in order. An unknown stream is an empty one. */
  read(stream: string, after: number): Promise<Entry[]>;
  /**
   * The version of the last event, 0 for an unknown stream. Absent where this process alone writes: the host of a
   * stream has then folded all of it before it answers any command.
   */
  latest?(stream: string): Promise<number>;
  /** Rejects with {@link BrokenHistory} when a batch up to this version is missing or damaged. */
  check(stream: string, upTo: number): Promise<void>;
  /**
   * Calls `each` in order for every batch after `after`, from any node, until the returned function is called.
   * `broken` hears that no more will come: what follows is missing or damaged, or the stream has ended.
   */
  follow(
    stream: string,
    after: number,
    each: (entry: Entry) => void,
    broken?: (error: BrokenHistory | StreamEnded) => void
  ): () => void;
  close(): Promise<void>;
}

/**
 * The log lacks a version that was in it once, or what stands there is not what was written: a file was put back from
 * an old backup, a page was overwritten, an administrator deleted a stream. Trying again does not help, and folding on
 * would be a guess. `sound` are the batches that were read before it.
 */
export class BrokenHistory extends Error {
  readonly reason = 'history-broken';
  readonly sound: Entry[];
  constructor(stream: string, version: number, how: 'lacks' | 'is damaged at', sound: Entry[] = []) {
    super(
      `The log of ${stream} ${how} version ${version}, ${how === 'lacks' ? 'which was in it before' : 'which does not match its checksum'}. Restore it from a backup before going on.`
    );
    this.sound = sound;
  }
}

/** The stream was ended for good: nothing of it is left, and nothing is appended to it any more, by any node. */
export class StreamEnded extends Error {
  readonly reason = 'gathering-deleted';
  constructor(stream: string) {
    super(`${stream} has ended.`);
  }
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
  /** Those of these ids whose words are there: a photo is large, and need not be read to know that. */
  present(stream: string, ids: readonly string[]): Promise<Set<string>>;
  /** The ids of all words of this owner. */
  owned(stream: string, owner: string): Promise<string[]>;
  /** Removes these words for good, from every file. Resolves when no byte is left. */
  forget(stream: string, ids: readonly string[]): Promise<void>;
}

export type Snapshot = { fold: string; ledger: Ledger };

export interface Snapshots {
  save(stream: string, snapshot: Snapshot): Promise<void>;
  load(stream: string): Promise<Snapshot | null>;
  drop(stream: string): Promise<void>;
}

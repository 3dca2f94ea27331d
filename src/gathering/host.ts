import { create } from 'mutative';
import { refuse, type Actor, type Facts } from '#methods/method.ts';
import type { Answer, Doc, Say } from '#wire/messages.ts';
import { append, storeTrouble } from './append.ts';
import { emptyLedger, fold, type Ledger, type Rules } from './ledger.ts';
import { look, touched } from './look.ts';
import type { Batch, Entry, Log, Snapshots, Vault } from './ports.ts';
import { noteReceipt, settle, type Asked, type Settled } from './settle.ts';
import { openWords } from './words.ts';

export type HostPorts = {
  log: Log;
  vault: Vault;
  snapshots: Snapshots;
  /** Milliseconds since 1970. */
  now(): number;
  /** A fresh id, unguessable. */
  id(): string;
  /** Resolves after some milliseconds, chosen by chance up to `most`: two nodes that lost a race must not race again. */
  pause(mostMs: number): Promise<void>;
  /** Hears of faults that people are only told went wrong. */
  report(error: unknown): void;
  /** The text that pieces written by several people come to, whatever their order. */
  merged(pieces: readonly string[]): string;
  /** Names the code that folds: a snapshot made by other code is not trusted. */
  fold: string;
};

/** A durable change: the ledger after it and the channels whose views it touched. */
export type Change = { ledger: Ledger; channels: ReadonlySet<string> };

/** One gathering, hosted. Commands take turns in batches; nobody sees or is told anything that is not durable. */
export type Host = {
  /** Resolves when the command is durable, refused, or could not be kept just now. Never rejects. */
  hear(say: Say, by: Actor): Promise<Answer>;
  /** The durable state. */
  ledger(): Ledger;
  /** What a channel may know now, in words. */
  view(channel: string): Doc;
  /** Words for references, as far as they were not withdrawn. */
  words<Value>(value: Value): unknown;
  /** Told of every durable change, this node's or another's, in order. Returns how to stop. */
  watch(each: (change: Change) => void): () => void;
  /** Forgets a person's words on this node; the vault forgets them for good. */
  forget(owner: string): Promise<void>;
  close(): Promise<void>;
};

const BATCH_AT_MOST = 512;
const SNAPSHOT_EVERY = 1000;
const RACE_PAUSE_MS = 20;
const STORE_PAUSE_MS = 1000;

/** Opens a gathering from its log: the last snapshot this code made, then the batches after it. */
export async function openHost(stream: string, ports: HostPorts, rules: Rules): Promise<Host> {
  const { log, vault, snapshots } = ports;
  const saved = await snapshots.load(stream);
  let ledger = saved?.fold === ports.fold ? saved.ledger : emptyLedger(rules);
  let savedAt = ledger.version;
  const words = openWords(vault, stream, ports.merged);
  const watchers = new Set<(change: Change) => void>();
  const waiting: (Asked & { answer(answer: Answer): void })[] = [];
  const facts: Facts = {
    get at() {
      return ports.now();
    },
    id: () => ports.id()
  };
  /** What our batch on its way makes of the ledger: the store may tell us of it before it answers, and it need not be folded twice. */
  let own: { id: string; settled: Settled } | null = null;
  let turning = false;
  let closed = false;

  for (const { batch } of await log.read(stream, ledger.version)) foldBatch(ledger, batch, rules);
  await words.learn(wordy(ledger));

  /** What other nodes wrote is folded in one queue: words first, so that no view goes out with holes. */
  let absorbing: Promise<void> = Promise.resolve();
  const unfollow = log.follow(stream, ledger.version, (entry) => {
    absorbing = absorbing.then(() => absorb(entry));
  });

  async function absorb(entry: Entry): Promise<void> {
    const last = entry.first + entry.batch.events.length - 1;
    for (let before = -1; !closed && last > ledger.version && before < ledger.version;) {
      before = ledger.version;
      try {
        const tail = entry.first === ledger.version + 1 ? [entry] : await log.read(stream, ledger.version);
        for (const next of tail) await takeIn(next);
      } catch (error) {
        if (!storeTrouble(error)) return ports.report(error);
        // Whoever looks at this node's screens would be left with the past if it gave up.
        before = -1;
        await ports.pause(STORE_PAUSE_MS);
      }
    }
  }

  async function takeIn(entry: Entry): Promise<void> {
    const ours = own?.id === entry.batch.id ? own.settled : null;
    if (ours) words.know(ours.texts);
    else await words.learn(entry.batch.events);
    // Our own append may have been told durable while the words were fetched.
    if (entry.first !== ledger.version + 1) return;
    become(ours?.ledger ?? after(ledger, entry.batch, rules), entry.batch);
  }

  function become(next: Ledger, { events }: Batch): void {
    ledger = next;
    const channels = touched(ledger, events, rules);
    for (const each of watchers) each({ ledger, channels });
    if (ledger.version - savedAt >= SNAPSHOT_EVERY) void save();
  }

  async function save(): Promise<void> {
    if (savedAt === ledger.version || ledger.newer) return;
    savedAt = ledger.version;
    await snapshots.save(stream, { fold: ports.fold, ledger }).catch(() => {});
  }

  async function turn(): Promise<void> {
    if (turning) return;
    turning = true;
    while (waiting.length > 0) {
      const asked = waiting.splice(0, BATCH_AT_MOST);
      const answers = await keep(asked).catch((error: unknown) => wentWrong(asked, error));
      asked.forEach(({ answer }, index) => answer(answers[index] ?? { refused: 'went-wrong' }));
    }
    turning = false;
  }

  /** A fault of ours must not leave people waiting for an answer. */
  function wentWrong(asked: readonly Asked[], error: unknown): Answer[] {
    ports.report(error);
    return asked.map(() => refuse('went-wrong'));
  }

  /** Decides and appends until the batch is durable, refused as a whole, or the store cannot be written. */
  async function keep(asked: readonly Asked[]): Promise<Answer[]> {
    for (;;) {
      const settled = settle(ledger, asked, facts, rules);
      if (settled.events.length === 0) return settled.answers;
      const batch: Batch = { id: ports.id(), events: settled.events, receipts: settled.receipts };
      const first = ledger.version + 1;
      own = { id: batch.id, settled };
      const kept = await append(log, stream, { expected: first - 1, batch, texts: settled.texts }, ports.report);
      if (kept === 'kept') {
        words.know(settled.texts);
        if (ledger.version === first - 1) become(settled.ledger, batch);
        return settled.answers;
      }
      if (kept !== 'raced') return asked.map(() => ({ later: kept }));
      const stuck = await catchUp();
      if (stuck) return asked.map(() => stuck);
      await ports.pause(RACE_PAUSE_MS);
    }
  }

  /** Folds what others wrote meanwhile. Answers only when that is not possible, because trying for ever helps nobody. */
  async function catchUp(): Promise<Answer | null> {
    try {
      for (const entry of await log.read(stream, ledger.version)) absorbing = absorbing.then(() => absorb(entry));
      await absorbing;
      return null;
    } catch (error) {
      const reason = storeTrouble(error);
      if (reason) return { later: reason };
      ports.report(error);
      return refuse('history-broken');
    }
  }

  return {
    hear: (say, by) =>
      new Promise((answer) => {
        if (closed) return answer({ later: 'storage-away' });
        waiting.push({ say, by, answer });
        void turn();
      }),
    ledger: () => ledger,
    view: (channel) => words.in(look(ledger, channel, rules)) as Doc,
    words: words.in,
    watch(each) {
      watchers.add(each);
      return () => watchers.delete(each);
    },
    async forget(owner) {
      await snapshots.drop(stream);
      await vault.forget(stream, owner);
      words.forget();
      await words.learn(wordy(ledger));
    },
    async close() {
      closed = true;
      unfollow();
      await absorbing;
      await save();
    }
  };
}

/** Folds a batch of the log into a ledger nobody else holds. */
export function foldBatch(ledger: Ledger, batch: Batch, rules: Rules): void {
  for (const event of batch.events) fold(ledger, event, rules);
  for (const receipt of batch.receipts) noteReceipt(ledger, receipt);
}

const after = (ledger: Ledger, batch: Batch, rules: Rules): Ledger =>
  create(ledger, (draft) => foldBatch(draft, batch, rules));

/** The parts of a ledger that hold references to words. */
const wordy = ({ gathering, activities, steps }: Ledger) => [gathering, activities, steps];

import { create } from 'mutative';
import { isRefusal, refuse, type Actor, type Facts } from '#contract/method.ts';
import type { Answer, Doc, Later, Say } from '#wire/messages.ts';
import { append, soundPart, storeTrouble, type AppendOutcome } from './append.ts';
import { emptyLedger, fold, halted, type Ledger, type Rules } from './ledger.ts';
import { viewOf, TOLD_OF_HALT, touchedChannels } from './view-of.ts';
import type { Batch, Entry, Log, Snapshots, Vault } from './ports.ts';
import { ToldRefusals } from './refusals.ts';
import { noteReceipt, decideBatch, type Asked, type DecidedBatch } from './decide-batch.ts';
import { createTextReferences } from './references.ts';

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
  /**
   * Resolves when the command is durable, refused, or could not be kept just now. Never rejects. `afresh`: what was refused before
   * under this number is decided once more, as a form is when somebody sends it again.
   */
  hear(say: Say, by: Actor, afresh?: boolean): Promise<Answer>;
  /** The time as events of this gathering are given it, in milliseconds since 1970. */
  now(): number;
  /** The durable state. */
  ledger(): Ledger;
  /** Resolves when all that the store held at the call is folded, or when that cannot be told. */
  rise(): Promise<void>;
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
  const words = createTextReferences(vault, stream, ports.merged);
  const watchers = new Set<(change: Change) => void>();
  const waiting: (Asked & { answer(answer: Answer): void })[] = [];
  const facts: Facts = {
    get at() {
      return ports.now();
    },
    id: () => ports.id()
  };
  /** What our batch on its way makes of the ledger: the store may tell us of it before it answers, and it need not be folded twice. */
  let own: { id: string; decided: DecidedBatch } | null = null;
  const context = { refusals: new ToldRefusals(), shared: log.latest !== undefined };
  let deciding = false;
  let closed = false;

  const readTo = ledger.version;
  const { entries, broken } = await soundly(() => log.read(stream, readTo));
  for (const { batch } of entries) foldBatch(ledger, batch, rules);
  await words.preload(withReferences(ledger));
  if (broken !== null) stopAt(broken);
  // A snapshot hides what stands before it, and the next Plenary will not trust it any more.
  if (readTo > 0) void log.check(stream, readTo).catch(stopAt);

  /** What other nodes wrote is folded in one queue: words first, so that no view goes out with holes. */
  let absorbing: Promise<void> = Promise.resolve();
  const hear = (entry: Entry) => void (absorbing = absorbing.then(() => absorb(entry)));
  const unfollow = ledger.broken ? () => {} : log.follow(stream, ledger.version, hear, stopAt);

  /** All can be read from here on, and nothing written. */
  function stopAt(error: unknown): void {
    if (closed || ledger.broken || storeTrouble(error)) return;
    ports.report(error);
    ledger = { ...ledger, broken: true };
    for (const each of watchers) each({ ledger, channels: new Set(TOLD_OF_HALT) });
  }

  async function absorb(entry: Entry): Promise<void> {
    const last = entry.first + entry.batch.events.length - 1;
    for (let before = -1; !closed && last > ledger.version && before < ledger.version;) {
      before = ledger.version;
      try {
        const tail = entry.first === ledger.version + 1 ? [entry] : await log.read(stream, ledger.version);
        for (const next of tail) await takeIn(next);
      } catch (error) {
        if (!storeTrouble(error)) return stopAt(error);
        // Whoever looks at this node's screens would be left with the past if it gave up.
        before = -1;
        await ports.pause(STORE_PAUSE_MS);
      }
    }
  }

  async function takeIn(entry: Entry): Promise<void> {
    const ours = own?.id === entry.batch.id ? own.decided : null;
    if (ours) words.remember(ours.texts);
    else await words.preload(entry.batch.events);
    // Our own append may have been told durable while the words were fetched.
    if (entry.first !== ledger.version + 1 || ledger.broken) return;
    become(ours?.ledger ?? after(ledger, entry.batch, rules), entry.batch);
  }

  function become(next: Ledger, { events }: Batch): void {
    // Nothing mends what was found to be broken while this batch was on its way.
    ledger = ledger.broken ? { ...next, broken: true } : next;
    const channels = touchedChannels(ledger, events, rules);
    for (const each of watchers) each({ ledger, channels });
    if (ledger.version - savedAt >= SNAPSHOT_EVERY) void save();
  }

  async function save(): Promise<void> {
    if (savedAt === ledger.version || halted(ledger)) return;
    savedAt = ledger.version;
    await snapshots.save(stream, { fold: ports.fold, ledger }).catch(() => {});
  }

  async function decideWaiting(): Promise<void> {
    if (deciding) return;
    deciding = true;
    while (waiting.length > 0) {
      const asked = waiting.splice(0, BATCH_AT_MOST);
      const answers = await keep(asked).catch((error: unknown) => wentWrong(asked, error));
      asked.forEach(({ say, answer }, index) => {
        const told = answers[index] ?? refuse('went-wrong');
        if (isRefusal(told)) context.refusals.note(say, told);
        answer(told);
      });
    }
    deciding = false;
  }

  /** A fault of ours must not leave people waiting for an answer. */
  function wentWrong(asked: readonly Asked[], error: unknown): Answer[] {
    ports.report(error);
    return asked.map(() => refuse('went-wrong'));
  }

  /** Decides and appends until the batch is durable, refused as a whole, or the store cannot be written. */
  async function keep(asked: readonly Asked[]): Promise<Answer[]> {
    // Set once this node has folded all that the store held when these commands came.
    let current = !context.shared;
    for (;;) {
      const expected = ledger.version;
      const decided = decideBatch(ledger, asked, facts, rules, context);
      const writes = decided.events.length > 0;
      // What is kept proves that the ledger was new. A no writes nothing, so it has to look.
      if (!writes && (current || !decided.rests || halted(ledger))) return decided.answers;
      const outcome = writes ? await write(decided) : 'raced';
      if (outcome === 'kept') return decided.answers;
      if (outcome !== 'raced') return asked.map(() => ({ later: outcome }));
      if (writes) await ports.pause(RACE_PAUSE_MS);
      const stuck = await (writes ? catchUp(expected + 1) : rise());
      if (stuck) return asked.map(() => stuck);
      if (!writes && ledger.version === expected) return decided.answers;
      current = true;
    }
  }

  async function write(decided: DecidedBatch): Promise<AppendOutcome> {
    const batch: Batch = { id: ports.id(), events: decided.events, receipts: decided.receipts };
    const expected = ledger.version;
    own = { id: batch.id, decided };
    const outcome = await append(log, stream, { expected, batch, texts: decided.texts }, ports.report);
    if (outcome !== 'kept') return outcome;
    words.remember(decided.texts);
    if (ledger.version === expected) become(decided.ledger, batch);
    return outcome;
  }

  /** Folds what the store holds and this node does not. Answers only when that cannot be told just now. */
  async function rise(): Promise<{ later: Later } | null> {
    const before = ledger.version;
    try {
      const end = (await log.latest?.(stream)) ?? before;
      // Less than was here before is as bad as a hole, and reading on finds that out.
      return end >= before && end <= ledger.version ? null : await catchUp(end);
    } catch (error) {
      return cannot(error);
    }
  }

  /** Folds what others wrote meanwhile. The store says that there is something up to `end`: not finding it stops the gathering. */
  async function catchUp(end: number): Promise<{ later: Later } | null> {
    const before = ledger.version;
    try {
      const { entries, broken } = await soundly(() => log.read(stream, before));
      for (const entry of entries) absorbing = absorbing.then(() => absorb(entry));
      await absorbing;
      if (broken !== null) stopAt(broken);
      else if (ledger.version < end && !ledger.newer) stopAt(new Error(`${stream}: version ${end} cannot be reached.`));
      return null;
    } catch (error) {
      return cannot(error);
    }
  }

  /** Null: it was found to be broken, and says so from now on. */
  function cannot(error: unknown): { later: Later } | null {
    const trouble = storeTrouble(error);
    if (soundPart(error)) stopAt(error);
    else if (!trouble) ports.report(error);
    return soundPart(error) ? null : { later: trouble ?? 'storage-away' };
  }

  return {
    hear: (say, by, afresh = false) =>
      new Promise((answer) => {
        if (closed) return answer({ later: 'storage-away' });
        waiting.push({ say, by, afresh, answer });
        void decideWaiting();
      }),
    now: () => ports.now(),
    ledger: () => ledger,
    rise: async () => void (await rise()),
    view: (channel) => words.in(viewOf(ledger, channel, rules)) as Doc,
    words: words.in,
    watch(each) {
      watchers.add(each);
      return () => watchers.delete(each);
    },
    async forget(owner) {
      await snapshots.drop(stream);
      await vault.forget(stream, owner);
      words.forget();
      await words.preload(withReferences(ledger));
    },
    async close() {
      closed = true;
      unfollow();
      await absorbing;
      await save();
    }
  };
}

/** What can be read, and what stands in the way of the rest. */
async function soundly(read: () => Promise<Entry[]>): Promise<{ entries: Entry[]; broken: unknown }> {
  try {
    return { entries: await read(), broken: null };
  } catch (error) {
    const sound = soundPart(error);
    if (!sound) throw error;
    return { entries: sound, broken: error };
  }
}

/** Folds a batch of the log into a ledger nobody else holds. */
export function foldBatch(ledger: Ledger, batch: Batch, rules: Rules): void {
  for (const event of batch.events) fold(ledger, event, rules);
  for (const receipt of batch.receipts) noteReceipt(ledger, receipt);
}

const after = (ledger: Ledger, batch: Batch, rules: Rules): Ledger =>
  create(ledger, (draft) => foldBatch(draft, batch, rules));

/** The parts of a ledger that hold references to words. */
const withReferences = ({ gathering, activities, steps }: Ledger) => [gathering, activities, steps];

import { isRefusal, refuse, type Actor, type Facts } from '#contract/method.ts';
import type { Answer, Doc, Say } from '#wire/messages.ts';
import { append, type AppendOutcome } from './append.ts';
import { decideBatch, type Asked, type DecidedBatch } from './decide-batch.ts';
import { DurableLedger, foldBatch, type Change } from './durable-ledger.ts';
import { openFollower, readSoundly } from './follower.ts';
import { emptyLedger, halted, type Ledger, type Rules } from './ledger.ts';
import type { Batch, Log, Snapshots, Vault } from './ports.ts';
import { createTextReferences } from './text-references.ts';
import { RememberedRefusals } from './remembered-refusals.ts';
import { viewOf } from './view-of.ts';

export type HostPorts = {
  log: Log;
  vault: Vault;
  snapshots: Snapshots;
  /** Milliseconds since 1970. */
  now(): number;
  /** A fresh id, unguessable. */
  id(): string;
  /**
   * Resolves after some milliseconds, chosen by chance up to `most`: two nodes that lost a race must not race again.
   */
  pause(mostMs: number): Promise<void>;
  /** Hears of faults that people are only told went wrong. */
  report(error: unknown): void;
  /** The text that pieces written by several people come to, whatever their order. */
  merged(pieces: readonly string[]): string;
  /** Names the code that folds: a snapshot made by other code is not trusted. */
  fold: string;
};

/** One gathering, hosted. Commands take turns in batches; nobody sees or is told anything that is not durable. */
export type Host = {
  /**
   * Resolves when the command is durable, refused, or could not be kept just now. Never rejects. `afresh`: a command
   * that was refused under this number is decided once more, because a person may send a refused form again.
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
  /** Forgets words on this node; the vault forgets them for good, as far as they are still there. */
  forget(ids: readonly string[]): Promise<void>;
  /**
   * Resolves when nothing of this host is on its way to the store. `deleted`: everybody is told so, and whoever says
   * something.
   */
  close(deleted?: boolean): Promise<void>;
};

const BATCH_AT_MOST = 512;
const SNAPSHOT_EVERY = 1000;
const RACE_PAUSE_MS = 20;

/** Opens a gathering from its log: the last snapshot this code made, then the batches after it. */
export async function openHost(stream: string, ports: HostPorts, rules: Rules): Promise<Host> {
  const { log, vault, snapshots } = ports;
  const texts = createTextReferences(vault, stream, ports.merged);
  const waiting: (Asked & { answer(answer: Answer): void })[] = [];
  const facts: Facts = {
    get at() {
      return ports.now();
    },
    id: () => ports.id()
  };
  const context = { refusals: new RememberedRefusals(), shared: log.latest !== undefined };
  /** The batch on its way: the store may tell the follower of it before it answers, and it need not be folded twice. */
  let onItsWay: { id: string; decided: DecidedBatch } | null = null;
  let turns: Promise<void> | null = null;
  let saving: Promise<void> = Promise.resolve();
  let closed = false;

  const saved = await snapshots.load(stream);
  const ledger = saved?.fold === ports.fold ? saved.ledger : emptyLedger(rules);
  let savedAt = ledger.version;
  const { entries, broken } = await readSoundly(log, stream, savedAt);
  for (const { batch } of entries) foldBatch(ledger, batch, rules);
  await texts.preload(withReferences(ledger));
  if (broken !== null) {
    ports.report(broken);
    ledger.stopped = 'history-broken';
  }

  const durable = new DurableLedger(ledger, rules);
  const follower = openFollower(stream, durable, {
    ...ports,
    texts,
    ownBatch: (id) => (onItsWay?.id === id ? onItsWay.decided : null)
  });
  durable.watch(() => {
    if (durable.version - savedAt >= SNAPSHOT_EVERY) void saveSnapshot();
  });
  // A snapshot hides what stands before it, and the next Plenary will not trust it any more.
  if (savedAt > 0) void log.check(stream, savedAt).catch(follower.haltFor);

  async function saveSnapshot(): Promise<void> {
    if (savedAt === durable.version || halted(durable.current)) return;
    savedAt = durable.version;
    saving = snapshots.save(stream, { fold: ports.fold, ledger: durable.current }).catch(() => {});
    await saving;
  }

  /** Takes the commands that wait, batch after batch, until none is left. */
  async function takeTurns(): Promise<void> {
    while (waiting.length > 0) {
      const asked = waiting.splice(0, BATCH_AT_MOST);
      const answers = await submit(asked).catch((error: unknown) => wentWrong(asked, error));
      asked.forEach(({ say, answer }, index) => {
        const told = answers[index] ?? refuse('went-wrong');
        if (isRefusal(told)) context.refusals.note(say, told);
        answer(told);
      });
    }
    turns = null;
  }

  /** A fault of ours must not leave people waiting for an answer. */
  function wentWrong(asked: readonly Asked[], error: unknown): Answer[] {
    ports.report(error);
    return asked.map(() => refuse('went-wrong'));
  }

  /** Decides and appends until the batch is durable, refused as a whole, or the store cannot be written. */
  async function submit(asked: readonly Asked[]): Promise<Answer[]> {
    // Set once this node has folded all that the store held when these commands came.
    let current = !context.shared;
    for (;;) {
      const expected = durable.version;
      const decided = decideBatch(durable.current, asked, facts, rules, context);
      const writes = decided.events.length > 0;
      // What was stored proves that the ledger was new. A refusal writes nothing, so it has to look.
      if (!writes && (current || !decided.rests || halted(durable.current))) return decided.answers;
      const outcome = writes ? await write(decided) : 'raced';
      if (outcome === 'kept') return decided.answers;
      if (outcome !== 'raced') return asked.map(() => ({ later: outcome }));
      if (writes) await ports.pause(RACE_PAUSE_MS);
      const stuck = await (writes ? follower.catchUpTo(expected + 1) : follower.catchUp());
      if (stuck) return asked.map(() => stuck);
      if (!writes && durable.version === expected) return decided.answers;
      current = true;
    }
  }

  async function write(decided: DecidedBatch): Promise<AppendOutcome> {
    const batch: Batch = { id: ports.id(), events: decided.events, receipts: decided.receipts };
    const expected = durable.version;
    onItsWay = { id: batch.id, decided };
    const outcome = await append(log, stream, { expected, batch, texts: decided.texts }, ports.report);
    if (outcome !== 'kept') return outcome;
    texts.remember(decided.texts);
    if (durable.version === expected) durable.become(batch, decided.ledger);
    return outcome;
  }

  return {
    hear: (say, by, afresh = false) =>
      new Promise((answer) => {
        if (closed)
          return answer(durable.current.stopped ? refuse(durable.current.stopped) : { later: 'storage-away' });
        waiting.push({ say, by, afresh, answer });
        turns ??= takeTurns();
      }),
    now: () => ports.now(),
    ledger: () => durable.current,
    rise: async () => void (await follower.catchUp()),
    view: (channel) => texts.in(viewOf(durable.current, channel, rules)) as Doc,
    words: texts.in,
    watch: (each) => durable.watch(each),
    async forget(ids) {
      const there = await vault.present(stream, ids);
      if (there.size > 0) await vault.forget(stream, [...there]);
      await texts.forget(ids, withReferences(durable.current));
    },
    async close(deleted = false) {
      if (deleted) durable.halt('gathering-deleted');
      closed = true;
      // Before the follower stops: a command that lost a race waits for what won it.
      await turns;
      await follower.close();
      await saveSnapshot();
      await saving;
    }
  };
}

/** The parts of a ledger that hold references to texts. */
const withReferences = ({ gathering, activities, steps, helperSteps }: Ledger) => [
  gathering,
  activities,
  steps,
  helperSteps
];

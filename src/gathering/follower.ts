import type { Later } from '#wire/messages.ts';
import { hasEnded, soundPart, storeTrouble } from './append.ts';
import type { DecidedBatch } from './decide-batch.ts';
import type { DurableLedger } from './durable-ledger.ts';
import type { Entry, Log } from './ports.ts';
import type { TextReferences } from './text-references.ts';

export type FollowerPorts = {
  log: Log;
  texts: TextReferences;
  pause(mostMs: number): Promise<void>;
  report(error: unknown): void;
  /** What a batch of this node that is on its way makes of the ledger; null for a batch of another node. */
  ownBatch(id: string): DecidedBatch | null;
};

/** Folds what other nodes write, so that this one goes on from all that the store holds. */
export type Follower = {
  /** Folds what the store held at the call and this node did not. Answers only when that cannot be told just now. */
  catchUp(): Promise<{ later: Later } | null>;
  /** The same, where the store is known to hold something up to version `end`: not finding it halts the gathering. */
  catchUpTo(end: number): Promise<{ later: Later } | null>;
  /** Halts the gathering for a history that is missing or damaged; trouble with reaching the store is none. */
  haltFor(error: unknown): void;
  close(): Promise<void>;
};

const STORE_PAUSE_MS = 1000;

export function openFollower(stream: string, durable: DurableLedger, ports: FollowerPorts): Follower {
  const { log, texts, report } = ports;
  let closed = false;
  /** One queue, and in it texts before events, so that no view goes out with holes. */
  let absorbing: Promise<void> = Promise.resolve();
  const enqueue = (entry: Entry) => void (absorbing = absorbing.then(() => absorb(entry)));
  const unfollow = durable.current.stopped ? () => {} : log.follow(stream, durable.version, enqueue, haltFor);

  async function absorb(entry: Entry): Promise<void> {
    const last = entry.first + entry.batch.events.length - 1;
    for (let before = -1; !closed && last > durable.version && before < durable.version;) {
      before = durable.version;
      try {
        const tail = entry.first === durable.version + 1 ? [entry] : await log.read(stream, durable.version);
        for (const next of tail) await take(next);
      } catch (error) {
        if (!storeTrouble(error)) return haltFor(error);
        // The follower must not give up: the screens of this node would stay in the past.
        before = -1;
        await ports.pause(STORE_PAUSE_MS);
      }
    }
  }

  async function take({ first, batch }: Entry): Promise<void> {
    const ours = ports.ownBatch(batch.id);
    if (ours) texts.remember(ours.texts);
    else await texts.preload(batch.events);
    // This node's own append may have been told durable while the texts were fetched.
    if (first === durable.version + 1 && !durable.current.stopped) durable.become(batch, ours?.ledger);
  }

  async function catchUp(): Promise<{ later: Later } | null> {
    const before = durable.version;
    try {
      const end = (await log.latest?.(stream)) ?? before;
      // Less than was here before is as bad as a hole, and reading on finds that out.
      return end >= before && end <= durable.version ? null : await catchUpTo(end);
    } catch (error) {
      return haltOrPutOff(error);
    }
  }

  async function catchUpTo(end: number): Promise<{ later: Later } | null> {
    try {
      const { entries, broken } = await readSoundly(log, stream, durable.version);
      for (const entry of entries) enqueue(entry);
      await absorbing;
      if (broken !== null) haltFor(broken);
      else if (durable.version < end && !durable.current.newer)
        haltFor(new Error(`${stream}: version ${end} cannot be reached.`));
      return null;
    } catch (error) {
      return haltOrPutOff(error);
    }
  }

  function haltFor(error: unknown): void {
    if (closed || durable.current.stopped || storeTrouble(error)) return;
    if (hasEnded(error)) return durable.halt('gathering-deleted');
    report(error);
    durable.halt('history-broken');
  }

  /** Null: the history was found to be broken, or has ended, and the gathering says so from now on. */
  function haltOrPutOff(error: unknown): { later: Later } | null {
    if (soundPart(error) || hasEnded(error)) {
      haltFor(error);
      return null;
    }
    const trouble = storeTrouble(error);
    if (!trouble) report(error);
    return { later: trouble ?? 'storage-away' };
  }

  return {
    catchUp,
    catchUpTo,
    haltFor,
    async close() {
      closed = true;
      unfollow();
      await absorbing;
    }
  };
}

/** What can be read after a version, and what stands in the way of the rest. */
export async function readSoundly(
  log: Log,
  stream: string,
  after: number
): Promise<{ entries: Entry[]; broken: unknown }> {
  try {
    return { entries: await log.read(stream, after), broken: null };
  } catch (error) {
    const sound = soundPart(error);
    if (!sound) throw error;
    return { entries: sound, broken: error };
  }
}

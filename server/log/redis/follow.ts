import { setTimeout as pause } from 'node:timers/promises';
import { BrokenHistory, StreamEnded, type Entry, type Log } from '#gathering/ports.ts';
import { hear } from '../followers.ts';
import { lastOf, soundEntries, type Kept } from '../integrity.ts';
import type { Redis } from './client.ts';
import { ENDED, keptOf } from './log.ts';
import { keys } from './keys-and-answers.ts';

const BLOCK_MS = 1_000;
const NUDGE_MS = 5;
const RETRY_MS = 50;
const PAGE = 500;

type Follower = {
  stream: string;
  position: number;
  begun: boolean;
  each: (entry: Entry) => void;
  broken: (error: BrokenHistory | StreamEnded) => void;
};

/**
 * One blocking reader for all streams this process follows: a connection for each gathering would soon be more than
 * Redis and the machine can bear. A new listener wakes the waiting XREAD, which starts again with the longer list.
 */
export async function redisFollow(redis: Redis): Promise<{ follow: Log['follow']; close(): Promise<void> }> {
  const reader = redis.duplicate();
  reader.on('error', () => {}); // it reconnects by itself, and the reading goes on from the positions kept here
  await reader.connect();

  const followers = new Set<Follower>();
  let closed = false;
  let changes = 0;
  let asked = 0;
  let waking = false;
  let readerId: number | null = null;
  let rouse = (): void => {};
  reader.on('ready', () => {
    readerId = null;
    rouse();
  });

  const reading = (async () => {
    while (!closed) {
      asked = changes;
      if (followers.size === 0 || !reader.isReady) await new Promise<void>((resolve) => (rouse = resolve));
      else await readOnce().catch(() => pause(RETRY_MS));
    }
  })();

  async function readOnce(): Promise<void> {
    readerId ??= await reader.clientId();
    const from = new Map<string, number>();
    // Only the followers of this list get the answer: for one that came while it was under way, it may begin too late.
    const listening = [...followers];
    for (const { stream, position } of listening) from.set(stream, Math.min(position, from.get(stream) ?? position));
    if (from.size === 0) return;
    const streams = [...from].map(([stream, position]) => ({ key: keys.log(stream), id: `${position}-0` }));
    asked = changes;
    const found = await reader.xRead(streams, { BLOCK: BLOCK_MS, COUNT: PAGE });
    for (const { name, messages } of found ?? []) deliver(listening, name, messages.map(keptOf));
  }

  function deliver(listening: Follower[], key: string, kept: Kept[]): void {
    for (const follower of listening.filter(({ stream }) => keys.log(stream) === key)) {
      for (const one of kept) {
        if (!followers.has(follower) || one.first <= follower.position) continue;
        try {
          if (one.first === ENDED) throw new StreamEnded(follower.stream);
          // The version it begins after may lie inside a batch.
          const after = follower.begun ? follower.position : one.first - 1;
          for (const entry of soundEntries(follower.stream, after, [one])) tell(follower, entry);
        } catch (error) {
          // What is damaged is not delivered, and it must not silence the other gatherings that share this reader.
          followers.delete(follower);
          follower.broken(error as BrokenHistory | StreamEnded);
        }
      }
    }
  }

  function tell(follower: Follower, entry: Entry): void {
    follower.begun = true;
    follower.position = lastOf(entry);
    hear(follower.each, entry);
  }

  /**
   * CLIENT UNBLOCK does nothing while the XREAD is still on its way, so it is repeated until the list was read anew.
   */
  async function wake(): Promise<void> {
    changes += 1;
    rouse();
    if (waking) return;
    waking = true;
    for (; !closed && asked < changes && reader.isReady; await pause(NUDGE_MS)) {
      if (readerId !== null) await redis.clientUnblock(readerId).catch(() => {});
    }
    waking = false;
  }

  return {
    follow(stream, after, each, broken = (error) => process.emitWarning(error)) {
      const follower: Follower = { stream, position: after, begun: false, each, broken };
      followers.add(follower);
      void wake();
      return () => void followers.delete(follower);
    },
    async close() {
      closed = true;
      if (reader.isOpen) reader.destroy();
      rouse();
      await reading;
    }
  };
}

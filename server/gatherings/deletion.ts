import { setTimeout as pause } from 'node:timers/promises';
import type { Catalogue } from '../commons/catalogue.ts';
import { streamOf, type Hosts } from '../hosting/hosted-gatherings.ts';
import type { Stores } from '../log/stores.ts';

type Parts = {
  catalogue: Catalogue;
  hosts: Hosts;
  end: Stores['end'];
  /** Remove what else is kept of a gathering: tokens, links, keys, offers. */
  forgets: readonly ((gathering: string) => Promise<void>)[];
  report(error: unknown): void;
  againMs?: number;
};

const AGAIN_MS = 60_000;

/**
 * Leaves nothing of gatherings that the catalogue says are deleted, but their editions. Every node does it, because
 * only the node that hosts a gathering knows when nothing of it is on its way to the store any more. At the start all
 * that were ever deleted are looked at: what a crash cut short is finished then. Returns how to stop.
 */
export function openDeletion({ catalogue, hosts, end, forgets, report, againMs = AGAIN_MS }: Parts) {
  const stopping = new AbortController();
  let turn: Promise<void> = Promise.resolve();

  async function empty(gathering: string): Promise<void> {
    await hosts.end(gathering);
    // Until no host was opened meanwhile, for a request that came just before this node heard of it.
    do await end(streamOf(gathering));
    while (await hosts.end(gathering));
    for (const forget of forgets) await forget(gathering);
  }

  async function untilEmpty(gathering: string): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        return await empty(gathering);
      } catch (error) {
        report(error);
        await pause(againMs, null, { ref: false, signal: stopping.signal }).catch(() => {});
      }
    }
  }

  catalogue.whenDeleted((gathering) => (turn = turn.then(() => untilEmpty(gathering))));

  return async (): Promise<void> => {
    stopping.abort();
    await turn;
  };
}

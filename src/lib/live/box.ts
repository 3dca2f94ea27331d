import { createStore, update, type UseStore } from 'idb-keyval';
import type { Box, Shelf } from './shelf.ts';

/** Some browsers leave the opening of a broken IndexedDB unanswered for ever. */
const OPENING_MS = 1500;

/**
 * The shelf under `name` in this browser's IndexedDB. Where that is missing or fails (private windows, a full disk), the
 * shelf lives in memory from then on: what waits still goes out, only a closed page would lose it.
 */
export function openBox(name: string): Box {
  let store: UseStore | null = null;
  let memory: Shelf | null = null;

  async function inStore(change: (shelf: Shelf) => Shelf): Promise<Shelf> {
    store ??= createStore('plenary', 'waiting');
    let after: Shelf = {};
    await update<Shelf>(name, (before) => (after = change(before ?? {})), store);
    return after;
  }

  return {
    async update(change) {
      if (memory === null) {
        try {
          return await within(OPENING_MS, inStore(change));
        } catch {
          memory ??= {};
        }
      }
      return (memory = change(memory));
    }
  };
}

function within<Value>(mostMs: number, promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('storage does not answer')), mostMs);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

import { createStore, update, type UseStore } from 'idb-keyval';
import type { Box, Shelf } from './device-queue.ts';
import { within } from './within.ts';

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

import { createStore, update, type UseStore } from 'idb-keyval';
import type { OutboxStore, DeviceQueues } from './device-queue.ts';
import { withTimeout } from './timeout.ts';

const OPENING_MS = 1500;

/**
 * The queues under `name` in this browser's IndexedDB. Where that is missing or fails (private windows, a full disk),
 * they live in memory from then on: commands are still sent, but a page that closes loses what waits.
 */
export function createOutboxStore(name: string): OutboxStore {
  let store: UseStore | null = null;
  let memory: DeviceQueues | null = null;

  async function inStore(change: (queues: DeviceQueues) => DeviceQueues): Promise<DeviceQueues> {
    store ??= createStore('plenary', 'waiting');
    let after: DeviceQueues = {};
    await update<DeviceQueues>(name, (before) => (after = change(before ?? {})), store);
    return after;
  }

  return {
    async update(change) {
      if (memory === null) {
        try {
          return await withTimeout(OPENING_MS, inStore(change));
        } catch {
          memory ??= {};
        }
      }
      return (memory = change(memory));
    }
  };
}

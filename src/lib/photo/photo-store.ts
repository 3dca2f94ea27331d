import { createStore, del, entries, set, type UseStore } from 'idb-keyval';
import { withTimeout } from '#lib/live/timeout.ts';
import type { PhotoSay } from './send-photo.ts';

/**
 * A photo as it waits: what is said with it, by a device of its own, so that it counts once however often it is sent.
 * `at`: when it was taken.
 */
export type WaitingPhoto = { said: PhotoSay; photo: Blob; at: number };

/** Photos of one person in one gathering that wait in this browser, in the order they were taken. */
export type PhotoStore = {
  all(): Promise<WaitingPhoto[]>;
  put(kept: WaitingPhoto): Promise<void>;
  drop(device: string): Promise<void>;
};

const OPENING_MS = 1500;

/** Where IndexedDB is missing or fails, photos wait in the open page alone: the caller holds them, too. */
export function createPhotoStore(owner: string): PhotoStore {
  let store: UseStore | null = null;
  const placeOf = (device: string) => `${owner} ${device}`;

  async function tried<Value>(work: (store: UseStore) => Promise<Value>, otherwise: Value): Promise<Value> {
    try {
      store ??= createStore('plenary-photos', 'waiting');
      return await withTimeout(OPENING_MS, work(store));
    } catch {
      return otherwise;
    }
  }

  return {
    async all() {
      const found = await tried((store) => entries<string, WaitingPhoto>(store), []);
      const own = found.filter(([place]) => place.startsWith(placeOf(''))).map(([, kept]) => kept);
      return own.sort((one, other) => one.at - other.at);
    },
    put: (kept) => tried((store) => set(placeOf(kept.said.device), kept, store), undefined),
    drop: (device) => tried((store) => del(placeOf(device), store), undefined)
  };
}

import type { Files } from '#server/page-api.ts';
import { openWorkerPool } from '../hosting/worker-pool.ts';
import type { Rendered } from './file-worker.ts';

/** Each waits in memory with its edition. Beyond, asking again is cheaper than waiting. */
const WAITING_AT_MOST = 16;

/**
 * Files of editions that take long to make. They are made in a thread of their own, one after the other: a document of
 * 500 notes takes a fifth of a second, and the first one with its library 0.7, in which no command of any gathering would be decided.
 */
export function openFiles(): Files & { close(): Promise<void> } {
  const workers = openWorkerPool(new URL('./file-worker.ts', import.meta.url));
  let waiting = 0;

  return {
    async render(edition, format, photos) {
      if (waiting >= WAITING_AT_MOST) return null;
      waiting += 1;
      try {
        return ((await workers.answer(format, { edition, photos })) as Rendered).file;
      } finally {
        waiting -= 1;
      }
    },
    close: () => workers.close()
  };
}

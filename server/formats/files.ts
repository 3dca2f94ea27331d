import type { Refusal } from '#contract/method.ts';
import type { ArchivePhotoPlace } from '#harvest/formats/archive-files.ts';
import { zipTime } from '#harvest/zip-time.ts';
import type { Files } from '#server/edition-api.ts';
import { openWorkerPool } from '../hosting/worker-pool.ts';
import { archive, asStream } from './archive.ts';
import type { Incoming, Jobs } from './file-worker.ts';

/** Each waits in memory with its edition. Beyond, asking again is cheaper than waiting. */
const WAITING_AT_MOST = 16;

/** What the house does with files of editions; `read` answers null where too many others wait. */
export type FileRoom = Files & {
  read(file: Uint8Array): Promise<Incoming | Refusal | null>;
  close(): Promise<void>;
};

/**
 * Files of editions that take long to make. They are made in a thread of their own: a document of 500 notes takes a
 * fifth of a second, and the first one with its library 0.7, in which no command of any gathering would be decided.
 */
export function openFiles(): FileRoom {
  const workers = openWorkerPool(new URL('./file-worker.ts', import.meta.url));
  let waiting = 0;

  async function made<Name extends keyof Jobs>(
    name: Name,
    asked: Jobs[Name]['asked']
  ): Promise<Jobs[Name]['answer'] | null> {
    if (waiting >= WAITING_AT_MOST) return null;
    waiting += 1;
    try {
      return (await workers.answer(name, asked)) as Jobs[Name]['answer'];
    } finally {
      waiting -= 1;
    }
  }

  return {
    render: async (edition, format, photos) => (await made(format, { edition, photos }))?.file ?? null,
    async archive(edition, photo) {
      const texts = await made('zip', { edition, photos: '' });
      if (!texts) return null;
      const read = ({ name, path }: ArchivePhotoPlace) => ({ path, read: () => photo(name) });
      return asStream(archive(texts.files, texts.photos.map(read), zipTime(edition.publishedAt)));
    },
    // Beside the loop, too: what somebody brings may be long and mean to hold it up.
    read: (file) => made('read', { file }),
    close: () => workers.close()
  };
}

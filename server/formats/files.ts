import type { Refusal } from '#contract/method.ts';
import type { ArchivePhotoPlace } from '#harvest/formats/archive-files.ts';
import { zipTime } from '#harvest/zip-time.ts';
import type { Files } from '#server/edition-api.ts';
import { openWorkerPool } from '../hosting/worker-pool.ts';
import { archive, asStream } from './archive.ts';
import type { Incoming, Jobs } from './file-worker.ts';
import type { Printer } from './printer.ts';

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
export function openFiles(printer: Printer | null = null): FileRoom {
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
    prints: printer !== null,
    async print(edition, print, photo) {
      const page = printer && (await made('print', { edition, print }));
      if (!printer || !page) return null;
      const texts = page.files.map(({ path, content }) => ({ path, read: async () => content }));
      return printer.print([...texts, ...page.photos.map(readBy(photo))]);
    },
    render: async (edition, format, photos) => (await made(format, { edition, photos }))?.file ?? null,
    async png(drawing) {
      const picture = await made('png', { drawing });
      return picture && (picture.file ?? 'no-fonts');
    },
    async archive(edition, photo) {
      const texts = await made('zip', { edition, photos: '' });
      if (!texts) return null;
      return asStream(archive(texts.files, texts.photos.map(readBy(photo)), zipTime(edition.publishedAt)));
    },
    // Beside the loop, too: what somebody brings may be long and mean to hold it up.
    read: (file) => made('read', { file }),
    close: () => workers.close()
  };
}

type ReadPhoto = (name: string) => Promise<Uint8Array<ArrayBuffer> | null>;
/** A photo in its place, read when its turn has come. */
const readBy =
  (photo: ReadPhoto) =>
  ({ name, path }: ArchivePhotoPlace) => ({ path, read: () => photo(name) });

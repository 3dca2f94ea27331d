import type { ArchivePhotoPlace } from '#harvest/formats/archive-files.ts';
import type { Files } from '#server/edition-api.ts';
import { openWorkerPool } from '../hosting/worker-pool.ts';
import { archive, asStream } from './archive.ts';
import type { Asked, Made } from './file-worker.ts';

/** Each waits in memory with its edition. Beyond, asking again is cheaper than waiting. */
const WAITING_AT_MOST = 16;

/**
 * Files of editions that take long to make. They are made in a thread of their own: a document of 500 notes takes a
 * fifth of a second, and the first one with its library 0.7, in which no command of any gathering would be decided.
 */
export function openFiles(): Files & { close(): Promise<void> } {
  const workers = openWorkerPool(new URL('./file-worker.ts', import.meta.url));
  let waiting = 0;

  async function made<Format extends keyof Made>(format: Format, asked: Asked): Promise<Made[Format] | null> {
    if (waiting >= WAITING_AT_MOST) return null;
    waiting += 1;
    try {
      return (await workers.answer(format, asked)) as Made[Format];
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
      return asStream(archive(texts.files, texts.photos.map(read), new Date(edition.publishedAt)));
    },
    close: () => workers.close()
  };
}

import { mergedText } from '#kit/outline-editor/yjs-text.ts';
import { bringIn } from '#server/commons/bring-in.ts';
import { openCatalogue } from '#server/commons/catalogue.ts';
import { openCommons } from '#server/commons/commons.ts';
import { openFiles } from '#server/formats/files.ts';
import { openPrinter } from '#server/formats/printer.ts';
import { zipSync, strToU8 } from 'fflate';
import { json } from '../../../src/harvest/json.ts';
import type { Edition } from '../../../src/harvest/document.ts';
import { picturesIn } from '../../../src/harvest/pictures.ts';
import { openData } from '../store/open.ts';
import { photoOf } from './long-day.ts';

export type House = Awaited<ReturnType<typeof openHouse>>;

/** The rooms of a server that read and make editions, over a real SQLite store. */
export async function openHouse(data: string) {
  const stores = await openData(data);
  const catalogue = await openCatalogue(stores.log);
  const commons = openCommons({ ...stores, merged: mergedText, data });
  const files = openFiles(openPrinter(null));
  const incoming = { ...stores, catalogue, commons, files, merged: mergedText, now: () => Date.now() };
  return {
    ...{ stores, catalogue, commons, files },
    /** Keeps an edition as one that was brought in, with photos as long as real ones. */
    async takes(edition: Edition): Promise<void> {
      const photos = [...picturesIn(edition)].map((name, nth) => [`${edition.slug}/photo/${name}.jpg`, photoOf(nth)]);
      const archive = { [`${edition.slug}.json`]: strToU8(json(edition)), ...Object.fromEntries(photos) };
      const brought = await bringIn(incoming, 'bench', zipSync(archive, { level: 0 }));
      if (!('slug' in brought)) throw new Error(`The edition was refused: ${brought.refused}`);
    },
    async close(): Promise<void> {
      commons.close();
      catalogue.close();
      await files.close();
      await stores.close();
    }
  };
}

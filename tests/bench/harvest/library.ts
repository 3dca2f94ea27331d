import { setTimeout as pause } from 'node:timers/promises';
import { mergedText } from '#kit/outline-editor/yjs-text.ts';
import { newId } from '#server/access/ids.ts';
import { CATALOGUE } from '#server/commons/catalogue.ts';
import { openCommons } from '#server/commons/commons.ts';
import { editionStream } from '#server/commons/kept-edition.ts';
import { detachWords } from '#server/commons/detach-words.ts';
import { median } from '../figures.ts';
import type { House } from './house.ts';
import { longDay } from './long-day.ts';

const NOTES_EACH = 20;
const TIMES = 200;

/** A house with so many editions: how long its index takes to fill, and what reading costs then. */
export type LibraryRow = {
  editions: number;
  indexS: number;
  editionMs: number;
  listMs: number;
  searchMs: number;
  noteMs: number;
};

export async function library(house: House, data: string, editions: number): Promise<LibraryRow> {
  await fill(house, editions);
  house.commons.close();
  const began = performance.now();
  // As after an update that reads words otherwise: the index is made anew from the store.
  const commons = openCommons({ ...house.stores, merged: mergedText, data: `${data}/again` });
  while (commons.search('', 1).total < editions) await pause(50);
  const indexS = (performance.now() - began) / 1000;
  const any = (nth: number) => slugOf((nth * 7919) % editions);
  const read = await times((nth) => commons.edition(any(nth)));
  const row = {
    editions,
    indexS,
    editionMs: read,
    listMs: await times((nth) => commons.search('', 1 + (nth % 100))),
    searchMs: await times((nth) => commons.search(WORDS[nth % WORDS.length] ?? '', 1)),
    noteMs: await times((nth) => commons.holding(`note1of${any(nth)}`))
  };
  commons.close();
  return row;
}

const WORDS = ['garden', 'school', 'we', 'Nachbar', 'street'];
const slugOf = (nth: number): string => `day${nth}`;

async function fill({ stores: { log } }: House, editions: number): Promise<void> {
  let listed = await log.read(CATALOGUE, 0).then((entries) => entries.flatMap(({ batch }) => batch.events).length);
  for (let nth = 0; nth < editions; nth += 1) {
    const slug = slugOf(nth);
    const { kept, texts } = detachWords(longDay(slug, 0, NOTES_EACH), new Map());
    await log.append(editionStream(slug), 0, batchOf('edition', 'Written', kept), texts);
    await log.append(
      CATALOGUE,
      listed,
      batchOf(CATALOGUE, 'BroughtIn', { edition: slug, version: 1, by: 'bench' }),
      []
    );
    listed += 1;
  }
}

const batchOf = (activity: string, type: string, data: object) => ({
  id: newId(),
  events: [{ activity, type, v: 1, at: Date.now(), data }],
  receipts: []
});

async function times(work: (nth: number) => unknown): Promise<number> {
  const all: number[] = [];
  for (let nth = 0; nth < TIMES; nth += 1) {
    const began = performance.now();
    await work(nth);
    all.push(performance.now() - began);
  }
  return median(all);
}

import type { Edition } from '../../../src/harvest/document.ts';
import { editionFile, type Format } from '../../../src/routes/commons/edition-file.ts';
import { median } from '../figures.ts';
import type { House } from './house.ts';

const FORMATS: Format[] = ['json', 'md', 'csv', 'docx', 'xlsx', 'zip', 'ics'];
const TIMES = 7;

/** One format: wall time of the first file and the median of the next ones, in milliseconds. */
export type FormatRow = { format: string; firstMs: number; ms: number; kB: number };

export async function formats(house: House, slug: string, which = FORMATS): Promise<FormatRow[]> {
  const rows: FormatRow[] = [];
  for (const format of which) rows.push(await row(house, slug, format));
  return rows;
}

/** As a reader gets it: the edition is read from the store each time. What came is let go, as on its way through a socket. */
export async function bytesOf({ commons, files }: House, slug: string, format: Format): Promise<number> {
  const edition = (await commons.edition(slug)) as Edition;
  const photo = (name: string) => commons.photo(slug, name);
  const answer = await editionFile(edition, format, { files, photo, origin: 'https://plenary.example', url: null });
  let bytes = 0;
  for await (const piece of answer.body ?? []) bytes += (piece as Uint8Array).length;
  return bytes;
}

async function row(house: House, slug: string, format: Format): Promise<FormatRow> {
  const all: number[] = [];
  let bytes = 0;
  for (let time = 0; time <= TIMES; time += 1) {
    const began = performance.now();
    bytes = await bytesOf(house, slug, format);
    all.push(performance.now() - began);
  }
  const [firstMs = NaN, ...next] = all;
  return { format, firstMs, ms: median(next), kB: bytes / 1000 };
}

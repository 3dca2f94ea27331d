import type { Edition } from '../../../src/harvest/document.ts';
import { svg } from '../../../src/harvest/chart.ts';
import { harvest } from '../../../src/words/index.ts';
import { editionFile, type Format } from '../../../src/routes/commons/edition-file.ts';
import { median } from '../figures.ts';
import type { House } from './house.ts';

const FORMATS: Format[] = ['json', 'jsonld', 'md', 'csv', 'docx', 'xlsx', 'zip', 'ics'];
const PRINTED: Format[] = ['pdf', 'letter.pdf'];
const TIMES = 7;

/** One format: wall time of the first file and the median of the next ones, in milliseconds. */
export type FormatRow = { format: string; firstMs: number; ms: number; kB: number };

export async function formats(house: House, slug: string, which = FORMATS): Promise<FormatRow[]> {
  const rows: FormatRow[] = [];
  for (const format of which) rows.push(await row(format, () => bytesOf(house, slug, format)));
  return rows;
}

/** Those that this machine may not make: PDF without a browser, PNG without fonts. `missing` says which and why. */
export async function pictured(house: House, slug: string): Promise<{ rows: FormatRow[]; missing: string[] }> {
  const rows = house.files.prints ? await formats(house, slug, PRINTED) : [];
  const canDraw = (await pngBytes(house, slug)) !== null;
  if (canDraw) rows.push(await row('png', async () => (await pngBytes(house, slug)) ?? 0));
  const missing = [
    ...(house.files.prints ? [] : ['No PDF was timed: this machine has no Chromium or Chrome.']),
    ...(canDraw ? [] : ['No PNG was timed: this machine has no fonts.'])
  ];
  return { rows, missing };
}

/** The drawing of the first line of an edition, as a reader gets it; null where there are no fonts to draw it with. */
async function pngBytes({ commons, files }: House, slug: string): Promise<number | null> {
  const edition = (await commons.edition(slug)) as Edition;
  const block = edition.blocks.find((each) => each.kind === 'continuum')!;
  const picture = await files.png(svg(block, block.rounds.at(-1)!, harvest, edition));
  return picture instanceof Uint8Array ? picture.length : null;
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

async function row(format: string, make: () => Promise<number>): Promise<FormatRow> {
  const all: number[] = [];
  let bytes = 0;
  for (let time = 0; time <= TIMES; time += 1) {
    const began = performance.now();
    bytes = await make();
    all.push(performance.now() - began);
  }
  const [firstMs = NaN, ...next] = all;
  return { format, firstMs, ms: median(next), kB: bytes / 1000 };
}

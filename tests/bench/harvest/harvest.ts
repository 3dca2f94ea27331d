import { temporaryFolder } from '../../support/folders.ts';
import { deskKeys, type DeskRow } from './desk.ts';
import { formats, pictured, type FormatRow } from './formats.ts';
import { openHouse } from './house.ts';
import { library, type LibraryRow } from './library.ts';
import { longDay } from './long-day.ts';
import { undisturbed, type UndisturbedRow } from './undisturbed.ts';

const SOME_PHOTOS = 12;
const MANY_PHOTOS = 100;
const FORMAT_GOAL_MS = 3_000;
const LOOP_GOAL_MS = 20;
const KEY_GOAL_MS = 50;

export type Harvested = {
  desk: DeskRow[];
  formats: FormatRow[];
  missing: string[];
  undisturbed: UndisturbedRow[];
  library: LibraryRow;
};

/** What the harvest costs: each format of a long day, what commands feel of it, and a commons of many editions. */
export async function harvested({ seconds, editions }: { seconds: number; editions: number }): Promise<Harvested> {
  const folder = await temporaryFolder();
  try {
    const house = await openHouse(folder.path);
    await house.takes(longDay('long-day', SOME_PHOTOS));
    await house.takes(longDay('with-photos', MANY_PHOTOS));
    const drawn = await pictured(house, 'long-day');
    const found = {
      desk: await deskKeys(),
      formats: [
        ...(await formats(house, 'long-day')),
        ...drawn.rows,
        ...(await formats(house, 'with-photos', ['zip'])).map((row) => ({
          ...row,
          format: `zip, ${MANY_PHOTOS} photos`
        }))
      ],
      missing: drawn.missing,
      undisturbed: await undisturbed(house, 'long-day', 'with-photos', seconds),
      library: await library(house, folder.path, editions)
    };
    await house.close();
    return found;
  } finally {
    await folder.remove();
  }
}

/** The tables as people and Markdown read them. */
export function harvestTables({ desk, formats, missing, undisturbed, library }: Harvested): string {
  const ms = (value: number) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
  return [
    `An edition of 500 notes in 12 activities, ${SOME_PHOTOS} of them photos, as a reader gets it. Goal: under ${FORMAT_GOAL_MS / 1000} s each.`,
    '',
    '| Format | first ms | ms | part of the goal | kB |',
    '|---|---|---|---|---|',
    ...formats.map(
      ({ format, firstMs, ms: next, kB }) =>
        `| ${format} | ${ms(firstMs)} | ${ms(next)} | ${(next / FORMAT_GOAL_MS).toFixed(3)} | ${kB.toFixed(0)} |`
    ),
    '',
    ...missing.flatMap((why) => [why, '']),
    `What commands of 60 people feel of it, in ms. Goal: the loop late by at most ${LOOP_GOAL_MS} (p99).`,
    '',
    '| While | answers p50 / p95 / p99 / longest | loop p99 | loop longest | peak MiB |',
    '|---|---|---|---|---|',
    ...undisturbed.map(({ during, commands, loopP99, loopMost, peakMB }) => {
      const waits = commands ? [commands.p50, commands.p95, commands.p99, commands.most].map(ms).join(' / ') : '–';
      return `| ${during} | ${waits} | ${ms(loopP99)} | ${ms(loopMost)} | ${peakMB.toFixed(0)} |`;
    }),
    '',
    `A desk of 500 notes in a browser, from a key until the page is painted, in ms. Goal: under ${KEY_GOAL_MS}.`,
    '',
    '| Key | presses | p50 | p95 | longest |',
    '|---|---|---|---|---|',
    ...desk.map(
      ({ keys, painted: { count, p50, p95, most } }) => `| ${keys} | ${count} | ${ms(p50)} | ${ms(p95)} | ${ms(most)} |`
    ),
    '',
    '| Editions | index made anew s | read one ms | a page of the list ms | a search ms | a note by its address ms |',
    '|---|---|---|---|---|---|',
    `| ${[library.editions, library.indexS.toFixed(1), ...[library.editionMs, library.listMs, library.searchMs, library.noteMs].map((value) => value.toFixed(2))].join(' | ')} |`
  ].join('\n');
}

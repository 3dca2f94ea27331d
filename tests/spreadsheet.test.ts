import { expect, test } from 'vitest';
import { csv } from '#harvest/csv.ts';
import type { SeenNote } from '#harvest/document.ts';
import { harvest as words } from '#words/index.ts';
import { findProgram } from '../scripts/programs.mjs';
import { edition, few, unpanel, working } from './support/editions.ts';
import { cellsOfSheet, openedBy, type Cell } from './support/soffice.ts';

/**
 * The table of an edition as LibreOffice opens it, every cell of it: what is shown, and whether it is text, a number or
 * computed.
 */
const soffice = await findProgram('soffice');

/** Everything a cell has been seen to turn into something else. */
const TYPED = [
  'idea\n=1+1',
  '=1+1',
  'first\r\n+2',
  'first\r-3',
  'a\u2028@SUM(A1)',
  '\t=1+1',
  '  =1+1',
  '\n=1+1',
  '＝1+1',
  '%0',
  '|calc',
  '00491234567',
  '1.10',
  '1/2',
  '2026-11-22',
  '12:30',
  '1e5',
  '50 %',
  '$5',
  '(5)',
  'Mar 3',
  'MARCH1',
  '3-Sept',
  '9 pm',
  'TRUE',
  'He said "no", and; left',
  "'quoted'",
  'three\n\nlines\n- and a list',
  '٣٤',
  'مرحبا = 1'
];
const asNotes = TYPED.map((text, nth): SeenNote => ({
  id: `typed${nth}`,
  text,
  table: 3,
  round: 1,
  cards: [1],
  notes: []
}));
const deep: SeenNote = {
  id: 'deep',
  text: 'Under it',
  notes: Array.from({ length: 10 }, (_, nth) => ({ id: `under${nth}`, text: 'one', notes: [] }))
};

const typed = edition({
  blocks: [
    { ...working, statement: '=1+1', poles: ['-1', '00491234567'], named: [{ name: '=Ana\n+1', x: 120 }] },
    few,
    {
      ...unpanel,
      branches: [{ id: 'theme', head: { kind: 'theme', name: '1.10' }, notes: [deep, ...asNotes] }],
      figures: []
    }
  ]
});

test.skipIf(!soffice)(
  'a spreadsheet shows every cell of an edition’s table as it was written, and computes none',
  { timeout: 120_000 },
  async () => {
    const table = csv(typed, words);
    const opened = await openedBySpreadsheet(table);
    const written = cellsOf(table);
    expect(new Set(written.map((row) => row.length)).size).toBe(1);
    expect(opened.map((row) => row.map(({ shown }) => shown))).toEqual(written);
    expect(opened.flat().filter(({ formula }) => formula)).toEqual([]);

    const [head = [], ...rows] = written;
    const column = (name: string) => head.indexOf(name);
    const kinds = (name: string) =>
      new Set(
        opened
          .slice(1)
          .flatMap((row) => row[column(name)]?.kind ?? [])
          .filter((kind) => kind !== 'empty')
      );
    for (const name of ['time_zone', 'statement', 'pole_at_0', 'pole_at_1000', 'name', 'number', 'branch', 'text'])
      expect(kinds(name), name).toEqual(new Set(['string']));
    expect(kinds('held_on')).toEqual(new Set(['date']));
    for (const name of ['people', 'from_position_0_to_1000', 'depth'])
      expect(kinds(name), name).toEqual(new Set(['float']));

    const texts = rows.map((row) => row[column('text')] ?? '').filter(Boolean);
    expect(texts.slice(-TYPED.length).map(unguarded)).toEqual(TYPED.map(inLines).map(unguarded));
    expect(rows.map((row) => row[column('number')])).toContain("'1.10");
    expect(texts).toContain("'00491234567");
  }
);

/** Commas, double quotes, UTF-8, English, and the readiest of all to see numbers and dates. */
const READ = '--infilter=CSV:44,34,76,1,,1033,false,true';

const openedBySpreadsheet = async (table: string): Promise<Cell[][]> =>
  cellsOfSheet(await openedBy(soffice, new TextEncoder().encode(table), { from: 'csv', to: 'fods', filter: READ }));

/** The table as it is written: every cell stands in quotes, whatever is in it. */
const cellsOf = (table: string): string[][] =>
  table
    .replace(/^\uFEFF/, '')
    .match(/(?:"(?:[^"]|"")*",)*"(?:[^"]|"")*"\r\n/g)
    ?.map((row) => [...row.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell.replaceAll('""', '"'))) ?? [];

/** How a program that reads the table gets the words back. */
const unguarded = (cell: string): string => cell.replace(/(^|\n)'(?!quoted)/g, '$1');
const inLines = (text: string): string => text.replace(/\r\n?|\u2028/g, '\n');

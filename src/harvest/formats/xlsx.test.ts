import { beforeAll, expect, test } from 'vitest';
import { formats, harvest } from '#words/en.ts';
import { addressesToldIn, fullEdition, IN_SHORT, TYPED, UNNAMED_AT } from '../../../tests/support/full-edition.ts';
import { sheetsOf, type SheetCell } from '../../../tests/support/office-files.ts';
import { noteNumbers } from '../note-addresses.ts';
import { xlsx } from './xlsx.ts';

const edition = fullEdition();
let sheets: Map<string, SheetCell[][]>;
beforeAll(async () => {
  sheets = sheetsOf(await xlsx(edition, { ...harvest, formats }, 'https://plenary.example/commons/'));
});

/** The rows of a sheet, each by the headings of its columns. */
function rows(sheet: string): Record<string, SheetCell>[] {
  const [head = [], ...rows] = sheets.get(sheet) ?? [];
  return rows.map((row) => Object.fromEntries(head.map((cell, nth) => [textOf(cell), row[nth] ?? null])));
}
const textOf = (cell: SheetCell | undefined): string => (cell && 'text' in cell ? cell.text : '');
const note = (address: string) => rows('Notes').find((row) => textOf(row['Address']) === address);

test('each kind of thing has a sheet, and each table of a method one of its own', () => {
  expect([...sheets.keys()]).toEqual(['About', 'Notes', 'In short', 'Figures', 'Lines', 'Table 1', 'Table 2', 'Named']);
});

test('every note and reason is one row with its address and its number', () => {
  expect(
    rows('Notes')
      .map((row) => textOf(row['Address']))
      .toSorted()
  ).toEqual(addressesToldIn(edition).toSorted());
  for (const [address, number] of noteNumbers(edition.blocks))
    expect(note(address)?.['Number']).toEqual({ text: number });
  expect(note('library')).toMatchObject({
    Number: { text: '7.1' },
    Question: { text: 'What is happening here?' },
    Table: { number: 1 },
    Round: { number: 1 },
    Gem: { number: 0 }
  });
  expect(note('seeds')?.['Gem']).toEqual({ number: 1 });
});

test.each(TYPED.map((text, nth) => [text, nth] as const))('%j stays text, letter for letter', (text, nth) => {
  expect(note(`typed${nth}`)?.['Text']).toEqual({ text });
});

test('what became of a note after the gathering is told beside it', () => {
  expect(note('corrected')).toMatchObject({
    Mended: { number: 1 },
    'Stand by it': { number: 7 },
    Disputed: { text: '=We said “may be”\nwithdrawn' }
  });
  expect(note('seeds')).toMatchObject({ Mended: null, 'Stand by it': null, Disputed: null });
});

test('HD7 what those who lead say in short is a sheet: where, and what', () => {
  expect(rows('In short').map((row) => textOf(row['Text']))).toEqual(IN_SHORT);
  expect(rows('In short').at(-1)).toMatchObject({ Question: { text: 'ما رأيكم؟' }, Heading: { text: '1.10' } });
});

test('counts, ranges and positions are numbers', () => {
  const range = rows('Lines').find((row) => textOf(row['Counted']) === 'range');
  expect(range).toMatchObject({ From: { number: 0 }, To: { number: 280 }, People: { number: 5 } });
  expect(rows('Figures').find((row) => textOf(row['Code']) === 'sat')?.['Value']).toEqual({ number: 9 });
  expect(sheets.get('Table 1')?.slice(1, 5)).toEqual([
    [{ text: 'Fingers' }, { text: 'People' }],
    [{ number: 5 }, { number: 31 }],
    [{ number: 4 }, { number: 12 }],
    [{ number: 3 }, { text: 'not told' }]
  ]);
});

test('only those who agreed are named, and nobody else’s place is told', () => {
  expect(rows('Named')).toMatchObject([{ Name: { text: '=Ana' }, Position: { number: 120 } }]);
  const numbers = [...sheets.values()].flat(2).flatMap((cell) => (cell && 'number' in cell ? [cell.number] : []));
  for (const x of UNNAMED_AT) expect(numbers).not.toContain(x);
});

test('what was withdrawn is said to be, and nothing stands in its place', () => {
  expect(note('withdrawn')?.['Text']).toEqual({ text: 'withdrawn' });
  const nulls = [...sheets.values()].flat(2).filter((cell) => /^(null|undefined|NaN)$/.test(textOf(cell)));
  expect(nulls).toEqual([{ text: 'null' }]);
});

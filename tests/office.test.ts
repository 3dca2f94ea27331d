import { expect, test } from 'vitest';
import { anchorOf } from '#harvest/anchor.ts';
import { headingBookmark } from '#harvest/formats/bookmarks.ts';
import { docx } from '#harvest/formats/docx.ts';
import { xlsx } from '#harvest/formats/xlsx.ts';
import { noteNumbers } from '#harvest/note-addresses.ts';
import { formats, harvest } from '#words/index.ts';
import { findProgram } from '../scripts/programs.mjs';
import { fullEdition, TYPED, UNNAMED_AT } from './support/full-edition.ts';
import { cellsOfSheet, linesIn, openedBy } from './support/soffice.ts';

/** The files of an edition as LibreOffice opens them: what its own reader finds, not what our writer meant. */
const soffice = await findProgram('soffice');
const edition = fullEdition();
const words = { ...harvest, formats };
const photos = 'https://plenary.example/commons/';
const timeout = 120_000;

test.skipIf(!soffice)('LibreOffice finds every note in the workbook, and computes none', { timeout }, async () => {
  const file = await xlsx(edition, words, photos);
  const cells = cellsOfSheet(await openedBy(soffice, file, { from: 'xlsx', to: 'fods' })).flat();
  expect(cells.filter(({ formula }) => formula)).toEqual([]);
  for (const text of TYPED) expect(cells).toContainEqual({ shown: text, kind: 'string', formula: false });
  for (const number of noteNumbers(edition.blocks).values())
    expect(cells).toContainEqual({ shown: number, kind: 'string', formula: false });
  expect(cells.filter(({ kind }) => kind === 'float').length).toBeGreaterThan(50);
  for (const x of UNNAMED_AT) expect(cells.map(({ shown }) => shown)).not.toContain(String(x));
});

// Calc and Writer are two packages: where only the first is installed, this one says that it cannot load the file.
const writer = soffice !== undefined && (await opensDocuments());

test.skipIf(!writer)('LibreOffice finds every note in the document, under its number', { timeout }, async () => {
  const opened = await openedBy(soffice, await docx(edition, words, photos), { from: 'docx', to: 'fodt' });
  const lines = linesIn(opened);
  const typed = TYPED.map((text) => expect.stringMatching(new RegExp(`^\\d+\t${RegExp.escape(text)}$`)) as string);
  expect(lines).toEqual(expect.arrayContaining(typed));
  const numbers = lines.map((line) => line.split('\t')[0]);
  expect(numbers).toEqual(expect.arrayContaining([...noteNumbers(edition.blocks).values()]));
  for (const address of noteNumbers(edition.blocks).keys())
    expect(opened).toContain(`<text:bookmark-start text:name="n_${address}"/>`);
  for (const block of edition.blocks) {
    const name = headingBookmark(anchorOf(block));
    expect(opened).toContain(`<text:bookmark-start text:name="${name}"/>`);
    expect(opened).toMatch(new RegExp(`<text:a [^>]*xlink:href="#${name}"`));
  }
  expect(opened).toMatch(/<text:h [^>]*text:outline-level="1"/);
  expect(opened).toContain('style:writing-mode="rl-tb"');
  for (const x of UNNAMED_AT) expect(lines.join('\n')).not.toContain(String(x));
});

async function opensDocuments(): Promise<boolean> {
  const file = new TextEncoder().encode('one');
  return openedBy(soffice, file, { from: 'txt', to: 'fodt' }).then(
    () => true,
    () => false
  );
}

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import type { SeenOutline } from '#harvest/document.ts';
import { findProgram } from '../../scripts/programs.mjs';
import { fullEdition, IN_SHORT, TYPED, UNNAMED_AT } from '../../tests/support/full-edition.ts';
import { picture } from '../../tests/support/jpeg.ts';
import { lettersOf, pdfText, readsPdf } from '../../tests/support/pdf-text.ts';
import { openFiles } from './files.ts';
import { openPrinter } from './printer.ts';

const browser = (await findProgram('chromium')) ?? null;
const files = openFiles(openPrinter(browser));
// Other tests, and other runs on this machine, print at the same time into the folder that is shared.
const folder = mkdtempSync(join(tmpdir(), 'plenary-printer-'));
vi.stubEnv('TMPDIR', folder);
afterAll(async () => {
  await files.close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});
const A4 = { paper: 'A4', home: 'https://plenary.example' } as const;
const photo = () => Promise.resolve(new Uint8Array(picture(1)));

test.each([
  ['A4', /\/MediaBox \[0 0 59\d\S* 84\d/],
  ['letter', /\/MediaBox \[0 0 612\S* 792/]
] as const)('a PDF on %s has tags, an outline and a language, and leaves nothing behind', async (paper, size) => {
  const pdf = await files.print(fullEdition(), { ...A4, paper }, photo);
  const text = Buffer.from(pdf ?? []).toString('latin1');
  const found = [/^%PDF-/, /\/StructTreeRoot/, /\/Marked true/, /\/Lang \(en\)/, /\/Outlines/, size];
  // Told one by one: a PDF that is shown whole is no message.
  expect(found.filter((part) => !part.test(text))).toEqual([]);
  expect(text.includes('/Title (What are you working on right now?)')).toBe(true);
  expect(text.includes('/URI (https://plenary.example/n/why1)')).toBe(true);
  expect(leftBehind()).toEqual([]);
});

test.skipIf(!readsPdf)(
  'HD7 it holds every word that was typed, every text in short, and no place of those who did not agree',
  async () => {
    const pdf = (await files.print(fullEdition(), A4, photo)) ?? new Uint8Array();
    const read = pdfText(pdf);
    // Letters that join or run to the left are other letters in a PDF.
    const plain = TYPED.filter((text) => /^[\x20-\x7e\n]+$/.test(text));
    for (const text of [...plain, ...IN_SHORT]) expect(lettersOf(read)).toContain(lettersOf(text));
    for (const x of UNNAMED_AT) expect(read).not.toMatch(new RegExp(`\\b${x}\\b`));
    expect(read).toMatch(/\b1 \/ \d+\b/);
  }
);

test('where too many wait, one more is told so at once; where there is no browser, nobody waits', async () => {
  const printed = await Promise.all(
    Array.from({ length: 6 }, () => files.print(fullEdition({ blocks: [] }), A4, photo))
  );
  expect(printed.filter((pdf) => pdf === null)).toHaveLength(2);
  const none = openFiles(openPrinter('none'));
  expect([none.prints, await none.print(fullEdition(), A4, photo)]).toEqual([false, null]);
  await none.close();
});

test('a browser that cannot be started is an error, and the next asks anew', async () => {
  const broken = openFiles(openPrinter('/no/such/browser'));
  for (const _time of [1, 2]) await expect(broken.print(fullEdition(), A4, photo)).rejects.toThrow('ENOENT');
  await broken.close();
});

test.skipIf(!readsPdf).each([40, 300])(
  'contents of %i blocks begin on the first page, below the title and what it says in short',
  async (count) => {
    const [, , talk] = fullEdition().blocks;
    const blocks = Array.from({ length: count }, (_, nth) => ({
      ...(talk as SeenOutline),
      id: `b${nth}`,
      title: { kind: 'question', text: `Question ${nth + 1}: what do we need on our street, and who helps with it?` }
    }));
    const pdf = (await files.print(fullEdition({ blocks }), A4, photo)) ?? new Uint8Array();
    const [first = ''] = pdfText(pdf).split('\f');
    for (const text of ['A day of cooperation', 'Question 1:']) expect(first).toContain(text);
  }
);

const leftBehind = () => readdirSync(folder).filter((name) => name.startsWith('plenary-print-'));

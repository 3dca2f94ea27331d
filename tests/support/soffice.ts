import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { temporaryFolder } from './folders.ts';

/** A file as LibreOffice opens it, written again as plain XML. `filter`: how to read it, where that is not clear. */
export async function openedBy(
  soffice: string | undefined,
  file: Uint8Array,
  { from, to, filter }: { from: string; to: 'fods' | 'fodt'; filter?: string }
): Promise<string> {
  const folder = await temporaryFolder();
  try {
    await writeFile(`${folder.path}/edition.${from}`, file);
    const profile = `-env:UserInstallation=${pathToFileURL(`${folder.path}/profile`).href}`;
    const asked = ['--headless', profile, ...(filter ? [filter] : []), '--convert-to', to, '--outdir', folder.path];
    await promisify(execFile)(soffice ?? '', [...asked, `${folder.path}/edition.${from}`], { timeout: 100_000 });
    return await readFile(`${folder.path}/edition.${to}`, 'utf8');
  } finally {
    await folder.remove();
  }
}

/** What a cell shows, and whether it is text, a number or computed. */
export type Cell = { shown: string; kind: string; formula: boolean };

export function cellsOfSheet(sheet: string): Cell[][] {
  const rows = [...sheet.matchAll(/<table:table-row[^>]*>([\s\S]*?)<\/table:table-row>/g)];
  return rows.map(([, row = '']) => cellsIn(row)).filter((cells) => cells.length > 0);
}

/** Empty cells are kept together as one with a number, those behind the last column as one with a great number. */
const cellsIn = (row: string): Cell[] =>
  [...row.matchAll(/<table:table-cell([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g)].flatMap(
    ([, about = '', inside = '']) => {
      const times = Number(/number-columns-repeated="(\d+)"/.exec(about)?.[1] ?? 1);
      const kind = /office:value-type="(\w+)"/.exec(about)?.[1] ?? 'empty';
      const cell = { shown: linesIn(inside).join('\n'), kind, formula: about.includes('table:formula') };
      return times > 100 ? [] : Array<Cell>(times).fill(cell);
    }
  );

export const linesIn = (xml: string): string[] =>
  [...xml.matchAll(/<text:(p|h)(?: [^>]*)?(?:\/>|>([\s\S]*?)<\/text:\1>)/g)].map(([, , line = '']) => plain(line));

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** What an element of the document shows: spaces in a row are elements of their own. */
const plain = (line: string): string =>
  line
    .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_all, times?: string) => ' '.repeat(Number(times ?? 1)))
    .replace(/<text:tab\/>/g, '\t')
    .replace(/<text:line-break\/>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(\w+);/g, (all, name: string) => ENTITIES[name] ?? all);

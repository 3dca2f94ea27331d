import { strFromU8, unzipSync } from 'fflate';

/** The paragraphs of a DOCX as its own XML has them: their style, text, bookmarks, and whether they begin at the right. */
export type Paragraph = { style: string; text: string; bookmarks: string[]; rightToLeft: boolean };

export const partOf = (file: Uint8Array, name: string): string => {
  const part = unzipSync(file, { filter: (one) => one.name === name })[name];
  if (!part) throw new Error(`There is no ${name} in it.`);
  return strFromU8(part);
};

export const paragraphsOf = (docx: Uint8Array): Paragraph[] =>
  [...partOf(docx, 'word/document.xml').matchAll(/<w:p>([\s\S]*?)<\/w:p>/g)].map(([, inside = '']) => ({
    style: /<w:pStyle w:val="(\w+)"/.exec(inside)?.[1] ?? '',
    text: [...inside.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>|<w:(br)\/>|<w:(tab)\/>/g)]
      .map(([, text, br, tab]) => (br ? '\n' : tab ? '\t' : unescaped(text ?? '')))
      .join(''),
    bookmarks: [...inside.matchAll(/<w:bookmarkStart w:name="(\w+)"/g)].map(([, name = '']) => name),
    rightToLeft: inside.includes('<w:bidi/>')
  }));

/** A cell as the file has it: `text` is a string that nothing computes, `number` a number; null is empty. */
export type SheetCell = { text: string } | { number: number } | null;

/** The rows of each sheet of an XLSX, by its name. */
export function sheetsOf(xlsx: Uint8Array): Map<string, SheetCell[][]> {
  const shared = [...partOf(xlsx, 'xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([\s\S]*?)<\/t><\/si>/g)].map(
    ([, text = '']) => unescaped(text).replace(/_x([0-9a-f]{4})_/gi, (_all, code) => character(code as string))
  );
  const names = [...partOf(xlsx, 'xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]+)"/g)];
  return new Map(
    names.map(([, name = ''], nth) => {
      const rows = partOf(xlsx, `xl/worksheets/sheet${nth + 1}.xml`).matchAll(/<row [^>]*>([\s\S]*?)<\/row>/g);
      return [name, [...rows].map(([, row = '']) => cellsOf(row, shared))];
    })
  );
}

function cellsOf(row: string, shared: readonly string[]): SheetCell[] {
  if (row.includes('<f>')) throw new Error(`A formula: ${row}`);
  const cells: SheetCell[] = [];
  for (const [, about = '', value] of row.matchAll(/<c ([^>]*?)(?:\/>|>(?:<v>([^<]*)<\/v>)?<\/c>)/g)) {
    const letters = /r="([A-Z]+)\d+"/.exec(about)?.[1] ?? 'A';
    const place = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    while (cells.length < place) cells.push(null);
    if (value === undefined) cells.push(null);
    else if (about.includes('t="s"')) cells.push({ text: shared[Number(value)] ?? '' });
    else cells.push({ number: Number(value) });
  }
  return cells;
}

const character = (code: string): string => String.fromCharCode(parseInt(code, 16));
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };
const unescaped = (xml: string): string => xml.replace(/&(#?\w+);/g, (all, name: string) => ENTITIES[name] ?? all);

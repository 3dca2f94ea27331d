import writeXlsxFile, { type Cell, type Sheet } from 'write-excel-file/universal';
import type { Edition, SeenTable } from '../document.ts';
import { titleOf } from '../outline.ts';
import { orWithdrawn } from '../sentence.ts';
import { cellText, headingOf, isNumbers } from '../table.ts';
import { aboutLines } from './about-lines.ts';
import { NUMBERS, type ColumnName, type DataTable } from '../data/data-table.ts';
import { dataTables } from '../data/data-tables.ts';
import { repeatable } from './repeatable-office.ts';
import { sheetText } from './sheet-text.ts';
import type { FileWords } from './file-words.ts';

type FormatWords = FileWords['formats'];
type OneSheet = Sheet<Blob>;

const WIDE: readonly ColumnName[] = ['text', 'sentence', 'question', 'statement', 'heading'];

/**
 * A workbook: what it is and whose, the notes, the texts in short, the figures, the continua, each table of a method,
 * and who agreed to be named. A sheet that would hold nothing is left out. `photos` stands before the address of each
 * photo.
 */
export async function xlsx(edition: Edition, words: FileWords, photos: string): Promise<Uint8Array<ArrayBuffer>> {
  const tables = edition.blocks.filter((block) => block.kind === 'table');
  const sheets = [
    aboutSheet(edition, words),
    ...dataTables(edition, words, photos).flatMap((table) => {
      if (table.name === 'tables') return tables.map((block, nth) => methodSheet(block, nth, words));
      return table.rows.length > 0 ? [dataSheet(table, words.formats)] : [];
    })
  ];
  const made = await (await writeXlsxFile(sheets).toBlob()).arrayBuffer();
  return repeatable(new Uint8Array(made), edition.publishedAt);
}

const aboutSheet = (edition: Edition, words: FileWords): OneSheet => ({
  sheet: words.formats.about,
  data: aboutLines(edition, words).map(({ what, text }) => [heading(what), cell(text)]),
  columns: [{ width: 16 }, { width: 90 }]
});

const dataSheet = ({ name, columns, rows }: DataTable, { tables, columns: said }: FormatWords): OneSheet => ({
  sheet: tables[name].title,
  data: [
    columns.map((column) => heading(said[column].title)),
    ...rows.map((row) => columns.map((column) => cell(row[column])))
  ],
  columns: columns.map((column) => ({ width: NUMBERS.includes(column) ? 10 : WIDE.includes(column) ? 50 : 18 })),
  stickyRowsCount: 1
});

/** As its method shows it, under what it is about. */
const methodSheet = (block: SeenTable, nth: number, words: FileWords): OneSheet => ({
  sheet: words.formats.table(nth + 1),
  data: [
    [heading(orWithdrawn(titleOf(block), words))],
    block.columns.map((column) => heading(headingOf(column))),
    ...block.rows.map((row) =>
      block.columns.map((column, place) => {
        const value = row[place] ?? null;
        return cell(typeof value === 'number' ? value : cellText(value, column, words));
      })
    )
  ],
  columns: block.columns.map((column) => ({ width: isNumbers(column) ? 16 : 30 }))
});

const heading = (text: string): Cell => ({ value: sheetText(text), type: String, fontWeight: 'bold', wrap: true });

/** Without a type the library would look for itself; with one, text is never a formula, a number or a date. */
function cell(value: string | number | undefined): Cell {
  if (value === undefined || value === '') return null;
  return typeof value === 'number'
    ? { value, type: Number }
    : { value: sheetText(value), type: String, wrap: true, alignVertical: 'top' };
}

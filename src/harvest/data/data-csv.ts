import { stringify } from 'csv-stringify/sync';
import { textCell } from '../cells.ts';

type Cells = Readonly<Record<string, string | number | undefined>>;

/**
 * Rows as a file for spreadsheets: byte order mark, CRLF between rows, every cell in quotes because notes have lines of
 * their own. Text stays text, counts are numbers; `dates` are columns that hold days of ours, which are dates in any
 * spreadsheet.
 */
export const csvOf = (columns: readonly string[], rows: readonly Cells[], dates: readonly string[] = []): string =>
  stringify([...rows], {
    header: true,
    columns: [...columns],
    bom: true,
    record_delimiter: '\r\n',
    quoted: true,
    quoted_empty: true,
    cast: { string: (value, { column }) => (dates.includes(String(column)) ? value : textCell(value)) }
  });

import { stringify } from 'csv-stringify/sync';
import { textCell } from '../cells.ts';
import type { DataTable } from './data-table.ts';

/**
 * One table as a file: byte order mark, CRLF between rows, every cell in quotes because notes have lines of their own.
 * An apostrophe keeps text what it is, as in the table of everything.
 */
export const dataCsv = ({ columns, rows }: DataTable): string =>
  stringify([...rows], {
    header: true,
    columns: [...columns],
    bom: true,
    record_delimiter: '\r\n',
    quoted: true,
    quoted_empty: true,
    cast: { string: textCell }
  });

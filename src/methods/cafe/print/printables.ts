import { printWords } from '../words/print.ts';
import { openTables } from '../views/tables.ts';
import type { ConsoleSeen } from '../views/console.ts';

/** What can be had on paper, by the word in the address. */
export const { sheets } = printWords;

/** Each table that people sit at has a code of its own. */
export const tables = (view: object): number[] =>
  openTables((view as ConsoleSeen).tables).map(([, { number }]) => number);

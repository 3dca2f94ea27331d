import { offsetTime } from '#wire/local-time.ts';
import type { SeenBlock, SeenCell, SeenColumn, SeenTable } from './document.ts';
import type { HarvestWords } from './sentence.ts';

const NUMBERS: readonly SeenColumn['kind'][] = ['amount', 'share', 'headcount', 'people', 'part'];

/** Stands at the end of its column, so that digits stand under each other. */
export const isNumbers = ({ kind }: SeenColumn): boolean => NUMBERS.includes(kind);

export const headingOf = ({ heading, words }: SeenColumn): string => words ?? heading;

/** A cell as it is read; empty where there is nothing, or where its words were withdrawn. */
export function cellText(cell: SeenCell, { kind }: SeenColumn, words: HarvestWords): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return 'kind' in cell ? (cell.words ?? cell.kind) : words.table.share(cell);
  if (kind === 'people' && cell === 'untold') return words.table.untold;
  if (kind === 'part') return cell === 'few' ? words.table.few : words.table.most;
  return kind === 'time' ? words.table.time(String(cell)) : String(cell);
}

/** Whether a number of people in it is not told: then readers are told why. */
export const hasUntold = ({ columns, rows }: SeenTable): boolean =>
  columns.some(({ kind }, nth) => kind === 'people' && rows.some((row) => row[nth] === 'untold'));

/** Instants of a method as an edition writes them: by the clocks of the place, to the minute. */
export function withTimes(block: SeenBlock, timeZone: string): SeenBlock {
  if (block.kind !== 'table') return block;
  const isTime = block.columns.map(({ kind }) => kind === 'time');
  const inRow = (row: readonly SeenCell[]) =>
    row.map((cell, nth) => (isTime[nth] && typeof cell === 'number' ? offsetTime(cell, timeZone) : cell));
  return { ...block, rows: block.rows.map(inRow) };
}

import type { HeadSeen } from './table-head.ts';
import type { AllSeen } from './all.ts';

/** Those that people sit at, by their numbers, as [id, table]. */
export const openTables = <Table extends HeadSeen>(tables: Record<string, Table>): [string, Table][] =>
  Object.entries(tables)
    .filter(([, table]) => !table.closed && table.mergedInto === null)
    .sort(([, one], [, other]) => one.number - other.number);

/** Open tables that have a topic of their own. */
export const topicsIn = <Table extends HeadSeen>(tables: Record<string, Table>): [string, Table][] =>
  openTables(tables).filter(([, { topic }]) => topic !== null);

/** There are more topics than rounds to visit them in. */
export const mayChoose = ({ layout, tables, of }: Pick<AllSeen, 'layout' | 'tables' | 'of'>): boolean =>
  layout === 'topics' && topicsIn(tables).length > of;

/**
 * Those that are counted on the way, by their numbers: by the rule one that closed still is, and one nobody travels to
 * is not.
 */
export const ringOf = ({ tables, rule }: Pick<AllSeen, 'tables' | 'rule'>): [string, HeadSeen][] =>
  rule
    ? Object.entries(tables)
        .filter(([id]) => !rule.passed.includes(id))
        .sort(([, one], [, other]) => one.number - other.number)
    : openTables(tables);

/**
 * How many tables a person goes on from `from` to `to`, the short way round: +2, −1. Null where one table is not
 * counted.
 */
export function stepsBetween(view: Pick<AllSeen, 'tables' | 'rule'>, from: string, to: string): number | null {
  const ids = ringOf(view).map(([id]) => id);
  const [at, there] = [ids.indexOf(from), ids.indexOf(to)];
  if (at < 0 || there < 0) return null;
  const on = (there - at + ids.length) % ids.length;
  return on * 2 <= ids.length ? on : on - ids.length;
}

/** A letter for a place at the table: 0 is A. */
export const letterOf = (letter: number): string => String.fromCharCode(65 + letter);

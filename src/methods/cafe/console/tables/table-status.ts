import { openTables } from '../../views/tables.ts';
import type { ConsoleSeen, ConsoleTableSeen } from '../../views/console.ts';

export type OneTable = [id: string, table: ConsoleTableSeen];

const MINUTE_MS = 60_000;
/** A table where nobody wrote for so long may have lost its thread, or its pen. */
export const SILENCE_MS = 8 * MINUTE_MS;

/** All tables by number, with closed and merged ones. */
export const allTables = ({ tables }: ConsoleSeen): OneTable[] =>
  Object.entries(tables).sort(([, one], [, other]) => one.number - other.number);

export const tablesIn = ({ tables }: ConsoleSeen): OneTable[] => openTables(tables);

export const tableNumber = (view: ConsoleSeen, table: string | null): number =>
  (table === null ? undefined : view.tables[table])?.number ?? 0;

/** By person: where they sit in the round that is on, or are to sit. */
export const seatsIn = ({ tables }: ConsoleSeen): Map<string, string> =>
  new Map(
    Object.entries(tables).flatMap(([table, { people }]) => Object.keys(people).map((person) => [person, table]))
  );

export const isRunning = ({ stage }: ConsoleSeen): boolean => stage === 'finding' || stage === 'talking';

export const size = ({ people }: ConsoleTableSeen): number => Object.keys(people).length;
export const hereAt = ({ people }: ConsoleTableSeen): number => Object.values(people).filter(({ here }) => here).length;

/** Minutes since the last note, once they are too many; null while there is nothing to say. */
export function silentMinutes(view: ConsoleSeen, table: ConsoleTableSeen, nowMs: number): number | null {
  if (view.stage !== 'talking' || view.startedAt === null || size(table) === 0) return null;
  const silence = nowMs - Math.max(table.lastNote ?? 0, view.startedAt);
  return silence >= SILENCE_MS ? Math.floor(silence / MINUTE_MS) : null;
}

/** A helper should visit a table that called, has no host, or writes nothing. */
export const needsVisit = (view: ConsoleSeen, table: ConsoleTableSeen, nowMs: number): boolean =>
  table.needs !== null ||
  (view.hosts !== 'none' && size(table) > 0 && table.host === null) ||
  silentMinutes(view, table, nowMs) !== null;

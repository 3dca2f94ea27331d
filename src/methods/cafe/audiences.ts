import { EVERYWHERE, personal, BOARD_AND_CONSOLE } from '#contract/method.ts';
import { getOwn } from '#contract/get-own.ts';
import { inOrder, isRunning, isShown, type State } from './state.ts';
import { seatOf } from './seating/seats.ts';
import { tableChannel } from './channels.ts';

/** The channel of the table where a person sits; a scribe gets those of all tables. */
export function channels(state: State, person: string): string[] {
  if (!isShown(state)) return [];
  if (getOwn(state.scribes, person))
    return inOrder(state)
      .filter(([, table]) => table.mergedInto === null)
      .map(([id]) => tableChannel(id));
  const table = seatOf(state, person);
  return table === null ? [] : [tableChannel(table)];
}

/**
 * All views, for steps of the whole café. A person who sat in an earlier round is included, because their view says
 * from where they come.
 */
export function everybody(state: State): string[] {
  const people = new Set([
    ...Object.values(state.rounds).flatMap(({ at }) => Object.keys(at)),
    ...Object.keys(state.chosen),
    ...Object.keys(state.waits),
    ...Object.keys(state.wrote),
    ...Object.keys(state.carries),
    ...Object.keys(state.scribes)
  ]);
  return [...EVERYWHERE, ...[...people].map(personal), ...allTables(state)];
}

/** The same, as whose views a fact touches. */
export const toEverybody = (_data: unknown, state: State): string[] => everybody(state);

export const allTables = (state: State): string[] => Object.keys(state.tables).map(tableChannel);

/** People who sat down, moved or lost a seat, and the tables that saw it. */
export const movers = (people: readonly (string | null)[], tables: readonly (string | null)[]): string[] => [
  ...BOARD_AND_CONSOLE,
  ...people.flatMap((person) => (person === null ? [] : [personal(person)])),
  ...tables.flatMap((table) => (table === null ? [] : [tableChannel(table)]))
];

/** Tables at which a note of this one is read: where its people went, and what was split off. */
export function readersOf(state: State, table: string): string[] {
  const found = new Set<string>();
  const queue = [table];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    const into = getOwn(state.tables, next)?.mergedInto ?? null;
    if (into !== null) queue.push(into);
    for (const [id, { splitFrom }] of Object.entries(state.tables)) if (splitFrom?.table === next) queue.push(id);
  }
  return [...found];
}

/** Where a table's people are now. */
export function nowAt(state: State, table: string): string {
  const seen = new Set<string>();
  for (let at = table; !seen.has(at);) {
    seen.add(at);
    const into = getOwn(state.tables, at)?.mergedInto ?? null;
    if (into === null) return at;
    at = into;
  }
  return table;
}

export const isOn = (state: State): boolean => isRunning(state) || state.stage === 'harvest';

import { isHere } from '#kit/rules/people.ts';
import * as v from 'valibot';
import { commandOf, LEADS, type Decision, type Fact } from '#contract/method.ts';
import type { Events, PutBack } from '../events.ts';
import { partOf } from '#contract/part.ts';
import { text } from '#contract/typed-text.ts';
import { id, whole } from '#kit/rules/fields.ts';
import { everybody, toEverybody } from '../audiences.ts';
import { requestReplan, stale } from '../planning/planning.ts';
import { refuse } from '../refuse.ts';
import { put, sittersAt, was } from './seats.ts';
import { NAME_LONGEST, QUESTION_LONGEST, SEATS_MOST, TABLES_MOST } from '../settings.ts';
import { getOwn } from '#contract/get-own.ts';
import { current, inOrder, isRunning, isShown, later, newTable, type State, type Table } from '../state.ts';

const command = commandOf<State, Events>();

export const tables = partOf<State, Events>()({
  commands: {
    setTables: command({
      who: LEADS,
      input: v.strictObject({ count: whole(1, TABLES_MOST), seats: whole(2, SEATS_MOST) }),
      decide(state, { count, seats }, _by, facts): Decision<Events> {
        const ordered = inOrder(state);
        if (isShown(state) && count < ordered.length) return refuse('tables-are-known', { tables: ordered.length });
        const tight = ordered.find(([table]) => mostAt(state, table) > seats);
        if (tight) return refuse('chairs-are-taken', { number: tight[1].number });
        const add = Array.from({ length: Math.max(0, count - ordered.length) }, (_, index) => [
          facts.id(),
          ordered.length + index + 1
        ]);
        const remove = ordered.slice(count).map(([table]) => table);
        const each = Object.fromEntries(ordered.slice(0, count).map(([table]) => [table, seats]));
        return [
          { type: 'TablesSet', data: { add: Object.fromEntries(add) as Record<string, number>, remove, seats, each } }
        ];
      },
      undo(before, _input, done) {
        const ordered = inOrder(before);
        const added = done.flatMap(({ type, data }) => (type === 'TablesSet' ? Object.keys(data.add) : []));
        const removed = done.flatMap(({ type, data }) => (type === 'TablesSet' ? data.remove : []));
        const back = {
          add: Object.fromEntries(
            ordered.filter(([table]) => removed.includes(table)).map(([table, { number }]) => [table, number])
          ),
          remove: added,
          seats: before.seats,
          each: Object.fromEntries(ordered.map(([table, { seats }]) => [table, seats]))
        };
        return [
          { type: 'TablesSet', data: back },
          ...ordered.flatMap(([table, found]): Fact<Events>[] =>
            removed.includes(table) ? [described(table, found)] : []
          )
        ];
      }
    }),
    describeTable: command({
      who: LEADS,
      input: v.strictObject({
        table: id,
        name: v.nullable(text(NAME_LONGEST)),
        topic: v.nullable(text(QUESTION_LONGEST)),
        zone: v.nullable(text(NAME_LONGEST)),
        language: v.nullable(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[0-9A-Za-z]{2,8})*$/))),
        seats: whole(2, SEATS_MOST)
      }),
      decide(state, { table, ...said }): Decision<Events> {
        const found = getOwn(state.tables, table);
        if (!found) return refuse('table-unknown');
        if (mostAt(state, table) > said.seats) return refuse('chairs-are-taken', { number: found.number });
        return [{ type: 'TableDescribed', data: { table, ...said } }];
      },
      undo: (before, { table }) => {
        const found = getOwn(before.tables, table);
        return found ? [described(table, found)] : [];
      }
    }),
    closeTable: command({
      who: LEADS,
      input: v.strictObject({ table: id, closed: v.boolean() }),
      decide(state, { table, closed }, _by, _facts, roster): Decision<Events> {
        const found = getOwn(state.tables, table);
        if (!found || found.mergedInto !== null) return refuse('table-unknown');
        if (found.closed === closed) return [];
        const sitting = isRunning(state)
          ? sittersAt(current(state), table).filter((person) => isHere(roster, person))
          : [];
        if (closed && sitting.length > 0)
          return refuse('people-sit-here', { number: found.number, people: sitting.length });
        return [{ type: 'TableClosed', data: { table, closed } }, ...requestReplan(state, roster)];
      },
      undo: (before, { table, closed }) => [
        { type: 'TableClosed', data: { table, closed: !closed } },
        ...(closed ? seatsBack(before, table, null) : [])
      ]
    })
  },
  evolve: {
    TablesSet(draft, { add, remove, seats, each }) {
      draft.seats = seats;
      draft.laid = false;
      for (const table of remove) if (mayGo(draft, table)) delete draft.tables[table];
      for (const [table, number] of Object.entries(add)) draft.tables[table] ??= newTable(number, seats);
      for (const [table, chairs] of Object.entries(each)) {
        const found = getOwn(draft.tables, table);
        if (found) found.seats = Math.max(chairs, mostAt(draft, table));
      }
      stale(draft);
    },
    TableDescribed(draft, { table, seats, ...said }) {
      const found = getOwn(draft.tables, table);
      if (!found) return;
      // The undo must not take a chair from a person who sat down since.
      Object.assign(found, said, { seats: Math.max(seats, mostAt(draft, table)) });
      draft.laid = false;
      stale(draft);
    },
    TableClosed(draft, { table, closed }) {
      const found = getOwn(draft.tables, table);
      if (!found) return;
      found.closed = closed;
      if (closed) emptyLater(draft, table);
      stale(draft);
    }
  },
  touches: {
    TablesSet: ({ remove }, state) => [...everybody(state), ...remove.map((table) => `table:${table}`)],
    TableDescribed: toEverybody,
    TableClosed: toEverybody
  }
});

/** The most people at a table, now and in the rounds to come. */
export const mostAt = (state: State, table: string): number =>
  Math.max(
    0,
    ...[current(state), ...later(state).map(([, round]) => round)].map((round) => sittersAt(round, table).length)
  );

export const mayGo = (draft: State, table: string): boolean =>
  (getOwn(draft.tables, table)?.notes ?? []).length === 0 &&
  !Object.values(draft.rounds).some(({ at }) => Object.values(at).includes(table)) &&
  !Object.values(draft.tables).some(({ mergedInto, splitFrom }) => mergedInto === table || splitFrom?.table === table);

export function emptyLater(draft: State, table: string): void {
  for (const [number, round] of later(draft))
    for (const person of sittersAt(round, table)) put(draft, number, person, null);
}

const described = (table: string, { name, topic, zone, language, seats }: Table): Fact<Events> => ({
  type: 'TableDescribed',
  data: { table, name, topic, zone, language, seats }
});

/**
 * Puts all people of a table that went back there, in this round and those to come. `into`: where they went in this
 * round.
 */
export function seatsBack(before: State, table: string, into: string | null): Fact<Events>[] {
  const seats = [before.round, ...later(before).map(([number]) => number)].flatMap((number): PutBack[] =>
    sittersAt(before.rounds[number], table).flatMap((person) =>
      was(before, person, { [number]: number === before.round ? into : null })
    )
  );
  return seats.length === 0 ? [] : [{ type: 'SeatsPutBack', data: { seats } }];
}

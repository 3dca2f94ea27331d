import * as v from 'valibot';
import { commandOf, STAFF, LEADS, type Fact, type Roster, type Decision } from '#contract/method.ts';
import { coming } from './arriving.ts';
import { id, whole } from '#kit/rules/fields.ts';
import type { Events, Given } from '../events.ts';
import { partOf } from '#contract/part.ts';
import { everybody, movers, toEverybody } from '../audiences.ts';
import { seatFor } from './late-seat.ts';
import { stale } from '../planning/planning.ts';
import { refuse } from '../refuse.ts';
import { put, seatOf } from './seats.ts';
import { SEATS_MOST, TABLES_MOST } from '../settings.ts';
import { getOwn } from '#contract/get-own.ts';
import { current, inOrder, isOpen, isRunning, later, newTable, type State } from '../state.ts';
import { given, unseated, waitsAgain } from './queue-for-chairs.ts';
import { emptyLater, mayGo, mostAt } from './tables.ts';

const command = commandOf<State, Events>();

const withGone = ({ table }: { table: string }, state: State) => [...everybody(state), `table:${table}`];

export const full = partOf<State, Events>()({
  commands: {
    addChair: command({
      who: STAFF,
      /**
       * `seats`: how many chairs the sender saw there, so that two consoles that press at once add one. Left out, it is
       * so now.
       */
      input: v.strictObject({ table: id, seats: v.optional(whole(1, SEATS_MOST)) }),
      decide(state, { table, seats: seen }, _by, _facts, roster): Decision<Events> {
        const found = getOwn(state.tables, table);
        if (!isRunning(state)) return refuse('nobody-moves-now');
        if (!isOpen(found)) return refuse('table-unknown');
        if (seen !== undefined && found.seats !== seen) return refuse('already-moved-on');
        if (found.seats >= SEATS_MOST)
          return refuse('no-room-for-a-chair', { number: found.number, seats: found.seats });
        const seats = found.seats + 1;
        const grown = { ...state, tables: { ...state.tables, [table]: { ...found, seats } } };
        return [{ type: 'ChairsSet', data: { table, seats } }, ...seatedNow(grown, roster, 1)];
      },
      undo: (before, { table }, done) => [
        ...standUp(before, done),
        { type: 'ChairsSet', data: { table, seats: getOwn(before.tables, table)?.seats ?? 0 } }
      ]
    }),
    openTable: command({
      who: LEADS,
      /** `number`: the one its label said. Left out, it is the next. */
      input: v.strictObject({ number: v.optional(whole(1, TABLES_MOST)) }),
      decide(state, { number: said }, _by, facts, roster): Decision<Events> {
        if (!isRunning(state)) return refuse('nobody-moves-now');
        if (Object.keys(state.tables).length >= TABLES_MOST) return refuse('tables-are-known', { tables: TABLES_MOST });
        const [table, number, { seats }] = [
          facts.id(),
          Math.max(0, ...inOrder(state).map(([, { number }]) => number)) + 1,
          state
        ];
        if (said !== undefined && said !== number) return refuse('already-moved-on');
        const grown = { ...state, tables: { ...state.tables, [table]: newTable(number, seats) } };
        const seating = seatedNow(grown, roster, seats);
        return [{ type: 'TableOpened', data: { table, number, seats } }, ...seating, ...hostAt(state, table, seating)];
      },
      undo: (before, _input, done) => [
        ...standUp(before, done),
        ...done.flatMap(({ type, data }): Fact<Events>[] =>
          type === 'TableOpened' ? [{ type: 'OpenedTableTaken', data: { table: data.table } }] : []
        ),
        // Others may have been sent there in the rounds to come.
        ...plannedWithout(done)
      ]
    })
  },
  evolve: {
    ChairsSet(draft, { table, seats }) {
      const found = getOwn(draft.tables, table);
      if (!found) return;
      // The undo must not take a chair from a person who sat down since.
      found.seats = Math.max(seats, mostAt(draft, table));
      draft.laid = false;
      stale(draft);
    },
    TableOpened(draft, { table, number, seats }) {
      draft.tables[table] = newTable(number, seats);
      draft.laid = false;
      stale(draft);
    },
    WaitAgain(draft, { people, at }) {
      const waiting = people.filter((person, index) => seatOf(draft, person) === at[index]);
      for (const number of [draft.round, ...later(draft).map(([number]) => number)])
        for (const person of waiting) put(draft, number, person, null);
      if (draft.planRequest)
        draft.planRequest.people = draft.planRequest.people.filter((person) => !waiting.includes(person));
      stale(draft);
    },
    OpenedTableTaken(draft, { table }) {
      const found = getOwn(draft.tables, table);
      if (!found) return;
      const sits = Object.values(current(draft)?.at ?? {}).includes(table);
      // The table stays if people came to sit there meanwhile, or if notes were written.
      if (sits || found.notes.length > 0) return;
      emptyLater(draft, table);
      if (mayGo(draft, table)) delete draft.tables[table];
      else found.closed = true;
      stale(draft);
    }
  },
  touches: {
    ChairsSet: () => ['console'],
    TableOpened: toEverybody,
    WaitAgain: ({ people, at }) => movers(people, at),
    OpenedTableTaken: withGone
  }
});

/** Seats for unseated people, as many as there are new chairs, in the order of {@link unseated}. */
function seatedNow(state: State, roster: Roster, chairs: number): Fact<Events>[] {
  const free: Given[] = [];
  const trial = copyOf(state);
  for (const person of unseated(state, roster)) {
    if (free.length === chairs) break;
    const seat = seatFor(trial, person, roster);
    if (!seat) continue;
    free.push(seat);
    coming.evolve.SeatGiven(trial, seat, 0);
  }
  return given(state, free, roster);
}

/** With what giving a seat writes into, of its own. */
const copyOf = (state: State): State => ({
  ...state,
  waits: { ...state.waits },
  planRequest: null,
  repair: null,
  letters: { ...state.letters },
  taken: { ...state.taken },
  rounds: Object.fromEntries(
    Object.entries(state.rounds).map(([number, { at, here, hosts, former, ...round }]) => [
      number,
      { ...round, at: { ...at }, here: { ...here }, hosts: { ...hosts }, former: listsOf(former) }
    ])
  )
});

const listsOf = (former: Readonly<Record<string, readonly string[]>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(former).map(([person, tables]) => [person, [...tables]]));

/** At a new table nothing was said yet, so the first person who sits down may host. */
function hostAt({ hosts, round }: State, table: string, seating: readonly Fact<Events>[]): Fact<Events>[] {
  if (hosts === 'none') return [];
  for (const { type, data } of seating)
    if (type === 'SeatGiven' && data.seats[round] === table)
      return [{ type: 'HostMade', data: { table, person: data.person, before: null } }];
  return [];
}

function standUp(before: State, done: readonly Fact<Events>[]): Fact<Events>[] {
  const { round } = before;
  const given = done.flatMap(({ type, data }) => (type === 'SeatGiven' ? [data] : []));
  if (given.length === 0) return [];
  const [people, at] = [given.map(({ person }) => person), given.map(({ seats }) => seats[round] ?? '')];
  return [{ type: 'WaitAgain', data: { people, at } }, ...waitsAgain(before, done)];
}

function plannedWithout(done: readonly Fact<Events>[]): Fact<Events>[] {
  const given = new Set(done.flatMap(({ type, data }) => (type === 'SeatGiven' ? [data.person] : [])));
  return done.flatMap(({ type, data }): Fact<Events>[] =>
    type === 'PlanAsked'
      ? [{ type, data: { ...data, people: data.people.filter((person) => !given.has(person)) } }]
      : []
  );
}

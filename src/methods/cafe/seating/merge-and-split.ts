import { isHere } from '#kit/rules/people.ts';
import * as v from 'valibot';
import { commandOf, LEADS, personal, type Decision, type Fact } from '#contract/method.ts';
import type { Events } from '../events.ts';
import { partOf } from '#contract/part.ts';
import { id } from '#kit/rules/fields.ts';
import { everybody, isOn, toEverybody } from '../audiences.ts';
import { requestReplan, stale } from '../planning/planning.ts';
import { refuse } from '../refuse.ts';
import { repairs } from './repair-plan.ts';
import { put, seatOf, sittersAt, was } from './seats.ts';
import { SEATS_MOST, TABLES_MOST } from '../settings.ts';
import { getOwn } from '#contract/get-own.ts';
import { current, inOrder, isOpen, isRunning, newTable, type State } from '../state.ts';
import { emptyLater, mayGo, seatsBack } from './tables.ts';

const command = commandOf<State, Events>();

const withGone = ({ table, into }: { table: string; into: string }, state: State) => [
  ...everybody(state),
  `table:${table}`,
  `table:${into}`
];

export const mergeAndSplit = partOf<State, Events>()({
  commands: {
    mergeTables: command({
      who: LEADS,
      input: v.strictObject({ from: id, into: id }),
      decide(state, { from, into }, _by, _facts, roster): Decision<Events> {
        const [one, other] = [getOwn(state.tables, from), getOwn(state.tables, into)];
        if (!isOpen(one) || !isOpen(other)) return refuse('table-unknown');
        if (from === into) return refuse('same-table');
        if (!isOn(state)) return refuse('nobody-is-told-yet');
        const going = sittersAt(current(state), from);
        const people = going.filter((person) => isHere(roster, person));
        const there = sittersAt(current(state), into);
        const left = there.filter((person) => !isHere(roster, person));
        const short = Math.max(0, there.length + people.length - other.seats);
        if (short > left.length) return refuse('table-full', { number: other.number, seats: other.seats });
        const lose = [...going.filter((person) => !people.includes(person)), ...left.slice(0, short)];
        return [
          { type: 'TablesMerged', data: { from, into, people, lose } },
          ...requestReplan(state, roster),
          ...repairs(state, roster)
        ];
      },
      undo: (before, { from, into }) => [
        { type: 'TablesParted', data: { from, into } },
        ...seatsBack(before, from, into)
      ]
    }),
    splitTable: command({
      who: LEADS,
      input: v.strictObject({ table: id, people: v.pipe(v.array(id), v.minLength(1), v.maxLength(SEATS_MOST)) }),
      decide(state, { table, people }, _by, facts): Decision<Events> {
        const found = getOwn(state.tables, table);
        if (!isOpen(found)) return refuse('table-unknown');
        if (!isRunning(state)) return refuse('nobody-moves-now');
        if (people.some((person) => seatOf(state, person) !== table))
          return refuse('not-at-this-table', { number: found.number });
        if (Object.keys(state.tables).length >= TABLES_MOST) return refuse('tables-are-known', { tables: TABLES_MOST });
        if (new Set(people).size > found.seats)
          return refuse('table-full', { number: found.number, seats: found.seats });
        const number = Math.max(...inOrder(state).map(([, each]) => each.number)) + 1;
        return [{ type: 'TableSplit', data: { table, into: facts.id(), number, people: [...new Set(people)] } }];
      },
      undo: (before, { table }, done) =>
        done.flatMap(({ type, data }): Fact<Events>[] => {
          if (type !== 'TableSplit') return [];
          const seats = data.people.flatMap((person) => was(before, person, { [before.round]: data.into }));
          return [
            { type: 'SeatsPutBack', data: { seats } },
            { type: 'SplitUndone', data: { table, into: data.into } }
          ];
        })
    })
  },
  evolve: {
    TablesMerged(draft, { from, into, people, lose }) {
      const merged = getOwn(draft.tables, from);
      if (!merged) return;
      merged.mergedInto = into;
      for (const person of lose) put(draft, draft.round, person, null);
      for (const person of people) put(draft, draft.round, person, into);
      emptyLater(draft, from);
      stale(draft);
    },
    TablesParted(draft, { from, into }) {
      const merged = getOwn(draft.tables, from);
      if (merged?.mergedInto === into) merged.mergedInto = null;
      stale(draft);
    },
    TableSplit(draft, { table, into, number, people }) {
      const found = getOwn(draft.tables, table);
      if (!found) return;
      draft.tables[into] = {
        ...newTable(number, found.seats),
        topic: found.topic,
        zone: found.zone,
        language: found.language
      };
      draft.tables[into].splitFrom = { table, written: draft.deck.written };
      for (const person of people) put(draft, draft.round, person, into);
      stale(draft);
    },
    SplitUndone(draft, { into }) {
      const split = getOwn(draft.tables, into);
      if (!split) return;
      // The table stays if notes were written there meanwhile, or if people came to sit there.
      if (mayGo(draft, into)) delete draft.tables[into];
      stale(draft);
    }
  },
  touches: {
    TablesMerged: ({ lose }, state) => [...everybody(state), ...lose.map(personal)],
    TablesParted: toEverybody,
    TableSplit: toEverybody,
    SplitUndone: withGone
  }
});

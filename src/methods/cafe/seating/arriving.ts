import { isHere, presentPersonFor } from '#kit/rules/people.ts';
import * as v from 'valibot';
import { commandOf, STAFF, type Decision, type Fact, type Roster } from '#contract/method.ts';
import type { Events, PutBack } from '../events.ts';
import { partOf } from '#contract/part.ts';
import { forSomebody, id, whole } from '#kit/rules/fields.ts';
import { movers } from '../audiences.ts';
import { seatFor } from './late-seat.ts';
import { requestPlan, stale } from '../planning/planning.ts';
import { refuse } from '../refuse.ts';
import { repairs } from './repair-plan.ts';
import { chairAt, giveUp, put, seatOf, sittersAt, was } from './seats.ts';
import { ROUNDS_MOST } from '../settings.ts';
import { getOwn } from '#contract/get-own.ts';
import { settling, unsettled } from './room-settled.ts';
import { given, nextSeat, waits, waitsAgain } from './queue-for-chairs.ts';
import { current, isOpen, isRunning, later, type State } from '../state.ts';

const command = commandOf<State, Events>();

export const coming = partOf<State, Events>()({
  commands: {
    comeIn: command({
      who: ['participant', ...STAFF],
      /** Where every chair is taken the person joins the end of the queue. */
      input: v.strictObject({ for: forSomebody }),
      decide(state, { for: other }, by, _facts, roster): Decision<Events> {
        const person = presentPersonFor(other, by, roster);
        if (typeof person !== 'string') return person;
        if (!isRunning(state) || seatOf(state, person) !== null) return [];
        const seat = seatFor(state, person, roster);
        const first = nextSeat(state, roster)?.person ?? person;
        if (seat && first === person) return given(state, [seat], roster);
        const order = state.awaited + 1;
        return waits(state, person) ? [] : [{ type: 'ChairAwaited', data: { person, order } }];
      },
      undo: (before, input, done) => putBack(before, input, done)
    }),
    here: command({
      who: ['participant', ...STAFF],
      input: v.strictObject({ table: id, round: whole(1, ROUNDS_MOST), for: forSomebody }),
      decide(state, { table, round, for: other }, by, _facts, roster): Decision<Events> {
        const person = presentPersonFor(other, by, roster);
        if (typeof person !== 'string') return person;
        if (round !== state.round || !isRunning(state)) return late(state, person, table, round);
        const from = seatOf(state, person);
        if (from === table && getOwn(current(state)?.here ?? {}, person)) return [];
        return sat(state, person, table, true, roster);
      },
      undo: (before, input, done) => [
        ...putBack(before, input, done),
        ...done.flatMap(({ type, data }): Fact<Events>[] =>
          type === 'HeardLate' ? [{ type, data: { ...data, here: false } }] : []
        )
      ]
    }),
    movePerson: command({
      who: STAFF,
      input: v.strictObject({ person: id, table: id }),
      decide(state, { person, table }, _by, _facts, roster): Decision<Events> {
        if (!isHere(roster, person)) return refuse(getOwn(roster.people, person) ? 'person-left' : 'person-unknown');
        if (!isRunning(state)) return refuse('nobody-moves-now');
        return seatOf(state, person) === table ? [] : sat(state, person, table, false, roster);
      },
      undo: (before, input, done) => putBack(before, input, done)
    }),
    hear: command({
      who: STAFF,
      input: v.strictObject({ table: id }),
      decide(state, { table }, _by, _facts, roster): Decision<Events> {
        if (!isRunning(state)) return refuse('nobody-moves-now');
        if (!getOwn(state.tables, table)) return refuse('table-unknown');
        const round = current(state);
        const people = sittersAt(round, table).filter(
          (person) => isHere(roster, person) && !getOwn(round?.here ?? {}, person)
        );
        if (people.length === 0) return [];
        return [{ type: 'TableHeard', data: { table, people, here: true } }, ...settling(state, roster, people)];
      },
      undo: (_before, _input, done) => [
        ...done.flatMap(({ type, data }): Fact<Events>[] =>
          type === 'TableHeard' ? [{ type, data: { ...data, here: false } }] : []
        ),
        ...unsettled(done)
      ]
    })
  },
  evolve: {
    SeatGiven(draft, { person, seats, letter, takes, open }) {
      if (takes !== null) {
        giveUp(draft, takes);
        delete draft.letters[takes];
      }
      for (const [round, table] of Object.entries(seats)) put(draft, Number(round), person, table);
      if (letter !== null) draft.letters[person] = letter;
      if (open !== null) draft.taken[open] = true;
      if (draft.planRequest && !draft.planRequest.people.includes(person)) draft.planRequest.people.push(person);
      stale(draft);
    },
    Sat(draft, { person, table, from, here, takes }) {
      if (takes !== null) {
        giveUp(draft, takes);
        delete draft.letters[takes];
      }
      put(draft, draft.round, person, table, here);
      if (from !== table) stale(draft);
    },
    TableHeard(draft, { table, people, here }) {
      const round = current(draft);
      for (const person of people) {
        if (!round || getOwn(round.at, person) !== table) continue;
        if (here) round.here[person] = true;
        else delete round.here[person];
      }
    },
    HeardLate(draft, { person, table, round: number, here }) {
      const round = draft.rounds[number];
      if (!round || getOwn(round.at, person) !== table) return;
      if (here) round.here[person] = true;
      else delete round.here[person];
    },
    SeatsPutBack(draft, { seats }) {
      const back = seats.filter(
        ({ round, person, from }) => (getOwn(draft.rounds[round]?.at ?? {}, person) ?? null) === from
      );
      // All leave their chairs before one is taken: two people who change places need each other's chair.
      for (const { round, person } of back) put(draft, round, person, null);
      for (const { round, person, from, to, here } of back) {
        const table = [to, from].find((table) => table !== null && isFree(draft, round, table)) ?? null;
        put(draft, round, person, to === null ? null : table, here && table === to);
      }
      stale(draft);
    }
  },
  touches: {
    SeatGiven: ({ person, seats, takes }) => movers([person, takes], Object.values(seats)),
    Sat: ({ person, table, from, takes }) => movers([person, takes], [table, from]),
    TableHeard: ({ table, people }) => movers(people, [table]),
    HeardLate: ({ person, table }) => movers([person], [table]),
    SeatsPutBack: ({ seats }) =>
      movers(
        seats.map(({ person }) => person),
        seats.flatMap(({ from, to }) => [from, to])
      )
  }
});

/**
 * A person sits down at a table, if there is a chair. Without a table before, they have none in later rounds either, so
 * those are planned once more.
 */
function sat(state: State, person: string, table: string, here: boolean, roster: Roster): Decision<Events> {
  const found = getOwn(state.tables, table);
  if (!found) return refuse('table-unknown');
  const { number, seats } = found;
  if (!isOpen(found)) return refuse('table-is-closed', { number });
  const from = seatOf(state, person);
  const chair = from === table ? { takes: null } : chairAt(state, current(state), table, roster);
  if (!chair) return refuse('table-full', { number, seats });
  const isNew = from === null && later(state).some(([round]) => seatOf(state, person, round) === null);
  return [
    { type: 'Sat', data: { person, table, from, here, takes: chair.takes } },
    ...(here ? settling(state, roster, [person]) : []),
    ...(isNew ? requestPlan(state, roster, true, [person]) : []),
    // A person who sits at another table than planned may meet others twice.
    ...(from !== null && from !== table ? repairs(state, roster) : [])
  ];
}

/**
 * Said on a slow line, in good faith: where it was their table they were there, and whom they met is told from that.
 * Nobody moves by it.
 */
function late(state: State, person: string, table: string, number: number): Decision<Events> {
  const round = number <= state.round ? state.rounds[number] : undefined;
  if (!round || getOwn(round.at, person) !== table) return refuse('other-round');
  return getOwn(round.here, person) ? [] : [{ type: 'HeardLate', data: { person, table, round: number, here: true } }];
}

function isFree(draft: State, number: number, table: string): boolean {
  const found = getOwn(draft.tables, table);
  return isOpen(found) && sittersAt(draft.rounds[number], table).length < found.seats;
}

/** Puts all people whom a step seated where they were in the state before it. */
export function putBack(before: State, _input: unknown, done: readonly Fact<Events>[]): Fact<Events>[] {
  const seats = done.flatMap(({ type, data }): PutBack[] => {
    if (type === 'Sat')
      return [...was(before, data.person, { [before.round]: data.table }), ...lost(before, data.takes)];
    return type === 'SeatGiven' ? [...was(before, data.person, data.seats), ...lost(before, data.takes)] : [];
  });
  return [
    ...(seats.length === 0 ? [] : [{ type: 'SeatsPutBack' as const, data: { seats } }]),
    ...waitsAgain(before, done),
    ...unsettled(done)
  ];
}

/** The seats that a person who has left lost by this step. */
function lost(before: State, person: string | null): PutBack[] {
  if (person === null) return [];
  const rounds = [before.round, ...later(before).map(([number]) => number)];
  return was(before, person, Object.fromEntries(rounds.map((number) => [number, null])));
}

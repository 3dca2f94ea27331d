import { isHere } from '#kit/rules/people.ts';
import * as v from 'valibot';
import { commandOf, STAFF, type Actor, type Decision, type Fact, type Roster } from '#contract/method.ts';
import type { Events } from '../events.ts';
import { partOf } from '#contract/part.ts';
import { forSomebody, id } from '#kit/rules/fields.ts';
import { movers } from '../audiences.ts';
import { stale } from '../planning/planning.ts';
import { refuse } from '../refuse.ts';
import { repairs } from './repair-plan.ts';
import { put, seatOf } from './seats.ts';
import { getOwn } from '#contract/get-own.ts';
import { current, isOpen, isShown, later, type State } from '../state.ts';

const command = commandOf<State, Events>();

export const hosting = partOf<State, Events>()({
  commands: {
    makeHost: command({
      who: STAFF,
      input: v.strictObject({ table: id, person: id }),
      decide: (state, { table, person }, _by, _facts, roster) => hosted(state, table, person, roster),
      undo: (before, input, done) => handBack(before, input, done)
    }),
    takeHost: command({
      who: ['participant', ...STAFF],
      input: v.strictObject({ table: id, for: forSomebody }),
      decide(state, { table, for: other }, by, _facts, roster) {
        const person = other ?? by.person;
        if (person === null) return refuse('for-whom');
        if (by.role === 'participant' && !mayTake(state, by, table, person, roster)) return refuse('table-has-a-host');
        return hosted(state, table, person, roster);
      },
      undo: (before, input, done) => handBack(before, input, done)
    })
  },
  evolve: {
    HostMade(draft, { table, person, before }) {
      const round = current(draft);
      if (!round || getOwn(round.at, person) !== table) return;
      // Another person became host since, and stays host when the earlier step is taken back.
      if ((getOwn(round.hosts, table) ?? before) !== before) return;
      round.hosts[table] = person;
      if (draft.hosts === 'stays') for (const [number] of later(draft)) stay(draft, number, { table, person, before });
      if (draft.hosts === 'stays' && before !== null) swapLetters(draft, person, before);
      stale(draft);
    },
    HostLost(draft, { table, person }) {
      const round = current(draft);
      if (round && getOwn(round.hosts, table) === person) delete round.hosts[table];
      stale(draft);
    }
  },
  touches: {
    // The former host may sit at another table now, where their letter is shown.
    HostMade: ({ table, person, before }, state) =>
      movers([person, before], [table, seatOf(state, person), before === null ? null : seatOf(state, before)]),
    HostLost: ({ table, person }) => movers([person], [table])
  }
});

export const hostOf = (state: State, table: string): string | null =>
  getOwn(current(state)?.hosts ?? {}, table) ?? null;
export const isScribe = (state: State, person: string): boolean => getOwn(state.scribes, person) === true;

function hosted(state: State, table: string, person: string, roster: Roster): Decision<Events> {
  if (!isShown(state)) return refuse('nobody-is-told-yet');
  if (state.hosts === 'none') return refuse('no-hosts-here');
  const found = getOwn(state.tables, table);
  if (!isOpen(found)) return refuse('table-unknown');
  if (!isHere(roster, person)) return refuse('person-left');
  if (seatOf(state, person) !== table) return refuse('not-at-this-table', { number: found.number });
  const before = hostOf(state, table) ?? keeper(state, table);
  return before === person && hostOf(state, table) === person
    ? []
    : [{ type: 'HostMade', data: { table, person, before } }, ...repairs(state, roster)];
}

/** The person who is to host this table in the next round, though it has no host in this one. */
function keeper(state: State, table: string): string | null {
  const [next] = later(state);
  return getOwn(next?.[1].hosts ?? {}, table) ?? null;
}

/** A host may name another person of the table. At a table without a host a person may name themselves. */
function mayTake(state: State, by: Actor, table: string, person: string, roster: Roster): boolean {
  const host = hostOf(state, table);
  if (host !== null && host === by.person) return true;
  if (person !== by.person) return false;
  const isMissing = host !== null && state.stage === 'talking' && !getOwn(current(state)?.here ?? {}, host);
  return host === null || !isHere(roster, host) || isMissing;
}

function stay(draft: State, number: number, { table, person, before }: Events['HostMade']): void {
  const round = draft.rounds[number];
  const travels = seatOf(draft, person, number);
  if (!round || travels === table) return;
  // Without a former host there is no seat to exchange, and perhaps no free chair.
  if (before === null || seatOf(draft, before, number) !== table) return;
  put(draft, number, before, travels);
  put(draft, number, person, table);
  round.hosts[table] = person;
}

function swapLetters(draft: State, person: string, before: string): void {
  const [one, other] = [getOwn(draft.letters, person), getOwn(draft.letters, before)];
  if (one === undefined || other === undefined) return;
  draft.letters[person] = other;
  draft.letters[before] = one;
}

function handBack({ rounds, round }: State, _input: unknown, done: readonly Fact<Events>[]): Fact<Events>[] {
  return done.flatMap(({ type, data }): Fact<Events>[] => {
    if (type !== 'HostMade') return [];
    const { table, person, before } = data;
    const satThere = before !== null && getOwn(rounds[round]?.at ?? {}, before) === table;
    if (satThere) return [{ type: 'HostMade', data: { table, person: before, before: person } }];
    return [{ type: 'HostLost', data: { table, person } }];
  });
}

import { isHere, isShownOut } from '#kit/rules/people.ts';
import type { Given } from '../events.ts';
import type { Roster } from '#contract/method.ts';
import { chairAt, seatOf, sitterCounts } from './seats.ts';
import { getOwn } from '#contract/get-own.ts';
import { current, inOrder, isOpen, later, type State } from '../state.ts';

/**
 * The seat of a person who comes late: at the table where they are pinned, or one the plan left open, or that of a
 * person who has left, or any chair in this round. The first three have a path of their own, so no new plan is needed.
 */
export const seatFor = (state: State, person: string, roster: Roster): Given | null =>
  pinnedSeat(state, person, roster) ??
  openSeat(state, person) ??
  leftSeat(state, person, roster) ??
  anySeat(state, person);

/** Seats at the table to which this person was pinned before they came, if it has a chair in every round to come. */
function pinnedSeat(state: State, person: string, roster: Roster): Given | null {
  const table = getOwn(state.wishes.pins, person);
  if (table === undefined || !isOpen(getOwn(state.tables, table))) return null;
  const rounds = [state.round, ...later(state).map(([number]) => number)];
  const chairs = rounds.map((number) => chairAt(state, state.rounds[number], table, roster));
  const takes = chairs[0]?.takes ?? null;
  if (chairs.some((chair) => chair === null || (chair.takes !== null && chair.takes !== takes))) return null;
  return {
    person,
    seats: Object.fromEntries(rounds.map((number) => [number, table])),
    letter: null,
    takes,
    open: null
  };
}

/** A seat of the plan that nobody took yet: its path repeats no meeting. Of several, the one at the emptiest table. */
function openSeat(state: State, person: string): Given | null {
  const { plan } = state;
  // Counting people costs more than knowing that there is nothing to count for.
  if (!plan?.open.some((_, open) => !getOwn(state.taken, String(open)))) return null;
  const counts = new Map(
    [current(state), ...later(state).map(([, round]) => round)].map((round, index) => [
      state.round + index,
      sitterCounts(round)
    ])
  );
  const hasChair = (number: number, table: string) =>
    (counts.get(number)?.get(table) ?? 0) < (getOwn(state.tables, table)?.seats ?? 0);
  const found = plan.open
    .map(({ path, letter }, open) => ({ path, letter, open, seats: seatsOf(path, [...counts.keys()]) }))
    .filter(({ open }) => !getOwn(state.taken, String(open)))
    .filter(({ seats }) => {
      const tables = Object.entries(seats);
      return (
        tables.length === counts.size &&
        tables.every(([number, table]) => isOpen(getOwn(state.tables, table)) && hasChair(Number(number), table))
      );
    });
  const sitting = ({ seats }: { seats: Record<number, string> }) =>
    counts.get(state.round)?.get(seats[state.round] ?? '') ?? 0;
  const [best] = found.sort((one, other) => sitting(one) - sitting(other) || one.open - other.open);
  return best ? { person, seats: best.seats, letter: best.letter, takes: null, open: best.open } : null;
}

/**
 * The seats of a person who has left: these are a path of their own, too. Hosts' seats come last, because a newcomer
 * cannot tell what was said; seats of people who were removed come first.
 */
function leftSeat(state: State, person: string, roster: Roster): Given | null {
  const round = current(state);
  const left = Object.keys(round?.at ?? {}).filter(
    (one) => !isHere(roster, one) && isOpen(getOwn(state.tables, round?.at[one] ?? null))
  );
  const hosting = (one: string) => Number(getOwn(round?.hosts ?? {}, round?.at[one] ?? null) === one);
  const expected = (one: string) => Number(!isShownOut(roster, one));
  const [takes] = left.sort((one, other) => hosting(one) - hosting(other) || expected(one) - expected(other));
  if (takes === undefined) return null;
  const path = [state.round, ...later(state).map(([number]) => number)].flatMap((number) => {
    const table = seatOf(state, takes, number);
    return table === null || !isOpen(getOwn(state.tables, table)) ? [] : [[number, table]];
  });
  return {
    person,
    seats: Object.fromEntries(path) as Record<number, string>,
    letter: getOwn(state.letters, takes) ?? null,
    takes,
    open: null
  };
}

/** The table with the fewest people that has a chair, in this round only. */
function anySeat(state: State, person: string): Given | null {
  const counts = sitterCounts(current(state));
  const kept = keptApartAt(state, person);
  const language = getOwn(state.wishes.languages, person);
  const [best] = inOrder(state)
    .filter(
      ([, table]) => isOpen(table) && (table.language === null || language === undefined || table.language === language)
    )
    .filter(([id, { seats }]) => (counts.get(id) ?? 0) < seats)
    .filter(([id]) => !kept.has(id))
    .sort(([one], [other]) => (counts.get(one) ?? 0) - (counts.get(other) ?? 0));
  return best ? { person, seats: { [state.round]: best[0] }, letter: null, takes: null, open: null } : null;
}

/** Tables where a person sits from whom this one is kept apart. */
function keptApartAt(state: State, person: string): Set<string | null> {
  const groups = Object.values(state.wishes.apart).filter((people) => people.includes(person));
  return new Set(groups.flatMap((people) => people.map((other) => seatOf(state, other))));
}

const seatsOf = (path: readonly string[], rounds: readonly number[]): Record<number, string> =>
  Object.fromEntries(
    rounds.flatMap((number) => {
      const table = path[number - 1];
      return table === undefined ? [] : [[number, table]];
    })
  );

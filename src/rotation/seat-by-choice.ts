import { grantable } from './kept-choices.ts';
import { chairs, type IndexedQuestion } from './indexed-question.ts';
import { NOWHERE } from './seat-matrix.ts';
import { fixedAt, waitingIn } from './initial-seating.ts';
import type { Tally } from './cost-tally.ts';

/**
 * Seats those whose choices can be kept, round by round. A bipartite graph has a colouring with as many colours as its
 * largest degree (Kőnig, 1916): where a person is free in one round and the table in another, a chain of people changes
 * between the two rounds.
 */
export function seatChoices(tally: Tally): void {
  const { indexed } = tally;
  for (let round = 0; round < indexed.counted; round += 1)
    for (const unit of waitingIn(tally, round)) {
      const fixed = fixedAt(indexed, unit, round);
      if (fixed !== NOWHERE) tally.move(unit, round, fixed);
    }
  for (const { unit, given } of grantable(indexed)) for (const table of given) place(tally, unit, table);
}

function place(tally: Tally, unit: number, table: number): void {
  const { units, counted } = tally.indexed;
  const rounds = Array.from({ length: counted }, (_, round) => round);
  const free = rounds.filter((round) => isFree(tally, unit, round));
  const need = units[unit]?.members.length ?? 1;
  const open = rounds.filter((round) => hasRoom(tally, table, round, need));
  const both = free.find((round) => open.includes(round));
  const [here, there] = [free[0], open[0]];
  if (both !== undefined) tally.move(unit, both, table);
  else if (here !== undefined && there !== undefined && need === 1 && exchangeRounds(tally, table, here, there))
    tally.move(unit, here, table);
}

/**
 * Makes room at a table in one round: a unit that sits there visits it in the other round instead, and so on along a
 * chain. Changes nothing where that does not work out.
 */
function exchangeRounds(tally: Tally, table: number, here: number, there: number): boolean {
  const { indexed, seated, at, move } = tally;
  const count = indexed.units.length;
  const went: number[] = [];
  const swap = (unit: number) => {
    const [now, then] = [seated[here * count + unit] ?? NOWHERE, seated[there * count + unit] ?? NOWHERE];
    move(unit, here, NOWHERE);
    move(unit, there, now);
    move(unit, here, then);
    return then;
  };
  for (let full = table; ;) {
    const goes = (at[here * indexed.tables + full] ?? []).find(
      (unit) => !went.includes(unit) && [here, there].every((round) => isAlone(indexed, unit, round))
    );
    if (goes === undefined) break;
    went.push(goes);
    full = swap(goes);
    // The chain may come by the table again, and there one chair more is wanted.
    if (full === NOWHERE || hasRoom(tally, full, here, full === table ? 1 : 0)) return true;
  }
  for (const unit of went.reverse()) swap(unit);
  return false;
}

/** There, and not told where to be. */
const isLoose = (indexed: IndexedQuestion, unit: number, round: number): boolean =>
  chairs(indexed, unit, round) > 0 && fixedAt(indexed, unit, round) === NOWHERE;

const isAlone = (indexed: IndexedQuestion, unit: number, round: number): boolean =>
  isLoose(indexed, unit, round) && indexed.units[unit]?.members.length === 1;

const isFree = ({ indexed, seated }: Tally, unit: number, round: number): boolean =>
  isLoose(indexed, unit, round) && seated[round * indexed.units.length + unit] === NOWHERE;

function hasRoom({ indexed, people }: Tally, table: number, round: number, more: number): boolean {
  const at = round * indexed.tables + table;
  return (people[at] ?? 0) + more <= (indexed.seats[at] ?? 0);
}

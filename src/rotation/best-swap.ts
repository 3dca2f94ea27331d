import { buildIndexedQuestion } from './build-indexed-question.ts';
import type { IndexedQuestion } from './indexed-question.ts';
import type { Plan, Question } from './problem.ts';
import { withHosts } from './keep-hosts.ts';
import { NOWHERE } from './seat-matrix.ts';
import { fixedAt } from './initial-seating.ts';
import { tallyOf, type Tally } from './cost-tally.ts';

/** Two who change tables in one round. `round` counts from 0. `fewer`: excess that is saved by it, at least 1. */
export type Swap = { round: number; one: string; other: string; fewer: number };

/**
 * The best single exchange of two travellers in one round that nobody was told of, when people meet more often than
 * they were to. `over`: the excess that was planned; `kept`: persons who are not to be sent elsewhere. Null when
 * nothing got worse, or no exchange helps. What is best is what makes the whole objective smallest, so that no hard
 * rule is ever given for a repeat.
 */
export function bestSwap(question: Question, standing: Plan, over: number, kept: readonly string[]): Swap | null {
  const indexed = buildIndexedQuestion(withHosts(question, standing));
  const tally = seatedAs(indexed, standing);
  const before = tally.excess();
  if (before <= over) return null;
  const found = bestExchange(tally, stayingIn(indexed, standing, kept));
  if (!found) return null;
  const { round, one, other } = found;
  exchange(tally, found);
  return { round, one: idOf(indexed, one), other: idOf(indexed, other), fewer: before - tally.excess() };
}

type Exchange = { round: number; one: number; other: number };

function bestExchange(tally: Tally, stays: (unit: number, round: number) => boolean): Exchange | null {
  const { indexed, seated, cost, excess } = tally;
  const { units, counted, question } = indexed;
  const before = excess();
  let [best, least]: [Exchange | null, number] = [null, cost()];
  for (let round = question.shown?.length ?? 0; round < counted; round += 1) {
    const at = (unit: number) => seated[round * units.length + unit] ?? NOWHERE;
    const movable = units.map((_, unit) => unit).filter((unit) => at(unit) !== NOWHERE && !stays(unit, round));
    // Only the exchange of a unit that meets another one again in this round can save a repeat.
    for (const one of movable.filter((unit) => meetsAgain(tally, unit, round)))
      for (const other of movable) {
        if (at(one) === at(other)) continue;
        const tried = { round, one, other };
        const apart = clashes(tally, tried);
        exchange(tally, tried);
        // A table that gains a host must not cost that two people meet who are kept apart.
        if (excess() < before && cost() < least && clashes(tally, tried) <= apart) [best, least] = [tried, cost()];
        exchange(tally, tried);
      }
  }
  return best;
}

function exchange({ indexed, seated, move }: Tally, { round, one, other }: Exchange): void {
  const [a, b] = [one, other].map((unit) => seated[round * indexed.units.length + unit] ?? NOWHERE);
  move(one, round, b ?? NOWHERE);
  move(other, round, a ?? NOWHERE);
}

/** Hard keep-aparts at the tables of the two. */
function clashes({ indexed, seated, at }: Tally, { round, one, other }: Exchange): number {
  const { units, tables, apart } = indexed;
  if (!apart) return 0;
  const near = (unit: number) => at[round * tables + (seated[round * units.length + unit] ?? NOWHERE)] ?? [];
  const count = (unit: number) => near(unit).filter((sitting) => apart[unit * units.length + sitting]).length;
  return count(one) + count(other);
}

function meetsAgain({ indexed, seated, met, at }: Tally, unit: number, round: number): boolean {
  const { units, tables } = indexed;
  const table = seated[round * units.length + unit] ?? NOWHERE;
  return (at[round * tables + table] ?? []).some((other) => (met[unit * units.length + other] ?? 0) > 1);
}

/** All present people, at the tables of the plan. */
function seatedAs(indexed: IndexedQuestion, { rounds }: Plan): Tally {
  const tally = tallyOf(indexed);
  const { units, persons, tableAt, seats, tables } = indexed;
  units.forEach(({ members }, unit) => {
    for (let round = 0; round < indexed.rounds; round += 1) {
      const there = members.find((member) => isThere(indexed, member, round));
      const id = there === undefined ? '' : (persons[there]?.id ?? '');
      const table = tableAt.get(rounds[round]?.[id] ?? '');
      if (table !== undefined && seats[round * tables + table]) tally.move(unit, round, table);
    }
  });
  return tally;
}

const isThere = ({ persons }: IndexedQuestion, person: number, round: number): boolean => {
  const { from = 0, until = 0 } = persons[person] ?? {};
  return from <= round && round < until;
};

/** Units that must not move: pinned, hosting, a group that is kept together, or in `kept`. */
function stayingIn(indexed: IndexedQuestion, { hosts }: Plan, kept: readonly string[]) {
  const hosting = hosts.map((named) => new Set(Object.values(named)));
  const keep = new Set(kept);
  return (unit: number, round: number): boolean => {
    const id = idOf(indexed, unit);
    return (
      (indexed.units[unit]?.members.length ?? 0) > 1 ||
      fixedAt(indexed, unit, round) !== NOWHERE ||
      keep.has(id) ||
      hosting[round]?.has(id) === true
    );
  };
}

const idOf = ({ units, persons }: IndexedQuestion, unit: number): string => {
  const [first = 0] = units[unit]?.members ?? [];
  return persons[first]?.id ?? '';
};

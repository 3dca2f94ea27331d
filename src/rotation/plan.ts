import { planByLetters } from './letter-plan.ts';
import { hostsOf } from './choose-hosts.ts';
import { buildIndexedQuestion } from './build-indexed-question.ts';
import type { IndexedQuestion } from './indexed-question.ts';
import type { Plan, Question, Seat, Seating, Way } from './problem.ts';
import { qualityOf } from './quality.ts';
import { ruleOf } from './letter-rule.ts';
import { search } from './search.ts';
import { NOWHERE, type Seated } from './seat-matrix.ts';

/**
 * Who sits where in every round. The plainest rule that needs no repeat comes first; where there is none, a search of a
 * bounded number of steps. The same question and seed give the same plan. All present people are seated as long as a
 * table is open; `quality.broken` counts rules that cannot be kept. `effort` is the share of steps a search may take: 1
 * is what the figures in the README took.
 */
export function plan(question: Question, seed: number, effort = 1): Plan {
  const indexed = buildIndexedQuestion(question);
  // A rule by letters asks nobody where they want to go.
  const assigned = indexed.choices ? null : planByLetters(indexed, seed);
  if (!assigned) return planOf(indexed, search(indexed, seed, effort), 'search', new Map(), []);
  return planOf(indexed, assigned.seated, assigned.letters.way, assigned.seats, assigned.open);
}

export function planOf(
  indexed: IndexedQuestion,
  seated: Seated,
  way: Way,
  seats: ReadonlyMap<number, Seat>,
  open: readonly Seat[]
): Plan {
  const { persons, units } = indexed;
  const named: Record<string, Seat> = {};
  for (const { id, unit } of persons) {
    const seat = seats.get(unit);
    if (seat) named[id] = seat;
  }
  return {
    way,
    rounds: Array.from({ length: indexed.rounds }, (_, round) => seatingOf(indexed, seated, round)),
    hosts: hostsOf(indexed, seated),
    seats: named,
    rule: ruleOf(indexed.question, [...seats.values()], open),
    open,
    quality: qualityOf(indexed, seated)
  };

  function seatingOf({ question }: IndexedQuestion, at: Seated, round: number): Seating {
    const seating: Record<string, string> = {};
    for (const { id, unit, from, until } of persons) {
      const table = at[round * units.length + unit] ?? NOWHERE;
      if (table !== NOWHERE && from <= round && round < until) seating[id] = question.tables[table]?.id ?? '';
    }
    return seating;
  }
}

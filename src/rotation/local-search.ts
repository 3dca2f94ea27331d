import { below, type RandomSource } from './random-source.ts';
import { chairs, type IndexedQuestion } from './indexed-question.ts';
import { NOWHERE } from './seat-matrix.ts';
import { fixedAt } from './initial-seating.ts';
import type { Tally } from './cost-tally.ts';

/**
 * What is worth a change: `least` is by how much the cost must fall, `mayChange` is asked after each try and can refuse
 * it.
 */
export type Acceptance = { least: number; mayChange: () => boolean };

/** Under the smallest part of a cost. */
const ANY_GAIN: Acceptance = { least: 1e-6, mayChange: () => true };

/**
 * Goes downhill in the whole objective: exchanges two people, or sends one to a table that is no fuller, and keeps what
 * is better.
 */
export function polish(
  tally: Tally,
  steps: number,
  random: RandomSource,
  { least, mayChange }: Acceptance = ANY_GAIN
): void {
  const { indexed, seated, at, move, people } = tally;
  const { units, tables, counted, seats } = indexed;
  const movable = Array.from({ length: counted }, (_, round) => freeIn(indexed, round));
  const rounds = movable.flatMap((list, round) => (list.length > 0 ? [round] : []));
  for (let step = 0; step < steps && rounds.length > 0; step += 1) {
    const round = rounds[below(random, rounds.length)] ?? 0;
    const list = movable[round] ?? [];
    const one = list[below(random, list.length)] ?? 0;
    const a = seated[round * units.length + one] ?? NOWHERE;
    const b = below(random, tables);
    const place = round * tables + b;
    if (a === b || !seats[place]) continue;
    const sitting = at[place] ?? [];
    const partner = below(random, sitting.length + 1);
    const two = sitting[partner];
    const isFuller = (people[place] ?? 0) + chairs(indexed, one, round) > (people[round * tables + a] ?? 0);
    const crowded = a !== NOWHERE && (people[round * tables + a] ?? 0) > (seats[round * tables + a] ?? 0);
    if (two === undefined ? isFuller && !crowded && a !== NOWHERE : fixedAt(indexed, two, round) !== NOWHERE) continue;
    const before = tally.cost();
    move(one, round, b);
    if (two !== undefined) move(two, round, a);
    if (tally.cost() <= before - least && mayChange()) continue;
    if (two !== undefined) move(two, round, b);
    move(one, round, a);
  }
}

function freeIn(indexed: IndexedQuestion, round: number): number[] {
  return indexed.units.flatMap((_, unit) =>
    chairs(indexed, unit, round) > 0 && fixedAt(indexed, unit, round) === NOWHERE ? [unit] : []
  );
}

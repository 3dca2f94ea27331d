import { chairs, type IndexedQuestion } from './indexed-question.ts';
import type { Quality } from './problem.ts';
import { NOWHERE, type Seated } from './seat-matrix.ts';

/** What is kept of the topics people chose, and the most that any plan with these hosts could keep. */
export function choicesKept(indexed: IndexedQuestion, seated: Seated): Quality['choices'] {
  const { choices, units, tables, counted } = indexed;
  if (!choices) return null;
  let [asked, kept] = [0, 0];
  units.forEach((_, unit) => {
    const visited = new Set(Array.from({ length: counted }, (_, round) => seated[round * units.length + unit]));
    for (let table = 0; table < tables; table += 1) {
      const people = choices[unit * tables + table] ?? 0;
      asked += people;
      if (visited.has(table)) kept += people;
    }
  });
  // A host may have travelled in earlier rounds, and so have kept more choices than the bound allows.
  return { asked, kept, bound: Math.max(kept, Math.min(asked, mostKept(indexed) ?? asked)) };
}

/** Null where people who are kept together chose: they take two chairs at once, and then this count is no proof. */
function mostKept(indexed: IndexedQuestion): number | null {
  const { choices, units, tables } = indexed;
  let most = 0;
  for (const [unit, { members, stays }] of units.entries()) {
    const chose = choices?.subarray(unit * tables, (unit + 1) * tables).some((count) => count > 0);
    if (chose && members.length > 1) return null;
    if (stays !== NOWHERE) most += choices?.[unit * tables + stays] ?? 0;
  }
  return grantable(indexed).reduce((sum, { given }) => sum + given.size, most);
}

/** How many more choices are kept when a unit goes from one table to another; less than none where one is lost. */
export function choicesWon(
  indexed: IndexedQuestion,
  visits: Uint8Array,
  unit: number,
  from: number,
  to: number
): number {
  const { choices, tables } = indexed;
  const [left, come] = [unit * tables + from, unit * tables + to];
  const lost = visits[left] === 1 ? (choices?.[left] ?? 0) : 0;
  return (visits[come] === 0 ? (choices?.[come] ?? 0) : 0) - lost;
}

/** Of one unit: the tables it chose, and the tables it is given. */
type Hand = { unit: number; chose: readonly number[]; given: Set<number>; room: number };

/**
 * Which choices can be kept: as many as chairs and rounds allow, and no plan keeps more. A matching of people and
 * tables, where a person has as many places as rounds and a table as many as chairs over all rounds; it grows along
 * alternating paths until none is left (Berge, 1957). Units that stay at a table all day are left out; units of several
 * count once.
 */
export function grantable(indexed: IndexedQuestion): Hand[] {
  const { units, tables, choices } = indexed;
  const left = chairsLeft(indexed);
  const hands = units.flatMap(({ stays, may }, unit): Hand[] => {
    const chose = Array.from({ length: tables }, (_, table) => table).filter(
      (table) => choices?.[unit * tables + table] && may?.[table] !== 0
    );
    return stays !== NOWHERE || chose.length === 0
      ? []
      : [{ unit, chose, given: new Set(), room: roundsOf(indexed, unit) }];
  });
  const holders = Array.from({ length: tables }, () => new Set<Hand>());
  const give = (hand: Hand, tried: Set<number>): boolean => {
    for (const table of hand.chose) {
      if (hand.given.has(table) || tried.has(table)) continue;
      tried.add(table);
      const holding = holders[table] ?? new Set();
      const isFree = holding.size < (left[table] ?? 0);
      // No chair is free: a person who holds one takes another of their chosen topics instead, if they can.
      const yields = isFree ? undefined : [...holding].find((other) => other !== hand && give(other, tried));
      if (!isFree && !yields) continue;
      if (yields) {
        yields.given.delete(table);
        holding.delete(yields);
      }
      hand.given.add(table);
      holding.add(hand);
      return true;
    }
    return false;
  };
  for (const hand of hands) while (hand.given.size < hand.room && give(hand, new Set())) continue;
  return hands;
}

function roundsOf(indexed: IndexedQuestion, unit: number): number {
  let rounds = 0;
  for (let round = 0; round < indexed.counted; round += 1) if (chairs(indexed, unit, round) > 0) rounds += 1;
  return rounds;
}

/** By table, over all rounds: chairs that are left beside the people who stay. */
function chairsLeft(indexed: IndexedQuestion): Int32Array {
  const { units, tables, counted, seats } = indexed;
  const left = new Int32Array(tables);
  for (let round = 0; round < counted; round += 1) {
    const staying = new Int32Array(tables);
    units.forEach(({ stays }, unit) => {
      if (stays !== NOWHERE) staying[stays] = (staying[stays] ?? 0) + chairs(indexed, unit, round);
    });
    for (let table = 0; table < tables; table += 1)
      left[table] = (left[table] ?? 0) + Math.max(0, (seats[round * tables + table] ?? 0) - (staying[table] ?? 0));
  }
  return left;
}

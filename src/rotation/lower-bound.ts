import type { IndexedQuestion } from './indexed-question.ts';
import { NOWHERE } from './seat-matrix.ts';

/** Pairs among x people. */
export const pairs = (x: number): number => (x * (x - 1)) / 2;

/**
 * Pairs that end up together when people are spread over places as evenly as can be. No other way of spreading has
 * fewer.
 */
export function evenPairs(people: number, places: number): number {
  if (places <= 0) return 0;
  const [each, rest] = [Math.floor(people / places), people % places];
  return (places - rest) * pairs(each) + rest * pairs(each + 1);
}

/** No plan has a smaller excess: the larger of two counts, explained in the README. */
export function lowerBound(indexed: IndexedQuestion): number {
  const chosen = representatives(indexed);
  const there = presence(indexed, chosen);
  return Math.max(gridBound(indexed, chosen, there), pairBound(indexed, chosen, there));
}

/**
 * People of whom no two are kept together. Leaving others out only makes the excess smaller, so what holds for these
 * holds for all.
 */
function representatives(indexed: IndexedQuestion): Chosen[] {
  const { units, persons } = indexed;
  const staying = new Set<number>();
  const chosen: Chosen[] = [];
  units.forEach(({ members, stays }, unit) => {
    if (stays !== NOWHERE && staying.has(stays)) return;
    if (stays !== NOWHERE) staying.add(stays);
    let longest = persons[members[0] ?? 0];
    for (const member of members) if (hours(persons[member]) > hours(longest)) longest = persons[member];
    if (!longest) return;
    const { from, until } = longest;
    chosen.push({ unit, from, until, stays: stays !== NOWHERE && isAlwaysOpen(indexed, stays) });
  });
  return chosen;
}

/** How many are there in both of two rounds: `[one * counted + two]`, one ≤ two. */
function presence({ counted }: IndexedQuestion, chosen: readonly Chosen[]): Int32Array {
  const there = new Int32Array(counted * counted);
  for (const { from, until } of chosen)
    for (let one = from; one < Math.min(until, counted); one += 1)
      for (let two = one; two < Math.min(until, counted); two += 1) {
        const at = one * counted + two;
        there[at] = (there[at] ?? 0) + 1;
      }
  return there;
}

type Chosen = { unit: number; from: number; until: number; stays: boolean };

const hours = (person: { from: number; until: number } | undefined) => (person ? person.until - person.from : 0);

/** Two rounds make a grid, tables of the one by tables of the other: two people in one cell meet twice. */
function gridBound(indexed: IndexedQuestion, chosen: readonly Chosen[], there: Int32Array): number {
  const { counted, question } = indexed;
  let bound = 0;
  for (let one = 0; one < counted; one += 1)
    for (let two = one + 1; two < counted; two += 1)
      bound += question.shown?.length
        ? sharedPairs(indexed, chosen, one, two)
        : evenPairs(there[one * counted + two] ?? 0, openTables(indexed, one) * openTables(indexed, two));
  return bound;
}

function sharedPairs(indexed: IndexedQuestion, chosen: readonly Chosen[], one: number, two: number): number {
  const { shown, units } = indexed;
  const both = chosen.filter(({ from, until }) => from <= one && two < until);
  const isFixed = (round: number) =>
    round * units.length < shown.length &&
    both.every(({ unit }) => (shown[round * units.length + unit] ?? NOWHERE) !== NOWHERE);
  const at = (round: number, unit: number) => shown[round * units.length + unit] ?? NOWHERE;
  const [places, next] = [openTables(indexed, one), openTables(indexed, two)];
  // What has been shown stands: only the other round can still spread people.
  if (isFixed(one) && isFixed(two))
    return together(
      both.map(({ unit }) => at(one, unit) * indexed.tables + at(two, unit)),
      1
    );
  if (isFixed(one))
    return together(
      both.map(({ unit }) => at(one, unit)),
      next
    );
  if (isFixed(two))
    return together(
      both.map(({ unit }) => at(two, unit)),
      places
    );
  return evenPairs(both.length, places * next);
}

function together(cells: readonly number[], places: number): number {
  const sizes = new Map<number, number>();
  for (const cell of cells) sizes.set(cell, (sizes.get(cell) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + evenPairs(size, places), 0);
}

/** All encounters, spread evenly over the pairs that can meet. Two people who stay at different tables cannot. */
function pairBound(indexed: IndexedQuestion, chosen: readonly Chosen[], there: Int32Array): number {
  let encounters = 0;
  for (let round = 0; round < indexed.counted; round += 1)
    encounters += evenPairs(there[round * indexed.counted + round] ?? 0, openTables(indexed, round));
  // People who stay now may have travelled before, so only in a new plan is it sure that they never meet.
  const staying = indexed.question.shown?.length ? 0 : chosen.filter(({ stays }) => stays).length;
  return evenPairs(encounters, pairs(chosen.length) - pairs(staying));
}

function isAlwaysOpen({ seats, tables, counted }: IndexedQuestion, table: number): boolean {
  for (let round = 0; round < counted; round += 1) if (!seats[round * tables + table]) return false;
  return true;
}

function openTables({ seats, tables }: IndexedQuestion, round: number): number {
  let open = 0;
  for (let table = 0; table < tables; table += 1) if (seats[round * tables + table]) open += 1;
  return open;
}

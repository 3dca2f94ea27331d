import type { IndexedQuestion } from './indexed-question.ts';
import type { Quality } from './problem.ts';
import { NOWHERE, type Seated } from './seat-matrix.ts';

/** Times a unit that travels comes back to a table it has left. Hosts who swap stay once: that is no return. */
export function returnsIn({ units, counted, question }: IndexedQuestion, seated: Seated): number {
  const at = (unit: number, round: number) => seated[round * units.length + unit] ?? NOWHERE;
  let sum = 0;
  units.forEach(({ stays, members }, unit) => {
    for (let round = 1; stays === NOWHERE && round < counted; round += 1) {
      const table = at(unit, round);
      if (table === NOWHERE || (question.hosts === 'swaps' && at(unit, round - 1) === table)) continue;
      let before = round - 1;
      while (before >= 0 && at(unit, before) !== table) before -= 1;
      if (before >= 0) sum += members.length;
    }
  });
  return sum;
}

/** People at each table in each round: `[round * tables + table]`. */
export function occupancy({ units, rounds, tables, present }: IndexedQuestion, seated: Seated): Int16Array {
  const sizes = new Int16Array(rounds * tables);
  for (let place = 0; place < rounds * units.length; place += 1) {
    const table = seated[place] ?? NOWHERE;
    const at = Math.floor(place / units.length) * tables + table;
    if (table !== NOWHERE) sizes[at] = (sizes[at] ?? 0) + (present[place] ?? 0);
  }
  return sizes;
}

/** Of tables where people sit; empty ones are left out. */
export function sizesIn(occupied: Int16Array): Quality['sizes'] {
  let [least, most] = [Infinity, 0];
  for (const size of occupied) {
    if (size === 0) continue;
    least = Math.min(least, size);
    most = Math.max(most, size);
  }
  return { least: most === 0 ? 0 : least, most };
}

/** Same-tag pairs and soft keep-aparts at one table, counted once for each round. */
export function unwishedIn(indexed: IndexedQuestion, seated: Seated): number {
  return meetingsIn(indexed, seated, indexed.unwished);
}

export function meetingsIn({ units, rounds }: IndexedQuestion, seated: Seated, square: Uint8Array | null): number {
  if (!square) return 0;
  let count = 0;
  for (let one = 0; one < units.length; one += 1)
    for (let two = one + 1; two < units.length; two += 1) {
      const weight = square[one * units.length + two] ?? 0;
      if (weight === 0) continue;
      for (let round = 0; round < rounds; round += 1) {
        const table = seated[round * units.length + one] ?? NOWHERE;
        if (table !== NOWHERE && table === seated[round * units.length + two]) count += weight;
      }
    }
  return count;
}

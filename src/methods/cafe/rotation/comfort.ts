import { chairs, NOWHERE, type Layout, type Seated } from './layout.ts';
import type { Quality } from './problem.ts';

/** Times a unit that travels comes back to a table it has left. Hosts who swap stay once: that is no return. */
export function returnsIn({ units, counted, question }: Layout, seated: Seated): number {
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
export function occupancy(layout: Layout, seated: Seated): Int16Array {
  const sizes = new Int16Array(layout.rounds * layout.tables);
  layout.units.forEach((_, unit) => {
    for (let round = 0; round < layout.rounds; round += 1) {
      const table = seated[round * layout.units.length + unit] ?? NOWHERE;
      const at = round * layout.tables + table;
      if (table !== NOWHERE) sizes[at] = (sizes[at] ?? 0) + chairs(layout, unit, round);
    }
  });
  return sizes;
}

export function sizesIn(layout: Layout, seated: Seated): Quality['sizes'] {
  const sizes = occupancy(layout, seated).filter((size) => size > 0);
  return {
    least: sizes.reduce((a, b) => Math.min(a, b), sizes[0] ?? 0),
    most: sizes.reduce((a, b) => Math.max(a, b), 0)
  };
}

/** Same-tag pairs and soft keep-aparts at one table, counted once for each round. */
export function unwishedIn(layout: Layout, seated: Seated): number {
  return meetingsIn(layout, seated, layout.unwished);
}

export function meetingsIn({ units, rounds }: Layout, seated: Seated, square: Uint8Array | null): number {
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

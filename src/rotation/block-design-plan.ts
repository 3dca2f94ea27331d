import { designOf } from './block-designs.ts';
import type { Letters, Wanted } from './seats-by-letter.ts';

/** A stored plan for exactly so many tables and people at each. Hosts who stay do not fit into it. */
export function byDesign({ tables, letters, rounds, hosts }: Wanted, isFull: boolean): Letters | null {
  const design = hosts === 'none' && isFull ? designOf(tables, letters) : null;
  if (!design || design.length < rounds) return null;
  const paths = design.slice(0, rounds).reduce<number[][]>((walked, groups) => {
    const at = labelled(groups, walked);
    groups.forEach((group, index) => group.forEach((point) => (walked[point] ??= []).push(at[index] ?? 0)));
    return walked;
  }, []);
  const seats = Array.from({ length: tables }, (_, start) => paths.filter(([first]) => first === start));
  return {
    way: 'design',
    tables,
    letters,
    at: (start, letter, round) => seats[start]?.[letter]?.[round] ?? 0,
    step: () => null
  };
}

/**
 * A table for each group: it does not matter to a design which, so few people as possible find themselves where they
 * were.
 */
function labelled(groups: readonly number[][], walked: readonly number[][]): number[] {
  const been = groups.map((group) =>
    groups.map((_, table) => group.reduce((sum, point) => sum + (walked[point]?.includes(table) ? 1 : 0), 0))
  );
  const at = groups.map((_, index) => index);
  const cost = (group: number, table: number) => been[group]?.[table] ?? 0;
  for (let isBetter = true; isBetter;) {
    isBetter = false;
    for (let one = 0; one < at.length; one += 1)
      for (let two = 0; two < one; two += 1) {
        const [a, b] = [at[one] ?? 0, at[two] ?? 0];
        if (cost(one, b) + cost(two, a) >= cost(one, a) + cost(two, b)) continue;
        [at[one], at[two]] = [b, a];
        isBetter = true;
      }
  }
  return at;
}

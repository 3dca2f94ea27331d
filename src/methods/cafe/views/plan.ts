import type { Quality, Way, Plan } from '#rotation/problem.ts';

export type PlanView = {
  quality: Quality;
  way: Way;
  people: number;
  tables: number;
  /** Sizes by round: smallest and largest table. */
  sizes: { least: number; most: number }[];
};

/** A plan in figures: who sits where is told by seats, once it is shown. */
export function planView({ quality, way, rounds }: Plan): PlanView {
  const counts = rounds.map((seating) => {
    const sizes = new Map<string, number>();
    for (const table of Object.values(seating)) sizes.set(table, (sizes.get(table) ?? 0) + 1);
    return sizes;
  });
  return {
    quality,
    way,
    people: new Set(rounds.flatMap((seating) => Object.keys(seating))).size,
    tables: new Set(counts.flatMap((sizes) => [...sizes.keys()])).size,
    sizes: counts.map((sizes) => ({ least: Math.min(...sizes.values()), most: Math.max(...sizes.values()) }))
  };
}

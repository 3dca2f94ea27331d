import type { Plan } from '#rotation/problem.ts';
import type { PlanView } from '../views.ts';

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

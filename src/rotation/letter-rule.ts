import type { Question, Rule, Seat } from './problem.ts';

/** The rule by which these seats travel; null where some letter does not go the same number of tables for all. */
export function ruleOf({ tables }: Question, seats: readonly Seat[], open: readonly Seat[]): Rule | null {
  const steps: Record<number, number> = {};
  for (const { letter, step } of seats) {
    if (step === null || (steps[letter] ?? step) !== step) return null;
    steps[letter] = step;
  }
  if (seats.length === 0) return null;
  const visited = new Set<string>();
  for (const { step, path } of [...seats, ...open]) if (step !== 0) for (const table of path) visited.add(table);
  const counted = tables.filter(({ id }) => visited.has(id));
  return { steps, tables: counted.length, places: Object.fromEntries(counted.map(({ id }, place) => [id, place])) };
}

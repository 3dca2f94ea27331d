import type { Plan } from '../rotation/problem.ts';
import type { State } from '../state.ts';
import type { Letter } from '../views.ts';

/** The move to this round by letters. Null in the first, on the way home, and where a letter does not go the same number of tables for all. */
export function rule({ plan, round, rounds, returnHome }: State, of: number): Letter[] | null {
  if (!plan || round < 2 || (returnHome && round === of)) return null;
  const steps = stepsOf(plan);
  return steps && rounds[round]
    ? [...steps].map(([letter, step]) => ({ letter, step })).sort((a, b) => a.letter - b.letter)
    : null;
}

function stepsOf({ seats }: Plan): Map<number, number> | null {
  const steps = new Map<number, number>();
  for (const { letter, step } of Object.values(seats)) {
    if (step === null || (steps.get(letter) ?? step) !== step) return null;
    steps.set(letter, step);
  }
  return steps.size === 0 ? null : steps;
}

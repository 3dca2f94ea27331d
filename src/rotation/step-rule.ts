import type { Letters, Wanted } from './seats-by-letter.ts';

/**
 * The rule a card can carry: "A stays, B +1, C −1, D +2, E −2". Null when these steps let two people meet twice; they
 * never do when there are more tables than travelling letters × (rounds − 1).
 */
export function bySteps(wanted: Wanted): Letters | null {
  // Without hosts nobody should find themselves at one table all day, if there is room for another step.
  const choices = wanted.hosts === 'none' ? [travelling, staying] : [staying];
  if (wanted.hosts === 'swaps') return null;
  const step = choices.find((choice) => meetOnce(choice, wanted));
  return step
    ? {
        way: 'steps',
        tables: wanted.tables,
        letters: wanted.letters,
        at: (start, letter, round) => around(start + step(letter) * round, wanted.tables),
        step
      }
    : null;
}

/** 0, +1, −1, +2, −2 … */
export const staying = (letter: number): number => (letter % 2 === 1 ? (letter + 1) / 2 : -letter / 2 || 0);

/** +1, −1, +2, −2 … */
const travelling = (letter: number): number => staying(letter + 1);

/** Two letters whose steps differ by d meet again after r rounds exactly when d · r goes round the room. */
function meetOnce(step: (letter: number) => number, { tables, letters, rounds }: Wanted): boolean {
  if (tables > letters * (rounds - 1)) return true;
  for (let one = 0; one < letters; one += 1)
    for (let two = 0; two < one; two += 1)
      for (let round = 1; round < rounds; round += 1)
        if (around((step(one) - step(two)) * round, tables) === 0) return false;
  return isTravelled(step, { tables, letters, rounds });
}

/** Nobody who travels returns to a table. */
function isTravelled(step: (letter: number) => number, { tables, letters, rounds }: Omit<Wanted, 'hosts'>): boolean {
  if (step === staying) return true;
  for (let letter = 0; letter < letters; letter += 1)
    for (let round = 1; round < rounds; round += 1) if (around(step(letter) * round, tables) === 0) return false;
  return true;
}

/** Table numbers go round: past the last comes the first. */
export const around = (table: number, tables: number): number => {
  const place = table % tables;
  return place < 0 ? place + tables : place;
};

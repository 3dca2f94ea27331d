import { anneal, WARM } from './anneal.ts';
import { lowerBound } from './lower-bound.ts';
import { planByLetters } from './letter-plan.ts';
import { createRandomSource, type RandomSource } from './random-source.ts';
import type { IndexedQuestion } from './indexed-question.ts';
import { polish } from './local-search.ts';
import { NOWHERE, type Seated } from './seat-matrix.ts';
import { seatChoices } from './seat-by-choice.ts';
import { seatRest, reseatReturnHome } from './initial-seating.ts';
import { EXCESS, tallyOf, UNWISHED, type Tally } from './cost-tally.ts';

/** Work, counted in steps and not in seconds: the same seed gives the same plan on every machine. */
const RUNS = 4;
const STEPS_AT_MOST = 1_400_000;
const LARGE = 6;
const STEPS_EACH = 15_000;
const SHORTER_AT_MOST = 3;
const POLISH = 20_000;

/** Seats all people by search: annealing against the excess, then a local search for all other costs. */
export function search(indexed: IndexedQuestion, seed: number, effort: number): Seated {
  const random = createRandomSource(seed);
  const bound = lowerBound(indexed);
  const { units, tables, counted } = indexed;
  // A step at a large table takes longer.
  const most = STEPS_AT_MOST * Math.min(1, (LARGE * tables) / units.length);
  const steps = Math.ceil(effort * Math.min(most, STEPS_EACH * units.length * counted));
  let best = indexed.choices ? null : prolonged(indexed, seed, random);
  if (best) best = tallyFrom(indexed, anneal(indexed, best.seated, bound, steps, random, WARM));
  for (let run = best ? 1 : 0; run < RUNS && !isEnough(best, bound); run += 1) {
    const start = tallyOf(indexed);
    if (indexed.choices) seatChoices(start);
    seatRest(start, random);
    const tally = tallyFrom(indexed, anneal(indexed, start.seated, bound, steps, random));
    if (!best || tally.cost() < best.cost()) best = tally;
  }
  if (!best) return new Int16Array(0);
  polish(best, Math.ceil(effort * POLISH), random);
  reseatReturnHome(best);
  return best.seated;
}

/**
 * A rule for fewer rounds, and the rest by trying: where rounds outnumber what any rule can do, a good place to begin.
 */
function prolonged(indexed: IndexedQuestion, seed: number, random: RandomSource): Tally | null {
  for (let rounds = indexed.counted - 1; rounds >= indexed.counted - SHORTER_AT_MOST && rounds > 2; rounds -= 1) {
    const assigned = planByLetters({ ...indexed, rounds, counted: rounds }, seed);
    if (!assigned) continue;
    const tally = tallyFrom(indexed, assigned.seated);
    seatRest(tally, random);
    return tally;
  }
  return null;
}

const isEnough = (tally: Tally | null, bound: number) => tally !== null && tally.cost() < EXCESS * bound + UNWISHED;

export function tallyFrom(indexed: IndexedQuestion, seated: Seated): Tally {
  const tally = tallyOf(indexed);
  seated.forEach((table, place) => {
    if (table !== NOWHERE) tally.move(place % indexed.units.length, Math.floor(place / indexed.units.length), table);
  });
  return tally;
}

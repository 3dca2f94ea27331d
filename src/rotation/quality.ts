import { lowerBound } from './lower-bound.ts';
import { choicesKept } from './kept-choices.ts';
import { brokenRules } from './broken-rules.ts';
import { occupancy, returnsIn, sizesIn, unwishedIn } from './seating-measures.ts';
import { encountersOf } from './encounters.ts';
import type { IndexedQuestion } from './indexed-question.ts';
import type { Quality } from './problem.ts';
import type { Seated } from './seat-matrix.ts';

/** Counts a plan person by person, whatever way it was made. */
export function qualityOf(indexed: IndexedQuestion, seated: Seated): Quality {
  const { isThere, met, company, available, excess } = encountersOf(indexed, seated);
  const occupied = occupancy(indexed, seated);
  const [bound, present] = [lowerBound(indexed), sum(isThere)];
  // An absent person met nobody, and so is sorted first.
  const ranked = met
    .slice()
    .sort()
    .subarray(met.length - present);
  let [worst, ceiling] = [0, 0];
  for (let person = 0; person < met.length; person += 1) {
    worst = Math.max(worst, (company[person] ?? 0) - (met[person] ?? 0));
    ceiling = Math.max(ceiling, Math.min(company[person] ?? 0, available[person] ?? 0));
  }
  return {
    excess,
    bound,
    isOptimal: excess === bound,
    // From both sides of each pair.
    repeats: (sum(company) - sum(met)) / 2,
    worst,
    met: {
      least: ranked[0] ?? 0,
      median: ranked[Math.floor((present - 1) / 2)] ?? 0,
      most: ranked.at(-1) ?? 0,
      ceiling
    },
    share: sum(available) > 0 ? sum(met) / sum(available) : 0,
    returns: returnsIn(indexed, seated),
    sizes: sizesIn(occupied),
    choices: choicesKept(indexed, seated),
    unwished: unwishedIn(indexed, seated),
    broken: brokenRules(indexed, seated, occupied)
  };
}

function sum(figures: Int32Array | Uint8Array): number {
  let total = 0;
  for (let at = 0; at < figures.length; at += 1) total += figures[at] ?? 0;
  return total;
}

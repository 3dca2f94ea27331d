import { lowerBound } from './bounds.ts';
import { brokenRules } from './broken.ts';
import { returnsIn, sizesIn, unwishedIn } from './comfort.ts';
import { encountersOf } from './encounters.ts';
import type { Layout, Seated } from './layout.ts';
import type { Quality } from './problem.ts';

/** Counts a plan person by person, whatever way it was made. */
export function qualityOf(layout: Layout, seated: Seated): Quality {
  const { isThere, met, company, available, excess } = encountersOf(layout, seated);
  const sum = (figures: Int32Array) => figures.reduce((total, figure) => total + figure, 0);
  const most = (figures: Int32Array) => figures.reduce((found, figure) => Math.max(found, figure), 0);
  const ranked = met.filter((_, person) => isThere[person] === 1).sort();
  const repeats = company.map((times, person) => times - (met[person] ?? 0));
  const bound = lowerBound(layout);
  return {
    excess,
    bound,
    isOptimal: excess === bound,
    // From both sides of each pair.
    repeats: sum(repeats) / 2,
    worst: most(repeats),
    met: {
      least: ranked[0] ?? 0,
      median: ranked[Math.floor((ranked.length - 1) / 2)] ?? 0,
      most: ranked.at(-1) ?? 0,
      ceiling: most(company.map((times, person) => Math.min(times, available[person] ?? 0)))
    },
    share: sum(available) > 0 ? sum(met) / sum(available) : 0,
    returns: returnsIn(layout, seated),
    sizes: sizesIn(layout, seated),
    unwished: unwishedIn(layout, seated),
    broken: brokenRules(layout, seated)
  };
}

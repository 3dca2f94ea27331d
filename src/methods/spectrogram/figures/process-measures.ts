import { FEWEST, fewOf, type Few } from '#contract/people-counts.ts';
import { inRank } from './bins.ts';
import { zonesHeard } from '../talk/heard-zones.ts';
import type { Round } from '../state.ts';
import { quantile } from './statistics.ts';

/** How well it went, for those who lead. */
export type Measures = {
  /** People whose first place in this round came before the reveal; null where it would tell of one to four people. */
  beforeReveal: number | null;
  /** Seconds from the opening of the round to the first answer. Null under five, and at L0, where time is not kept. */
  secondsToAct: { median: number; p95: number } | null;
  /** Of the five fifths of the line, how many were called at least once. */
  zonesHeard: number;
};

/** How well a round went. Only of people who answered in it, not of those who stand where they stood before. */
export const measures = (round: Round): Measures => ({
  beforeReveal: beforeReveal(round),
  secondsToAct: secondsToAct(round),
  zonesHeard: zonesHeard(round.called)
});

/**
 * Independence: people whose first place came before the reveal, and so before they saw anybody else's. Null where
 * they, or the others, are one to four.
 */
function beforeReveal({ placements }: Round): Few {
  const all = Object.values(placements);
  const early = all.filter((placement) => placement.early).length;
  return fewOf(early, all.length);
}

/** From the opening of the round to the first answer: median and 95th percentile in whole seconds, of event times. */
function secondsToAct({ placements }: Round): Measures['secondsToAct'] {
  const times = inRank(Object.values(placements).flatMap(({ afterMs }) => (afterMs === null ? [] : [afterMs])));
  if (times.length < FEWEST) return null;
  const seconds = (share: number) => Math.round(quantile(times, share) / 1000);
  return { median: seconds(0.5), p95: seconds(0.95) };
}

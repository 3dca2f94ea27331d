import { FEWEST, fewOf, type Few } from '#contract/people-counts.ts';
import { inRank } from './bins.ts';
import { zonesHeard } from '../talk/heard-zones.ts';
import type { Round } from '../state.ts';
import { quantile } from './statistics.ts';

/** How well a round went. Only the console shows it. */
export type Measures = {
  /** How many people placed themselves before the reveal. Null where the number would tell of one to four people. */
  beforeReveal: number | null;
  /** Seconds from the opening of the round to the first answer. Null under five, and at L0, where time is not kept. */
  secondsToAct: { median: number; p95: number } | null;
  /** How many of the five fifths of the line were called at least once. */
  zonesHeard: number;
};

/** AnswerCounts only people who answered in this round, not people who kept their place from the round before. */
export const measures = (round: Round): Measures => ({
  beforeReveal: beforeReveal(round),
  secondsToAct: secondsToAct(round),
  zonesHeard: zonesHeard(round.called)
});

/**
 * How many people placed themselves before the reveal, so without seeing other places. Null when they, or the others,
 * are one to four people.
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

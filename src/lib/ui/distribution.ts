import type { ContinuumRound, Spread } from '#contract/harvest-blocks.ts';
import { bars, type Bar } from '#harvest/chart.ts';

/** A round in which enough people stood to draw it. */
export type Drawn = ContinuumRound & { readonly spread: Spread };

export const isDrawn = (round: ContinuumRound): round is Drawn => round.spread !== null;

export type ScaledBar = Bar & { narrow: boolean };

/** Too slim, on a phone, for a two-digit number above it. */
const NARROW = 0.075;

/** Both rounds at one scale: equal areas are equal numbers of people, above the line and below it. */
export function pair(after: Spread, before: Spread | null): { above: ScaledBar[]; below: ScaledBar[] } {
  const tallest = Math.max(densest(after), before ? densest(before) : 0);
  const scaled = (spread: Spread): ScaledBar[] =>
    bars(spread).map((bar) => ({
      ...bar,
      height: (bar.height * densest(spread)) / tallest,
      narrow: bar.width < NARROW
    }));
  return { above: scaled(after), below: before ? scaled(before) : [] };
}

const densest = ({ ranges }: Spread): number => Math.max(...ranges.map(({ from, to, count }) => count / (to - from)));

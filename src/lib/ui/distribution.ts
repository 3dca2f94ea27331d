import type { ContinuumRound, Spread } from '#contract/harvest-blocks.ts';
import { bars, type Bar } from '#harvest/chart.ts';

/** A round in which enough people stood to draw it. */
export type Drawn = ContinuumRound & { readonly spread: Spread };

export const isDrawn = (round: ContinuumRound): round is Drawn => round.spread !== null;

/** A bar with the side it stands on: nearer the first pole, in the middle fifth, nearer the second pole. */
export type SidedBar = Bar & { side: 'a' | 'mid' | 'b'; narrow: boolean };

/** Too slim, on a phone, for a two-digit number above it. */
const NARROW = 0.075;

/** Both rounds at one scale: equal areas are equal numbers of people, above the line and below it. */
export function pair(after: Spread, before: Spread | null): { above: SidedBar[]; below: SidedBar[] } {
  const tallest = Math.max(densest(after), before ? densest(before) : 0);
  const scaled = (spread: Spread): SidedBar[] =>
    bars(spread).map((bar) => {
      const centre = bar.start + bar.width / 2;
      const side = centre < 0.4 ? 'a' : centre > 0.6 ? 'b' : 'mid';
      return { ...bar, height: (bar.height * densest(spread)) / tallest, side, narrow: bar.width < NARROW };
    });
  return { above: scaled(after), below: before ? scaled(before) : [] };
}

const densest = ({ ranges }: Spread): number => Math.max(...ranges.map(({ from, to, count }) => count / (to - from)));

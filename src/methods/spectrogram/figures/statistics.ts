import type { Spread } from '#contract/harvest-blocks.ts';
import { agreement } from './agreement.ts';
import { FEWEST } from '#contract/people-counts.ts';
import { histogram, microaggregates, inRank, isBefore, LINE_END } from './bins.ts';

/** A number of people. `few`: none to four. `most`: all, or all but one to four. */
export type Moved = number | 'few' | 'most';

/**
 * The shift between two rounds whose dots are shown, by people who stand in both. An edition does not publish it:
 * beside the ranges of both rounds it would tell of single people.
 */
export type Shift = {
  readonly pairs: number;
  /** Median of (last − first), positive towards the second pole, to the tenth of the line. */
  readonly median: number;
  /** Median of |last − first|, to the tenth of the line. */
  readonly distance: number;
  /** People who moved more than a tenth of the line. */
  readonly moved: Moved;
  /** People who crossed the middle. */
  readonly crossed: Moved;
};

const SCALE_BINS = 7;
const CAMP_SHARE = 0.2;
const TENTH = LINE_END / 10;

/**
 * Null for fewer than five people. All figures are computed from {@link microaggregates}, so no combination of them tells more
 * than the aggregates do. `named` people agreed to be named and count at their true places. A reader can subtract them, so
 * the other people are aggregated without them.
 */
export function spread(others: readonly number[], named: readonly number[] = []): Spread | null {
  if (others.length + named.length < FEWEST) return null;
  const groups = microaggregates(others);
  const aggregated = inRank([...groups.flatMap(({ at, count }) => Array<number>(count).fill(at)), ...named]);
  const scale = histogram(aggregated, SCALE_BINS);
  const isTold = groups.length > 1;
  return {
    median: toTheTenth(quantile(aggregated, 0.5)),
    polarisation: isTold ? hundredths(polarisation(aggregated)) : null,
    agreement: isTold ? hundredths(agreement(scale)) : null,
    twoCamps: isTold && twoCamps(scale),
    ranges: groups.map(({ from, to, count }) => ({ from, to, count: count + within(named, from, to) }))
  };
}

/** Rounds a place or a step to a tenth of the line. Halves go towards the middle of the line, or towards no step. */
const toTheTenth = (x: number): number => (x > LINE_END / 2 ? LINE_END - nearest(LINE_END - x) : nearest(x));
const stepToTheTenth = (step: number): number => Math.sign(step) * Math.ceil(Math.abs(step) / TENTH - 0.5) * TENTH || 0;
const nearest = (x: number): number => Math.round(x / TENTH) * TENTH;
const hundredths = (value: number): number => Math.round(value * 100) / 100 || 0;
const within = (xs: readonly number[], from: number, to: number): number =>
  xs.filter((x) => !isBefore(x, from) && (to === LINE_END || isBefore(x, to))).length;

/**
 * `pairs` are [before, after] of one person each. Null for fewer than five pairs. “Nobody moved” is also told as “few”:
 * it would allow a reader to lay two rounds over each other and read the difference.
 */
export function shift(pairs: readonly (readonly [number, number])[]): Shift | null {
  if (pairs.length < FEWEST) return null;
  const steps = pairs.map(([before, after]) => after - before);
  const distances = steps.map(Math.abs);
  return {
    pairs: pairs.length,
    median: stepToTheTenth(median(steps)),
    distance: stepToTheTenth(median(distances)),
    moved: fewOrMost(distances.filter((distance) => distance > TENTH).length, pairs.length),
    crossed: fewOrMost(pairs.filter(([before, after]) => side(before) * side(after) < 0).length, pairs.length)
  };
}

function fewOrMost(count: number, of: number): Moved {
  if (count < FEWEST) return 'few';
  return of - count < FEWEST ? 'most' : count;
}

/** The middle value, or the mean of the two middle ones. */
export const median = (values: readonly number[]): number => quantile(inRank(values), 0.5);

/** By linear interpolation between neighbours in rank (R's type 7, PERCENTILE.INC of spreadsheets). 0 for no values. */
export function quantile(sorted: readonly number[], share: number): number {
  const rank = (sorted.length - 1) * share;
  const below = sorted[Math.floor(rank)] ?? 0;
  const above = sorted[Math.ceil(rank)] ?? 0;
  return below + (above - below) * (rank - Math.floor(rank));
}

/** 4 × population variance on [0, 1]: 0 on one spot, 1 with half at each pole, 1/3 evenly spread. */
export function polarisation(positions: readonly number[]): number {
  const mean = positions.reduce((sum, x) => sum + x, 0) / positions.length;
  const variance = positions.reduce((sum, x) => sum + (x - mean) ** 2, 0) / positions.length;
  return (4 * variance) / LINE_END ** 2;
}

/**
 * Two peaks with a valley between: each peak holds at least a fifth of the people, and some bin between them less than
 * half of the lower peak. Polarisation alone cannot tell this from an even spread.
 */
export function twoCamps(scale: readonly number[]): boolean {
  const people = scale.reduce((sum, count) => sum + count, 0);
  return scale.some((valley, i) => {
    const lower = Math.min(Math.max(0, ...scale.slice(0, i)), Math.max(0, ...scale.slice(i + 1)));
    return lower > 0 && lower >= CAMP_SHARE * people && valley < lower / 2;
  });
}

const side = (x: number): number => Math.sign(x - LINE_END / 2);

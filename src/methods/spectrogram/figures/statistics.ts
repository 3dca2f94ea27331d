import type { Shift, Spread } from '#harvest/blocks.ts';
import { agreement } from './agreement.ts';
import { FEWEST, few, histogram, LINE_END, ranges, thirds } from './bins.ts';

const SCALE_BINS = 7;
const CAMP_SHARE = 0.2;
const CLEAR_MOVE = LINE_END / 10;

/** Null for fewer than five people: no statistic for so few. */
export function spread(positions: readonly number[]): Spread | null {
  if (positions.length < FEWEST) return null;
  const sorted = inRank(positions);
  const scale = histogram(positions, SCALE_BINS);
  return {
    median: quantile(sorted, 0.5),
    quartiles: [quantile(sorted, 0.25), quantile(sorted, 0.75)],
    polarisation: polarisation(positions),
    agreement: agreement(scale),
    twoCamps: twoCamps(scale),
    thirds: hidden(thirds(positions)),
    ranges: ranges(positions)
  };
}

/**
 * Thirds of one to four people are not told. When that is one third alone, the smaller of the two others is not told
 * either: the rest of the sum would say what was hidden.
 */
function hidden(counted: readonly [number, number, number]): Spread['thirds'] {
  const [a = null, between = null, b = null] = counted.map(few);
  const told = [a, between, b].filter((count) => count !== null);
  if (told.length !== 2 || told.includes(0)) return [a, between, b];
  const smaller = Math.min(...told);
  if (between === smaller) return [a, null, b];
  return [a === smaller ? null : a, between, b === smaller ? null : b];
}

/** `pairs` are [before, after] of the same person. Null for fewer than five of them. */
export function shift(pairs: readonly (readonly [number, number])[]): Shift | null {
  if (pairs.length < FEWEST) return null;
  const steps = pairs.map(([before, after]) => after - before);
  const distances = steps.map(Math.abs);
  return {
    pairs: pairs.length,
    median: median(steps),
    distance: median(distances),
    moved: few(distances.filter((distance) => distance > CLEAR_MOVE).length),
    crossed: few(pairs.filter(([before, after]) => side(before) * side(after) < 0).length)
  };
}

/** The middle value, or the mean of the two middle ones. */
export const median = (values: readonly number[]): number => quantile(inRank(values), 0.5);

export const inRank = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

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

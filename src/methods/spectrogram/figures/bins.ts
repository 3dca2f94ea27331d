import type { Range } from '#contract/harvest-blocks.ts';
import { FEWEST } from '#contract/people-counts.ts';

export const LINE_END = 1000;
const FINEST_PARTS = 25;

/**
 * Which of `bins` (an odd number) equal parts of the line this position lies in, from 0. A place on the border between
 * two parts belongs to the one nearer the middle, so that a mirrored line gives mirrored bins.
 */
export function binOf(x: number, bins: number): number {
  const mirrored = x > LINE_END / 2;
  const fromItsPole = Math.floor(((mirrored ? LINE_END - x : x) * bins) / LINE_END);
  return mirrored ? bins - 1 - fromItsPole : fromItsPole;
}

export function histogram(positions: readonly number[], bins: number): number[] {
  const counts = new Array<number>(bins).fill(0);
  for (const x of positions) {
    const bin = binOf(x, bins);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/** A range of people who are published together. `at`: their common spot, the middle of a twenty-fifth of the line. */
export type Microaggregate = Range & { readonly at: number };

/** A stretch of the line in twenty-fifths. */
type Part = { readonly from: number; readonly to: number };

const parts = (...borders: number[]): Part[] => borders.slice(1).map((to, nth) => ({ from: borders[nth] ?? 0, to }));
/**
 * Level 0: nearer the first pole, the middle fifth, nearer the second pole. Level 1: fifths. Level 2: twenty-fifths.
 */
const LEVELS: readonly (readonly Part[])[] = [
  parts(0, 10, 15, 25),
  parts(0, 5, 10, 15, 20, 25),
  parts(...Array.from({ length: FINEST_PARTS + 1 }, (_, border) => border))
];
const PART = LINE_END / FINEST_PARTS;

/**
 * Cuts the line into ranges with five people or more each, as finely as crowds allow. A part with five people or more
 * is a crowd. Each crowd is cut again into smaller parts; people outside every crowd join the nearest crowd. Without a
 * second crowd all people are one range. No range is empty, so the end of a range does not tell where a person stands.
 * A reader who knows this rule cannot compute places from ranges: the same people, each on the spot of their aggregate,
 * would give the same ranges. So it is always possible that every person shares a spot with four others or more. Fewer
 * than five people are one aggregate. Related to microaggregation: J. Domingo-Ferrer and J. M. Mateo-Sanz, IEEE Trans.
 * Knowl. Data Eng. 14 (2002), 189–201.
 */
export function microaggregates(positions: readonly number[]): Microaggregate[] {
  const sorted = inRank(positions);
  const { crowds, borders } = cut(histogram(sorted, FINEST_PARTS), { from: 0, to: FINEST_PARTS }, 0);
  let [from, before, upTo] = [0, 0, 0];
  return crowds.map((crowd, nth) => {
    const to = borders[nth] ?? LINE_END;
    const isLast = nth === borders.length;
    while (upTo < sorted.length && (isLast || isBefore(sorted[upTo] ?? to, to))) upTo += 1;
    const aggregate = { from, to, count: upTo - before, at: spotIn(crowd, sorted.slice(before, upTo)) };
    [from, before] = [to, upTo];
    return aggregate;
  });
}

/** The crowds inside this part, and the borders between them, one fewer. */
function cut(counts: readonly number[], within: Part, level: number): { crowds: Part[]; borders: number[] } {
  const crowded = (LEVELS[level] ?? []).filter(
    ({ from, to }) => from >= within.from && to <= within.to && sum(counts.slice(from, to)) >= FEWEST
  );
  if (crowded.length === 0) return { crowds: [within], borders: [] };
  const finer = crowded.map((part) => cut(counts, part, level + 1));
  return {
    crowds: finer.flatMap(({ crowds }) => crowds),
    borders: finer.flatMap(({ borders }, nth) => {
      const [part, next] = [crowded[nth], crowded[nth + 1]];
      return part && next ? [...borders, ((part.to + next.from) / 2) * PART] : borders;
    })
  };
}

/** A spot inside the crowd, as near as possible to the median of its aggregate. */
function spotIn({ from, to }: Part, sorted: readonly number[]): number {
  const [below = LINE_END / 2, above = below] = [Math.floor, Math.ceil].map(
    (to) => sorted[to((sorted.length - 1) / 2)]
  );
  const middle = (below + above) / 2;
  const part = Math.min(Math.max(binOf(middle, FINEST_PARTS), from), to - 1);
  return (part + 0.5) * PART;
}

/**
 * As in {@link binOf}: a place on a border belongs to the side nearer the middle of the line; at the middle itself, to
 * the first pole's side.
 */
export const isBefore = (x: number, border: number): boolean => (border < LINE_END / 2 ? x < border : x <= border);

/** A typed array sorts numbers without a comparator, several times as fast in a full hall. */
export const inRank = (values: readonly number[]): number[] => Array.from(Float64Array.from(values).sort());

const sum = (counts: readonly number[]): number => counts.reduce((before, count) => before + count, 0);

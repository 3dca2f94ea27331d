import type { Range } from '#harvest/blocks.ts';

/** Under five people no figure is told about a group: one of them might be read from it. */
export const FEWEST = 5;
export const LINE_END = 1000;
const FINEST_RANGES = 25;

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

/** People nearer the first pole, in the middle fifth (400 to 600, borders included), nearer the second pole. */
export function thirds(positions: readonly number[]): [number, number, number] {
  const [a = 0, b = 0, middle = 0, d = 0, e = 0] = histogram(positions, 5);
  return [a + b, middle, d + e];
}

/** One to four people are told as null, “a few”: a zero and larger groups as they are. */
export const few = (count: number): number | null => (count > 0 && count < FEWEST ? null : count);

/**
 * The finest cut of the line, made of 25 equal parts, in which no range holds one to four people. Of two equally fine
 * cuts it takes the one whose last ranges are shortest. A range made of several parts then takes in the empty parts
 * beside it: where it ends would otherwise tell where the one person at its end stands. Empty for fewer than five.
 */
export function ranges(positions: readonly number[]): Range[] {
  if (positions.length < FEWEST) return [];
  const width = LINE_END / FINEST_RANGES;
  const cut = widened(finestCut(histogram(positions, FINEST_RANGES)));
  return cut.map(({ from, to, count }) => ({ from: from * width, to: to * width, count }));
}

/** `cuts[end]` is the finest cut of the parts before `end`, or null when there is none. */
function finestCut(counts: readonly number[]): Range[] {
  const cuts: (Range[] | null)[] = [[]];
  for (let end = 1; end <= counts.length; end += 1) {
    let best: Range[] | null = null;
    let count = 0;
    for (let from = end - 1; from >= 0; from -= 1) {
      count += counts[from] ?? 0;
      const before = cuts[from];
      if (!before || few(count) === null) continue;
      if (!best || before.length + 1 > best.length) best = [...before, { from, to: end, count }];
    }
    cuts.push(best);
  }
  return cuts[counts.length] ?? [];
}

function widened(cut: readonly Range[]): Range[] {
  const wide: Range[] = [];
  for (const range of cut) {
    let { from, count } = range;
    for (let last = wide.at(-1); last && blurs(last, { ...range, from, count }); last = wide.at(-1)) {
      ({ from } = last);
      count += last.count;
      wide.pop();
    }
    wide.push({ from, to: range.to, count });
  }
  return wide;
}

/** Whether one of two neighbours is empty and the other was made of several parts. */
const blurs = (one: Range, other: Range): boolean =>
  (one.count === 0 && isWide(other)) || (other.count === 0 && isWide(one));

const isWide = ({ from, to, count }: Range): boolean => count > 0 && to - from > 1;

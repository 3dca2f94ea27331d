import { LINE_END, binOf } from '../figures/bins.ts';
import { spreadDots } from './spread-dots.ts';
import type { People } from './dot-columns.ts';
import { LARGEST, blank, sideOf, type Rect, type Layout, type Packing } from './dot-layout.ts';

export type LayoutOptions = {
  before?: Packing | null;
  nowMs?: number;
  /** People who are drawn at the same size in a second box as large. Both are stacked on the coarsest bins. */
  beside?: People;
};

/** Up to so many people each dot is at its true place. Above it stacks are faster to read. */
export const TRUE_PLACES_MOST = 40;
/**
 * A smaller dot cannot be seen from ten metres, so below this size one dot stands for ten people. So it does above
 * {@link ONE_EACH_MOST} people.
 */
export const SMALLEST_SEEN = 5;
export const ONE_EACH_MOST = 5000;
/** The shortest time between two changes of size: more often, the picture would seem to pump. */
export const REST_MS = 2000;
export const WORTH_IT = 1.15;

// Odd, so that the middle of the line is a bin and not a border.
const BINS = [101, 51, 25];
export const COARSEST = 25;
/** The finest bins whose dots are at least this large are taken: such dots can be counted from the last row. */
const COUNTABLE = 24;
const TRUE_SIZES = [LARGEST, 34];
const SLOTS = 2621;

/**
 * One dot per person: at its true place while forty or fewer fit, then in stacks of 101, 51 or 25 bins with the largest
 * dots that fit the box. Inside a bin the order is that of arrival, so a dot that moves lands on top and pushes no
 * other dot. The packing of `before` stays until another size is worth the change. Source: unit histograms, after L.
 * Wilkinson, “Dot Plots”, The American Statistician 53 (1999).
 */
export function layOut(people: People, box: Rect, { before = null, nowMs = 0, beside }: LayoutOptions = {}): Layout {
  const rested = before === null || nowMs - before.sinceMs >= REST_MS;
  const most = before?.bins === null ? TRUE_PLACES_MOST * 1.1 : TRUE_PLACES_MOST;
  if (people.count <= most && !beside) {
    for (const size of TRUE_SIZES) {
      if (before?.bins === null && size > before.size && !rested) continue;
      const isSameSize = before?.bins === null && before.size === size;
      const placed = spreadDots(people, box, {
        bins: null,
        size,
        each: 1,
        sinceMs: isSameSize ? before.sinceMs : nowMs
      });
      if (placed) return placed;
    }
  }
  const both = beside ? [people, beside] : [people];
  const fresh = packingFor(both, box, nowMs);
  if (before === null || before.bins === null) return stack(people, box, fresh);
  const wanted = steady(before, fresh, both, box);
  if (rested) return stack(people, box, wanted);
  return { ...stack(people, box, { ...before, bins: before.bins }), unsettled: wanted.sinceMs !== before.sinceMs };
}

/** A layout with the packing of the people beside whom these are drawn. */
export const layOutLike = (people: People, box: Rect, { bins, size, each, sinceMs }: Packing): Layout =>
  stack(people, box, { bins: bins ?? COARSEST, size, each, sinceMs });

type Stacked = Packing & { bins: number };

function packingFor(rooms: readonly People[], box: Rect, nowMs: number): Stacked {
  const choices = rooms.length > 1 ? [COARSEST] : BINS;
  const count = Math.max(...rooms.map((people) => people.count));
  const ones = best(choices.map((bins) => ({ bins, size: largest(fullest(rooms, bins, 1), bins, box) })));
  if (ones.size >= SMALLEST_SEEN && count <= ONE_EACH_MOST) return { ...ones, each: 1, sinceMs: nowMs };
  return {
    bins: COARSEST,
    size: largest(fullest(rooms, COARSEST, 10), COARSEST, box),
    each: 10,
    sinceMs: nowMs
  };
}

function best(choices: readonly { bins: number; size: number }[]) {
  const finest = choices.find(({ size }) => size >= COUNTABLE);
  return finest ?? choices.reduce((better, choice) => (choice.size > better.size ? choice : better));
}

/** Dots grow only when the gain is worth it. They shrink only when they must, and then at least by `WORTH_IT`. */
function steady(before: Packing, fresh: Stacked, rooms: readonly People[], box: Rect): Stacked {
  const bins = before.bins ?? COARSEST;
  const fits = largest(fullest(rooms, bins, before.each), bins, box) >= before.size - 1e-6;
  if (!fits) return { ...fresh, size: Math.min(fresh.size, before.size / WORTH_IT) };
  if (fresh.each !== before.each && (fresh.each > before.each || fresh.size >= SMALLEST_SEEN * WORTH_IT)) return fresh;
  return fresh.size > before.size * WORTH_IT ? fresh : { ...before, bins };
}

function fullest(rooms: readonly People[], bins: number, each: number): number {
  return Math.max(0, ...rooms.map((people) => Math.max(...dotsPerBin(people, bins, each))));
}

/** A stack with one person or more has a dot, even where a dot is ten people. */
function dotsPerBin({ count, xs }: People, bins: number, each: number): Uint16Array {
  const counts = new Uint16Array(bins);
  for (let index = 0; index < count; index += 1) counts[binOf(xs[index] ?? 0, bins)]! += 1;
  if (each > 1) counts.forEach((here, bin) => (counts[bin] = here === 0 ? 0 : Math.max(1, Math.round(here / each))));
  return counts;
}

/** The largest size at which `high` dots fit into one bin. It tries how many stand side by side. */
function largest(high: number, bins: number, { width, height }: Rect): number {
  const binWidth = width / bins;
  let size = 0;
  for (let perRow = 1; binWidth / perRow > size; perRow += 1) {
    const fitting = Math.min(LARGEST, binWidth / perRow, high === 0 ? Infinity : height / Math.ceil(high / perRow));
    size = Math.max(size, fitting);
  }
  return size;
}

function stack(people: People, { width, height }: Rect, packing: Stacked): Layout {
  const { bins, size, each } = packing;
  const counts = dotsPerBin(people, bins, each);
  const binWidth = width / bins;
  const perRow = Math.max(1, Math.floor(binWidth / size + 1e-6));
  const inset = (binWidth - perRow * size) / 2;
  const rows = Math.ceil(Math.max(1, ...counts) / perRow);
  const pitch = rows > 1 ? Math.min(size, Math.max(0, (height - size) / (rows - 1))) : size;
  const layout = blank(
    packing,
    counts.reduce((sum, here) => sum + here, 0),
    bins
  );
  const taken = new Uint16Array(bins);
  let dot = 0;
  const put = (id: number, bin: number, side: number) => {
    const slot = taken[bin] ?? 0;
    taken[bin] = slot + 1;
    layout.ids[dot] = id;
    layout.xs[dot] = bin * binWidth + inset + ((slot % perRow) + 0.5) * size;
    layout.ys[dot] = Math.floor(slot / perRow) * pitch + size / 2;
    layout.sides[dot] = side;
    dot += 1;
  };
  if (each === 1)
    for (let index = 0; index < people.count; index += 1) {
      const x = people.xs[index] ?? 0;
      put(people.ids[index] ?? 0, binOf(x, bins), sideOf(x));
    }
  else
    counts.forEach((here, bin) => {
      const side = sideOf(((bin + 0.5) * LINE_END) / bins);
      for (let slot = 0; slot < here; slot += 1) put(bin * SLOTS + Math.min(slot, SLOTS - 1), bin, side);
    });
  counts.forEach((here, bin) => {
    layout.heights[bin] = here === 0 ? 0 : (Math.ceil(here / perRow) - 1) * pitch + size;
  });
  return layout;
}

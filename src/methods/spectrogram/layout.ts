import { LINE_END, binOf } from './bins.ts';
import type { People } from './people.ts';
import type { Position } from './views.ts';

/** In board units: one pixel of a picture 1080 high. */
export type Box = { width: number; height: number };

/** How dots share the space. `size` is their diameter. */
export type Packing = {
  /** Stacks on so many equal parts of the line; null while everybody is at their true place. */
  bins: number | null;
  size: number;
  /** People for whom one dot stands. */
  each: 1 | 10;
  /** When the size or the way last changed. */
  sinceMs: number;
};

/** Centres, in the order in which dots are drawn: `xs` from the start of the line, `ys` up from the line. */
export type Layout = Packing & {
  count: number;
  /** Numbers of dots; of stacks and slots in them where a dot is ten people. */
  ids: Uint16Array;
  xs: Float32Array;
  ys: Float32Array;
  /** Nearer the first pole, in the middle fifth, nearer the second. */
  sides: Uint8Array;
  /** How high each stack is; empty where there are none. */
  heights: Float32Array;
  /** Another size would be better, and the last change is too fresh: until then dots may overlap. Ask again in {@link REST_MS}. */
  unsettled: boolean;
};

export type Steadily = {
  before?: Packing | null;
  nowMs?: number;
  /** People drawn beside these ones at the same size, as large a box for each. Both are stacked on the coarsest bins. */
  beside?: People;
};

/** The largest dot a room needs: from the last row of 150 people it says “that is me”. */
export const LARGEST = 40;
/** Up to here everybody stands at their true place; from here on stacks are read faster. */
export const TRUE_PLACES_MOST = 40;
/** A smaller dot cannot be seen from ten metres: from there on one dot stands for ten people, and so beyond so many people. */
export const SMALLEST_SEEN = 5;
export const ONE_EACH_MOST = 5000;
/** A picture that changes its scale more often pumps. */
export const REST_MS = 2000;
export const WORTH_IT = 1.15;

/** Where a person stands on a line this long: half a dot from the end, so that nobody hangs over it. */
export const along = (x: Position, width: number): number =>
  LARGEST / 2 + (x / LINE_END) * Math.max(0, width - LARGEST);

// Odd, so that the middle of the line is a bin and not a border.
const BINS = [101, 51, 25];
export const COARSEST = 25;
/** Finer bins are kept as long as their dots are at least this large: easy to count from the last row. */
const COUNTABLE = 24;
const TRUE_SIZES = [LARGEST, 34];
const SLOTS = 2621;

/**
 * One person, one dot: at its true place while forty or fewer fit, then in stacks of 101, 51 or 25 bins with the
 * largest dots that fit the box. Inside a bin the order is that of arrival, so a mover lands on top and nobody else is
 * pushed. What was `before` stays until another size is worth it. Source: unit histograms, after L. Wilkinson, “Dot
 * Plots”, The American Statistician 53 (1999).
 */
export function layOut(people: People, box: Box, { before = null, nowMs = 0, beside }: Steadily = {}): Layout {
  const rested = before === null || nowMs - before.sinceMs >= REST_MS;
  const most = before?.bins === null ? TRUE_PLACES_MOST * 1.1 : TRUE_PLACES_MOST;
  if (people.count <= most && !beside) {
    for (const size of TRUE_SIZES) {
      if (before?.bins === null && size > before.size && !rested) continue;
      const kept = before?.bins === null && before.size === size;
      const placed = dodge(people, box, { bins: null, size, each: 1, sinceMs: kept ? before.sinceMs : nowMs });
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

/** Drawn like the others beside whom they stand. */
export const layOutLike = (people: People, box: Box, { bins, size, each, sinceMs }: Packing): Layout =>
  stack(people, box, { bins: bins ?? COARSEST, size, each, sinceMs });

type Stacked = Packing & { bins: number };

function packingFor(rooms: readonly People[], box: Box, nowMs: number): Stacked {
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

/** Grows only when it is worth it, shrinks only when it must and then by as much. */
function steady(before: Packing, fresh: Stacked, rooms: readonly People[], box: Box): Stacked {
  const bins = before.bins ?? COARSEST;
  const fits = largest(fullest(rooms, bins, before.each), bins, box) >= before.size - 1e-6;
  if (!fits) return { ...fresh, size: Math.min(fresh.size, before.size / WORTH_IT) };
  return fresh.size > before.size * WORTH_IT || fresh.each > before.each ? fresh : { ...before, bins };
}

function fullest(rooms: readonly People[], bins: number, each: number): number {
  return Math.max(0, ...rooms.map((people) => Math.max(...dotsPerBin(people, bins, each))));
}

/** A stack with somebody in it has a dot, however many people a dot stands for. */
function dotsPerBin({ count, xs }: People, bins: number, each: number): Uint16Array {
  const counts = new Uint16Array(bins);
  for (let index = 0; index < count; index += 1) counts[binOf(xs[index] ?? 0, bins)]! += 1;
  if (each > 1) counts.forEach((here, bin) => (counts[bin] = here === 0 ? 0 : Math.max(1, Math.round(here / each))));
  return counts;
}

/** The largest dots of which `high` fit into one bin, by trying how many stand side by side. */
function largest(high: number, bins: number, { width, height }: Box): number {
  const binWidth = width / bins;
  let size = 0;
  for (let perRow = 1; binWidth / perRow > size; perRow += 1) {
    const fitting = Math.min(LARGEST, binWidth / perRow, high === 0 ? Infinity : height / Math.ceil(high / perRow));
    size = Math.max(size, fitting);
  }
  return size;
}

function stack(people: People, { width, height }: Box, packing: Stacked): Layout {
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

/** Each dot, in order of arrival, at the lowest height where it touches nobody who came before. Null if they do not fit. */
function dodge(people: People, { width, height }: Box, packing: Packing): Layout | null {
  const { size } = packing;
  const layout = blank(packing, people.count, 0);
  for (let dot = 0; dot < people.count; dot += 1) {
    const x = along(people.xs[dot] ?? 0, width);
    const y = lowest(layout, dot, x, size);
    if (y + size / 2 > height) return null;
    layout.ids[dot] = people.ids[dot] ?? 0;
    layout.xs[dot] = x;
    layout.ys[dot] = y;
    layout.sides[dot] = sideOf(people.xs[dot] ?? 0);
  }
  return layout;
}

function lowest({ xs, ys }: Layout, before: number, x: number, size: number): number {
  const near: [number, number][] = [];
  for (let dot = 0; dot < before; dot += 1) {
    const [thereX = 0, thereY = 0] = [xs[dot], ys[dot]];
    if (Math.abs(thereX - x) < size) near.push([thereX, thereY]);
  }
  const heights = near.map(([thereX, thereY]) => thereY + Math.sqrt(size ** 2 - (thereX - x) ** 2));
  const free = [size / 2, ...heights]
    .sort((one, other) => one - other)
    .find((y) => near.every(([thereX, thereY]) => Math.hypot(thereX - x, thereY - y) >= size - 1e-3));
  return free ?? size / 2;
}

const blank = (packing: Packing, count: number, bins: number): Layout => ({
  ...packing,
  count,
  ids: new Uint16Array(count),
  xs: new Float32Array(count),
  ys: new Float32Array(count),
  sides: new Uint8Array(count),
  heights: new Float32Array(bins),
  unsettled: false
});

export const sideOf = (x: Position): 0 | 1 | 2 => (x < 0.4 * LINE_END ? 0 : x > 0.6 * LINE_END ? 2 : 1);

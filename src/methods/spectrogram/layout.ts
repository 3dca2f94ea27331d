import { LINE_END, binOf } from './bins.ts';
import type { Dot, Position } from './views.ts';

/** In board units: one pixel of a picture 1080 high. */
export type Box = { width: number; height: number };
/** How dots share the space: at their true places (`bins` null) or in stacks, one per bin. `size` is their diameter. */
export type Packing = { bins: number | null; size: number };
/** A centre: `x` from the start of the line, `y` up from the line. */
export type Place = { x: number; y: number };
export type Layout = Packing & { places: Map<number, Place> };

/** The largest dot a room needs: from the last row of 150 people it says “that is me”. */
export const LARGEST = 40;
/** Up to here everybody stands at their true place; from here on stacks are read faster. */
export const TRUE_PLACES_MOST = 40;
/** Where a person stands on a line this long: half a dot from the end, so that nobody hangs over it. */
export const along = (x: Position, width: number): number =>
  LARGEST / 2 + (x / LINE_END) * Math.max(0, width - LARGEST);

// Odd, so that the middle of the line is a bin and not a border.
const BINS = [101, 51, 25];
const COARSEST = 25;
/** Finer bins are kept as long as their dots are at least this large: easy to count from the last row. */
const COUNTABLE = 24;
// Each rung is a seventh smaller than the one before: sizes change seldom, so the picture does not pump.
const SIZES = Array.from({ length: 25 }, (_, rung) => LARGEST * 0.86 ** rung);
const SMALLEST = SIZES.at(-1) ?? 1;

/**
 * One person, one dot: at its true place while forty or fewer fit, then in stacks of 101, 51 or 25 bins with the
 * largest dots that fit the box. Inside a bin the order is that of arrival, so a mover lands on top and nobody else is
 * pushed. `before` is kept as long as it fits and is not much too small.
 */
export function layOut(dots: Readonly<Record<number, Dot>>, box: Box, before: Packing | null = null): Layout {
  const arrived = Object.entries(dots)
    .map(([id, dot]) => ({ id: Number(id), ...dot }))
    .sort((one, other) => one.order - other.order || one.id - other.id);
  if (arrived.length <= TRUE_PLACES_MOST) {
    const places = dodge(arrived, box.width);
    if (fitsUnder(places, box.height)) return { bins: null, size: LARGEST, places };
  }
  const packing = steady(before, packingFor(arrived, box), arrived, box);
  return { ...packing, places: stack(arrived, box.width, packing.bins, packing.size) };
}

type Arrived = Dot & { id: number };
type Stacked = { bins: number; size: number };

function packingFor(dots: readonly Arrived[], box: Box): Stacked {
  const choices = BINS.map((bins) => ({ bins, size: largestFor(fullest(dots, bins), bins, box) }));
  const finest = choices.find(({ size }) => size >= COUNTABLE);
  return finest ?? choices.reduce((best, choice) => (choice.size > best.size ? choice : best));
}

/** Grows only by more than one rung, shrinks only when it must. */
function steady(before: Packing | null, fresh: Stacked, dots: readonly Arrived[], box: Box): Stacked {
  if (!before || before.bins === null) return fresh;
  const { bins, size } = before;
  const nearly = fresh.size / size < 1.2;
  return nearly && fits(fullest(dots, bins), bins, size, box) ? { bins, size } : fresh;
}

function fullest(dots: readonly Arrived[], bins: number): number {
  const counts = new Map<number, number>();
  for (const { x } of dots) counts.set(binOf(x, bins), (counts.get(binOf(x, bins)) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

const largestFor = (count: number, bins: number, box: Box) =>
  SIZES.find((size) => fits(count, bins, size, box)) ?? (bins === COARSEST ? SMALLEST : 0);

const fits = (count: number, bins: number, size: number, { width, height }: Box) => {
  const perRow = Math.floor(width / bins / size);
  return perRow > 0 && Math.ceil(count / perRow) * size <= height;
};

function stack(dots: readonly Arrived[], width: number, bins: number, size: number): Map<number, Place> {
  const binWidth = width / bins;
  const perRow = Math.max(1, Math.floor(binWidth / size));
  const taken = new Map<number, number>();
  const places = new Map<number, Place>();
  for (const { id, x } of dots) {
    const bin = binOf(x, bins);
    const slot = taken.get(bin) ?? 0;
    taken.set(bin, slot + 1);
    const inset = (binWidth - perRow * size) / 2;
    places.set(id, {
      x: bin * binWidth + inset + ((slot % perRow) + 0.5) * size,
      y: (Math.floor(slot / perRow) + 0.5) * size
    });
  }
  return places;
}

/** Each dot, in order of arrival, at the lowest height where it touches nobody who came before. */
function dodge(dots: readonly Arrived[], width: number): Map<number, Place> {
  const places = new Map<number, Place>();
  for (const dot of dots) {
    const x = along(dot.x, width);
    const near = [...places.values()].filter((place) => Math.abs(place.x - x) < LARGEST);
    const heights = near.map((place) => place.y + Math.sqrt(LARGEST ** 2 - (place.x - x) ** 2));
    const free = [LARGEST / 2, ...heights]
      .sort((one, other) => one - other)
      .find((y) => near.every((place) => Math.hypot(place.x - x, place.y - y) >= LARGEST - 1e-6));
    places.set(dot.id, { x, y: free ?? LARGEST / 2 });
  }
  return places;
}

const fitsUnder = (places: Map<number, Place>, height: number) =>
  [...places.values()].every(({ y }) => y + LARGEST / 2 <= height);

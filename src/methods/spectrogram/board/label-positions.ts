import { LINE_END } from '../figures/bins.ts';
import type { Position } from '../placement.ts';

/** In board units: one pixel of a picture 1080 high. */
export type Rect = { width: number; height: number };

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
  /**
   * Another size would be better, and the last change is too fresh: until then dots may overlap. Ask again in {@link
   * REST_MS}.
   */
  unsettled: boolean;
};

/** The largest dot a room needs: from the last row of 150 people it says “that is me”. */
export const LARGEST = 40;

/** Where a person stands on a line this long: half a dot from the end, so that nobody hangs over it. */
export const along = (x: Position, width: number): number =>
  LARGEST / 2 + (x / LINE_END) * Math.max(0, width - LARGEST);

/** Nobody placed yet. */
export const blank = (packing: Packing, count: number, bins: number): Layout => ({
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

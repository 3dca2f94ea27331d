import { LINE_END } from '../figures/bins.ts';
import type { Position } from '../placement.ts';

/** A size in units of the picture: one pixel of a picture 1080 high. */
export type Rect = { width: number; height: number };

/** How large dots are and how they are stacked. `size` is their diameter. */
export type Packing = {
  /** Into how many equal parts of the line dots are stacked. Null while each dot is at its true place. */
  bins: number | null;
  size: number;
  /** How many people one dot stands for. */
  each: 1 | 10;
  /** When the size or the stacking last changed. */
  sinceMs: number;
};

/**
 * The centres of dots, in the order in which they are drawn. `xs` from the start of the line, `ys` up from the line.
 */
export type Layout = Packing & {
  count: number;
  /** Dot numbers. Where a dot is ten people: numbers made of the stack and the slot in it. */
  ids: Uint16Array;
  xs: Float32Array;
  ys: Float32Array;
  /** 0: nearer the first pole. 1: in the middle fifth. 2: nearer the second pole. */
  sides: Uint8Array;
  /** The height of each stack. Empty without stacks. */
  heights: Float32Array;
  /**
   * Another size would be better, but the last change is too recent, so dots may overlap until then. Ask again in
   * {@link REST_MS}.
   */
  unsettled: boolean;
};

/** The largest diameter: enough for a person in the last row of 150 people to find their own dot. */
export const LARGEST = 40;

/** The x of a position on a line of this width. The ends are half a dot inside, so that no dot hangs over them. */
export const along = (x: Position, width: number): number =>
  LARGEST / 2 + (x / LINE_END) * Math.max(0, width - LARGEST);

/** A layout for so many dots, to be filled. */
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

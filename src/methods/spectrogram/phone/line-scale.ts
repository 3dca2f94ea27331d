import type { Range } from '#contract/harvest-blocks.ts';
import type { ShapeRange } from '#wire/motion-frames.ts';
import { LINE_END } from '../figures/bins.ts';
import type { LineSeen } from '../views/line.ts';
import type { Mark, Position } from '../placement.ts';
import { phone as words } from '../words/phone.ts';

export type Poles = { poleA: string; poleB: string };

export const CENTRE = LINE_END / 2;
/** Up to so far from the centre counts as the middle. */
const CENTRE_HALF_WIDTH = 20;

/** The poles, with general words where their own were withdrawn. */
export const polesOf = ({ poleA, poleB }: LineSeen): Poles => ({
  poleA: poleA ?? words.poleA,
  poleB: poleB ?? words.poleB
});

/** A mark in a word or two, shown beside the line. Null: not placed yet. */
export function shortText(mark: Mark | null): string {
  if (mark === null) return words.notPlaced;
  if ('x' in mark) return words.position(mark.x);
  return mark.answer === 'unsure' ? words.saidUnsure : words.passed;
}

/** The same for a screen reader: “72 of 100, closer to ‘I live alone’”. */
export const fullText = (mark: Mark | null, poles: Poles): string =>
  mark && 'x' in mark ? words.placedAt(shortText(mark), nearness(mark.x, poles)) : shortText(mark);

function nearness(x: Position, { poleA, poleB }: Poles): string {
  const offset = x - CENTRE;
  if (Math.abs(offset) <= CENTRE_HALF_WIDTH) return words.inTheMiddle;
  const pole = offset < 0 ? poleA : poleB;
  return x === 0 || x === LINE_END ? words.allTheWay(pole) : words.closer(pole);
}

/** Ranges of a frame of moving dots, in the form of the view. */
export const rangesOf = (shape: readonly ShapeRange[]): Range[] =>
  shape.map(([to, count], nth) => ({ from: shape[nth - 1]?.[0] ?? 0, to, count }));

/**
 * Ranges as bars: areas are proportional to people, and the tallest bar has height 1. `side`: nearer the first pole, in
 * the middle fifth, nearer the second pole.
 */
export function heights(ranges: readonly Range[]): (Range & { height: number; side: 'a' | 'mid' | 'b' })[] {
  const dense = ({ from, to, count }: Range) => count / (to - from);
  const most = Math.max(...ranges.map(dense));
  return ranges.map((range) => {
    const centre = (range.from + range.to) / 2;
    const side = centre < 400 ? 'a' : centre > 600 ? 'b' : 'mid';
    return { ...range, height: dense(range) / most, side };
  });
}

/** How far a key moves the dot, in thousandths of the line; null for keys that mean something else. */
export function keyStep(key: string): number | null {
  return Object.hasOwn(STEPS, key) ? (STEPS[key] ?? null) : null;
}

export const STEP = 20;
const PAGE = 100;
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: STEP,
  ArrowUp: STEP,
  ArrowLeft: -STEP,
  ArrowDown: -STEP,
  PageUp: PAGE,
  PageDown: -PAGE,
  End: LINE_END,
  Home: -LINE_END
};

export const clampToLine = (x: number): Position => Math.round(Math.min(LINE_END, Math.max(0, x)));

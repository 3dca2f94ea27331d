import type { Range } from '#contract/blocks.ts';
import type { ShapeRange } from '#wire/crowd.ts';
import { LINE_END } from '../figures/bins.ts';
import type { LineSeen } from '../views/line.ts';
import type { Mark, Position } from '../placement.ts';
import { phone as words } from '../words/phone.ts';

export type Poles = { poleA: string; poleB: string };

export const CENTRE = LINE_END / 2;
/** Wider than this around the centre is nearer to one of the poles. */
const CENTRE_HALF_WIDTH = 20;

/** What the ends are called, also where their words were withdrawn. */
export const polesOf = ({ poleA, poleB }: LineSeen): Poles => ({
  poleA: poleA ?? words.poleA,
  poleB: poleB ?? words.poleB
});

/** A mark in a word or two, for beside the line; null is nobody's yet. */
export function shortText(mark: Mark | null): string {
  if (mark === null) return words.notPlaced;
  if ('x' in mark) return words.position(mark.x);
  return mark.answer === 'unsure' ? words.saidUnsure : words.passed;
}

/** The same for somebody who does not see the line: “72 of 100, closer to ‘I live alone’”. */
export const fullText = (mark: Mark | null, poles: Poles): string =>
  mark && 'x' in mark ? words.placedAt(shortText(mark), nearness(mark.x, poles)) : shortText(mark);

function nearness(x: Position, { poleA, poleB }: Poles): string {
  const offset = x - CENTRE;
  if (Math.abs(offset) <= CENTRE_HALF_WIDTH) return words.inTheMiddle;
  const pole = offset < 0 ? poleA : poleB;
  return x === 0 || x === LINE_END ? words.allTheWay(pole) : words.closer(pole);
}

/** What a frame tells, as the record tells it. */
export const rangesOf = (shape: readonly ShapeRange[]): Range[] =>
  shape.map(([to, count], nth) => ({ from: shape[nth - 1]?.[0] ?? 0, to, count }));

/**
 * As bars: their areas stand for people, and the tallest is 1. `side`: nearer the first pole, in the middle fifth,
 * nearer the second.
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

export const onTheLine = (x: number): Position => Math.round(Math.min(LINE_END, Math.max(0, x)));

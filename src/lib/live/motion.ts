import { AT_REST, decodeFrame, type ShapeRange } from '#wire/crowd.ts';

/**
 * What moves on one line just now. A new object at every frame; `dots` inside it is the same map all along, changed in
 * place, so that three thousand dots are not copied twenty times a second.
 */
export type Moving = {
  readonly topic: number;
  /** Dots that are not where the record says, by number. */
  readonly dots: ReadonlyMap<number, number>;
  /** How many stand in which ranges of the line, moving or not; null where dots are told. */
  readonly shape: readonly ShapeRange[] | null;
};

/** What is known after a frame. Bytes that make no sense change nothing. */
export function afterFrame(before: Moving | null, bytes: ArrayBuffer | Uint8Array): Moving | null {
  const frame = decodeFrame(bytes);
  if (!frame) return before;
  if (frame.kind === 'end') return before?.topic === frame.topic ? null : before;
  if (frame.kind === 'shape') return { topic: frame.topic, dots: new Map(), shape: frame.ranges };
  const dots =
    frame.kind === 'moved' && before?.topic === frame.topic
      ? (before.dots as Map<number, number>)
      : new Map<number, number>();
  for (const [dot, x] of frame.dots)
    if (x === AT_REST) dots.delete(dot);
    else dots.set(dot, x);
  return { topic: frame.topic, dots, shape: null };
}

/** The dots of the record, those that move where fingers have them. `fresh` draws one that is not on the line yet. */
export function withMoving<Dot extends { x: number }>(
  record: Readonly<Record<number, Dot>>,
  moving: Moving | null,
  fresh: (x: number) => Dot
): Readonly<Record<number, Dot>> {
  if (!moving || moving.dots.size === 0) return record;
  const merged: Record<number, Dot> = { ...record };
  for (const [dot, x] of moving.dots) {
    const resting = Object.hasOwn(record, dot) ? record[dot] : undefined;
    merged[dot] = resting ? { ...resting, x } : fresh(x);
  }
  return merged;
}

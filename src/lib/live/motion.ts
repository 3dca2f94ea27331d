import { AT_REST, decodeFrame, type ShapeRange } from '#wire/motion-frames.ts';

/**
 * What moves now on one topic. Each frame makes a new object, but `dots` stays the same map, changed in place, so that
 * three thousand dots are not copied twenty times a second.
 */
export type Moving = {
  readonly topic: number;
  /** Where dots are that differ from the record, by number. */
  readonly dots: ReadonlyMap<number, number>;
  /** How many people stand in which ranges, moving or not; null where dots are sent. */
  readonly shape: readonly ShapeRange[] | null;
};

/** What moves after a frame. Bytes that are no frame change nothing. */
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

/** The dots of the record, with moving ones where fingers have them. `fresh` makes a dot that the record lacks. */
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

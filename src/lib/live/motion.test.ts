import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AT_REST, encodeFrame, type CrowdFrame, type MovedDot } from '#wire/motion-frames.ts';
import { afterFrame, withMoving, type Moving } from './motion.ts';

const hears = (...frames: CrowdFrame[]): Moving | null =>
  frames.reduce<Moving | null>((before, frame) => afterFrame(before, encodeFrame(frame)), null);
const record = { 1: { x: 100, order: 1 }, 2: { x: 200, order: 2 } };
const fresh = (x: number) => ({ x, order: 99 });

test('a dot that moves is where the finger has it, the others where the record has them', () => {
  const moving = hears({ kind: 'moved', topic: 7, dots: [[2, 450]] });
  expect(withMoving(record, moving, fresh)).toEqual({ 1: { x: 100, order: 1 }, 2: { x: 450, order: 2 } });
});

test('a dot that comes to rest is back where the record has it', () => {
  const moving = hears(
    {
      kind: 'moved',
      topic: 7,
      dots: [
        [2, 450],
        [3, 10]
      ]
    },
    { kind: 'moved', topic: 7, dots: [[2, AT_REST]] }
  );
  expect(withMoving(record, moving, fresh)).toEqual({ ...record, 3: { x: 10, order: 99 } });
});

test('the end of a line leaves the record alone, the end of another changes nothing', () => {
  const moved: CrowdFrame = { kind: 'moved', topic: 7, dots: [[2, 450]] };
  expect(hears(moved, { kind: 'end', topic: 7 })).toBeNull();
  expect(hears(moved, { kind: 'end', topic: 8 })?.dots.get(2)).toBe(450);
  expect(withMoving(record, null, fresh)).toBe(record);
});

test('nothing of one line is ever seen on the next', () => {
  const moving = hears({ kind: 'moved', topic: 7, dots: [[2, 450]] }, { kind: 'moved', topic: 8, dots: [[1, 5]] });
  expect([...(moving?.dots ?? [])]).toEqual([[1, 5]]);
});

test('a room that grew big is told as a shape', () => {
  const ranges = [[500, 70] as const, [1000, 80] as const];
  const moving = hears({ kind: 'all', topic: 7, dots: [[2, 450]] }, { kind: 'shape', topic: 7, ranges });
  expect(moving).toEqual({ topic: 7, dots: new Map(), shape: ranges });
});

test('bytes that make no sense change nothing', () => {
  const before = hears({ kind: 'all', topic: 7, dots: [[2, 450]] });
  expect(afterFrame(before, new Uint8Array([0, 1]))).toBe(before);
});

test('whoever heard every change has what somebody who comes late is told at once', () => {
  const dots = fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.constantFrom(0, 500, 1000, AT_REST)), {
    maxLength: 9
  });
  fc.assert(
    fc.property(fc.array(dots, { maxLength: 20 }), (ticks) => {
      const server = new Map<number, number>();
      const frames = ticks.map((changes): CrowdFrame => {
        for (const [dot, x] of changes)
          if (x === AT_REST) server.delete(dot);
          else server.set(dot, x);
        return { kind: 'moved', topic: 7, dots: changes };
      });
      const late = hears({ kind: 'all', topic: 7, dots: [...server] as MovedDot[] });
      expect(new Map(hears({ kind: 'all', topic: 7, dots: [] }, ...frames)?.dots)).toEqual(new Map(late?.dots));
    })
  );
});

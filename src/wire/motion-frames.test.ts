import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeFrame, decodeMove, encodeFrame, encodeMove, motionTopic, type CrowdFrame } from './motion-frames.ts';

const u16 = fc.integer({ min: 0, max: 0xffff });
const u32 = fc.integer({ min: 0, max: 0xffffffff });
const frame: fc.Arbitrary<CrowdFrame> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('moved' as const, 'all' as const),
    topic: u32,
    dots: fc.array(fc.tuple(u16, u16), { maxLength: 300 })
  }),
  fc.record({
    kind: fc.constant('shape' as const),
    topic: u32,
    ranges: fc.array(fc.tuple(u16, u16), { maxLength: 25 })
  }),
  fc.record({ kind: fc.constant('end' as const), topic: u32 })
);

test('a frame says on arrival what it said on leaving, wherever in a buffer it lies', () => {
  fc.assert(
    fc.property(frame, fc.nat(9), (sent, before) => {
      const bytes = encodeFrame(sent);
      const pool = new Uint8Array(before + bytes.length + 3);
      pool.set(bytes, before);
      expect(decodeFrame(pool.subarray(before, before + bytes.length))).toEqual(sent);
      expect(decodeFrame(bytes.slice().buffer as ArrayBuffer)).toEqual(sent);
    })
  );
});

test('a move says on arrival what it said on leaving', () => {
  fc.assert(
    fc.property(u32, u16, (topic, x) => {
      expect(decodeMove(encodeMove({ topic, x }))).toEqual({ topic, x });
    })
  );
});

test('whatever else arrives is nothing, and never a fault', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      const move = decodeMove(bytes);
      expect(move === null).toBe(bytes.length !== 6);
      const read = decodeFrame(bytes);
      if (read) expect(encodeFrame(read)).toEqual(bytes);
    })
  );
  expect(decodeFrame(new Uint8Array([2, 0, 0, 0, 1, 9, 9]))).toBeNull();
  expect(decodeFrame(new Uint8Array([3, 0, 0, 0, 1, 9]))).toBeNull();
  expect(decodeFrame(new Uint8Array([9, 0, 0, 0, 1]))).toBeNull();
});

test('a frame of one moving dot is nine bytes, a shape at most a hundred and five, whatever the size of the room', () => {
  expect(encodeFrame({ kind: 'moved', topic: 1, dots: [[9_999, 1_000]] })).toHaveLength(9);
  const ranges = Array.from({ length: 25 }, (_, nth) => [nth * 40 + 40, 400] as const);
  expect(encodeFrame({ kind: 'shape', topic: 1, ranges })).toHaveLength(105);
});

test('more people on one place than a number holds are counted as many as it holds', () => {
  const told = (people: number) => ({ kind: 'shape' as const, topic: 1, ranges: [[1000, people] as const] });
  expect(decodeFrame(encodeFrame(told(70_000)))).toEqual(told(0xffff));
});

test('two lines of an evening have two numbers', () => {
  const lines = ['a1.1.1', 'a1.1.2', 'a1.2.1', 'a2.1.1'].flatMap((about) => [
    motionTopic('one', about),
    motionTopic('two', about)
  ]);
  expect(new Set(lines).size).toBe(8);
});

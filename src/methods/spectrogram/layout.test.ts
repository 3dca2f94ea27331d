import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LARGEST, layOut, type Box, type Layout } from './layout.ts';
import type { Dot } from './views.ts';

const box: Box = { width: 1480, height: 400 };

const room = (positions: readonly number[]): Record<number, Dot> =>
  Object.fromEntries(positions.map((x, index) => [index + 1, { x, order: index + 1 }]));

const inside = ({ places, size }: Layout) =>
  [...places.values()].every(
    ({ x, y }) =>
      x - size / 2 >= -1e-6 && x + size / 2 <= box.width + 1e-6 && y - size / 2 >= -1e-6 && y + size / 2 <= box.height
  );

const apart = ({ places, size }: Layout) => {
  const all = [...places.values()];
  return all.every((one, index) =>
    all.slice(index + 1).every((other) => Math.hypot(one.x - other.x, one.y - other.y) >= size - 1e-3)
  );
};

const positions = (most: number) => fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: most });

describe('the dots of a spectrogram', () => {
  test('stand inside the plot, whether one person came or three thousand', () => {
    for (const count of [1, 2, 3, 30, 40, 41, 100, 300, 1000, 3000]) {
      const spread = layOut(room(Array.from({ length: count }, (_, index) => (index * 389) % 1001)), box);
      const crowded = layOut(room(new Array<number>(count).fill(1000)), box);
      expect([count, spread.places.size, inside(spread)]).toEqual([count, count, true]);
      expect([count, crowded.places.size, inside(crowded)]).toEqual([count, count, true]);
    }
  });

  test('never lie on one another', () => {
    fc.assert(fc.property(positions(120), (xs) => apart(layOut(room(xs), box))));
  });

  test('are as large as the last row needs them for forty people, and countable for three hundred', () => {
    expect(layOut(room([100, 500, 900]), box).size).toBe(LARGEST);
    expect(layOut(room(Array.from({ length: 40 }, (_, index) => index * 25)), box).size).toBe(LARGEST);
    const bell = Array.from({ length: 300 }, (_, index) =>
      Math.round(500 + 480 * Math.sin(index) * Math.cos(index * 1.7))
    );
    expect(layOut(room(bell), box).size).toBeGreaterThan(20);
  });

  test('do not move when somebody arrives', () => {
    fc.assert(
      fc.property(positions(90), fc.integer({ min: 0, max: 1000 }), (xs, late) => {
        const before = layOut(room(xs), box);
        const after = layOut(room([...xs, late]), box, before);
        fc.pre(after.size === before.size && after.bins === before.bins);
        for (const [id, place] of before.places) expect(after.places.get(id)).toEqual(place);
      })
    );
  });

  test('do not jump when Ana moves: only her old stack closes up, and it keeps its order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 60, maxLength: 200 }),
        fc.integer({ min: 0, max: 1000 }),
        (xs, to) => {
          const people = room(xs);
          const before = layOut(people, box);
          const after = layOut({ ...people, 1: { x: to, order: 1000 } }, box, before);
          fc.pre(after.size === before.size && after.bins === before.bins && before.bins !== null);
          const binWidth = box.width / (before.bins ?? 1);
          const bin = (x = 0) => Math.floor(x / binWidth);
          const hers = bin(before.places.get(1)?.x);
          for (const [id, { x, y }] of before.places) {
            if (id === 1) continue;
            const now = after.places.get(id);
            if (bin(x) !== hers) expect(now).toEqual({ x, y });
            else expect([bin(now?.x), (now?.y ?? Infinity) <= y]).toEqual([hers, true]);
          }
        }
      )
    );
  });

  test('look the same on two boards that saw the same people', () => {
    const people = room([10, 10, 500, 990]);
    expect(layOut(people, box)).toEqual(layOut(structuredClone(people), box));
  });
});

import type { Dot } from '../figures/round-shape.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REST_MS, layOut } from './layout.ts';
import { LARGEST, type Rect, type Layout } from './dot-layout.ts';
import { peopleOf, fromBins, withMoving, type People } from './dot-columns.ts';

const box: Rect = { width: 1480, height: 400 };

const dots = (positions: readonly number[]): Record<number, Dot> =>
  Object.fromEntries(positions.map((x, index) => [index + 1, { x, order: index + 1 }]));
const room = (positions: readonly number[]): People => peopleOf(dots(positions));

type Spot = { id: number; x: number; y: number };
const spots = ({ ids, xs, ys }: Layout): Spot[] => [...ids].map((id, dot) => ({ id, x: xs[dot]!, y: ys[dot]! }));
const byId = (layout: Layout) => new Map(spots(layout).map(({ id, x, y }) => [id, { x, y }]));

const inside = (layout: Layout, { width, height } = box) =>
  spots(layout).every(
    ({ x, y }) =>
      x - layout.size / 2 >= -1e-2 &&
      x + layout.size / 2 <= width + 1e-2 &&
      y - layout.size / 2 >= -1e-2 &&
      y + layout.size / 2 <= height + 1e-2
  );

const apart = (layout: Layout) => {
  const all = spots(layout);
  return all.every((one, index) =>
    all.slice(index + 1).every((other) => Math.hypot(one.x - other.x, one.y - other.y) >= layout.size - 1e-2)
  );
};

const positions = (most: number) => fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: most });

/** Distributions of people, from a seeded generator that is the same in every run. */
function chance(): () => number {
  let seed = 7;
  return () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return (seed + 0.5) / 2 ** 31;
  };
}
function shaped(count: number, shape: (share: number) => number): number[] {
  const next = chance();
  return Array.from({ length: count }, () => Math.min(1000, Math.max(0, Math.round(1000 * shape(next())))));
}
const logit = (share: number) => Math.log(share / (1 - share));
const uniform = (count: number) => shaped(count, (share) => share);
const bell = (count: number) => shaped(count, (share) => 0.5 + 0.11 * logit(share));
const camps = (count: number) =>
  shaped(count, (share) => (share < 0.5 ? 0.2 + 0.055 * logit(2 * share) : 0.8 + 0.055 * logit(2 * share - 1)));
const atOnePole = (count: number) => [
  ...new Array<number>(Math.round(0.4 * count)).fill(0),
  ...shaped(count - Math.round(0.4 * count), (share) => 0.04 + 0.96 * share)
];
const onOneSpot = (count: number) => new Array<number>(count).fill(700);

describe('the dots of a spectrogram', () => {
  test('stand inside the plot, whether one person came or ten thousand', () => {
    for (const count of [1, 2, 3, 30, 40, 41, 100, 300, 1000, 3000, 10_000])
      for (const shape of [uniform, bell, camps, atOnePole, onOneSpot]) {
        const layout = layOut(room(shape(count)), box);
        expect([count, inside(layout)]).toEqual([count, true]);
        if (layout.each === 1) expect(layout.count).toBe(count);
      }
  });

  test('never lie on one another', () => {
    fc.assert(fc.property(positions(120), (xs) => apart(layOut(room(xs), box))));
  });

  test('do not move when somebody arrives', () => {
    fc.assert(
      fc.property(positions(90), fc.integer({ min: 0, max: 1000 }), (xs, late) => {
        const before = layOut(room(xs), box);
        const after = layOut(room([...xs, late]), box, { before, nowMs: REST_MS });
        fc.pre(after.size === before.size && after.bins === before.bins);
        const now = byId(after);
        for (const { id, x, y } of spots(before)) expect(now.get(id)).toEqual({ x, y });
      })
    );
  });

  test('do not jump when Ana moves: only her old stack closes up, and it keeps its order', () => {
    const crowd = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 60, maxLength: 200 });
    fc.assert(
      fc.property(crowd, fc.integer({ min: 0, max: 1000 }), fc.boolean(), (xs, to, byFinger) => {
        const before = layOut(room(xs), box);
        const moved = byFinger ? withMoving(room(xs), new Map([[1, to]])) : room(xs);
        const people = byFinger ? moved : peopleOf({ ...dots(xs), 1: { x: to, order: 1000 } });
        const after = layOut(people, box, { before, nowMs: REST_MS });
        fc.pre(after.size === before.size && after.bins === before.bins && before.bins !== null);
        const bin = (x = 0) => Math.floor(x / (box.width / (before.bins ?? 1)));
        const now = byId(after);
        const hers = bin(byId(before).get(1)?.x);
        for (const { id, x, y } of spots(before)) {
          if (id === 1) continue;
          if (bin(x) !== hers) expect(now.get(id)).toEqual({ x, y });
          else expect([bin(now.get(id)?.x), (now.get(id)?.y ?? Infinity) <= y]).toEqual([hers, true]);
        }
      })
    );
  });

  test('look the same on two boards that saw the same people', () => {
    const people = room([10, 10, 500, 990]);
    expect(layOut(people, box)).toEqual(layOut(structuredClone(people), box));
  });

  test('show one dot for ten people, and at least one where anybody stands', () => {
    const layout = layOut(room([...onOneSpot(8000), 0, 1000]), box);
    expect(layout.each).toBe(10);
    expect(layout.count).toBe(802);
  });

  test('of before and after are as large as one another', () => {
    const [after, before] = [room(uniform(200)), fromBins([...new Array<number>(24).fill(0), 200])];
    const layout = layOut(after, box, { beside: before });
    expect(layout.bins).toBe(25);
    expect(layout.size).toBe(layOut(before, box, { beside: after }).size);
  });
});

describe('the size of a dot on a plot of 1680 × 560', () => {
  const plot: Rect = { width: 1680, height: 560 };
  const sizes = (count: number, shapes: ((count: number) => number[])[]) =>
    shapes.map((shape) => layOut(room(shape(count)), plot));
  /** [people, ordinary shapes, 40 % at one pole, all on one spot, people for a dot]. Null: nothing is promised. */
  type Row = [number, [number, number], [number, number] | null, [number, number] | null, 1 | 10];
  const ROWS: Row[] = [
    [1, [32, 40], [32, 40], [32, 40], 1],
    [30, [32, 40], [32, 40], [33, 40], 1],
    // Twenty rows of two are all that 560 pixels hold.
    [40, [32, 40], [32, 40], [28, 33], 1],
    [100, [32, 40], [25, 29], [16, 17], 1],
    // By chance one of 51 stacks is a little higher than a smooth curve would have it.
    [300, [25, 33], [16, 17], [11, 11.5], 1],
    [1000, [16, 23], [9, 10], [6, 6.5], 1],
    [3000, [11, 16], [5, 5.5], null, 1]
  ];

  test.each(ROWS)('for %i people is what can be seen from ten metres', (count, ordinary, pole, spot, each) => {
    const within = ([from, to]: [number, number], { size }: Layout) => size >= from - 0.5 && size <= to + 0.5;
    for (const layout of sizes(count, [uniform, bell, camps])) {
      expect([count, layout.size, within(ordinary, layout), layout.each]).toEqual([count, layout.size, true, each]);
    }
    const [crowded, single] = sizes(count, [atOnePole, onOneSpot]);
    if (pole) expect([crowded!.size, within(pole, crowded!)]).toEqual([crowded!.size, true]);
    if (spot) expect([single!.size, within(spot, single!)]).toEqual([single!.size, true]);
  });

  test('falls below five pixels for nobody: one dot then stands for ten people', () => {
    expect(layOut(room(onOneSpot(3000)), plot)).toMatchObject({ each: 10, bins: 25 });
    for (const shape of [uniform, bell, camps, atOnePole, onOneSpot])
      expect(layOut(room(shape(10_000)), plot)).toMatchObject({ each: 10, bins: 25 });
  });

  test('is true to the place for forty, in stacks for a hundred, in 25 for three thousand', () => {
    expect(layOut(room(uniform(40)), plot).bins).toBe(null);
    expect(layOut(room(bell(100)), plot).bins).toBe(51);
    expect(layOut(room(onOneSpot(300)), plot).bins).toBe(25);
    expect(layOut(room(uniform(3000)), plot).bins).toBe(25);
    expect(layOut(room([500]), plot).size).toBe(LARGEST);
  });
});

describe('a picture that does not pump', () => {
  const large = { bins: 25, size: 12, each: 1 as const, sinceMs: 0 };

  test('keeps its size while another would differ by less than a seventh', () => {
    const fresh = layOut(room(uniform(300)), box);
    const before = { bins: fresh.bins, size: fresh.size / 1.1, each: 1 as const, sinceMs: 0 };
    expect(layOut(room(uniform(300)), box, { before, nowMs: 10_000 }).size).toBe(before.size);
  });

  test('changes at most every two seconds, and squeezes stacks meanwhile', () => {
    const crowd = room(onOneSpot(900));
    const soon = layOut(crowd, box, { before: large, nowMs: REST_MS - 1 });
    expect([soon.size, soon.unsettled, inside(soon)]).toEqual([large.size, true, true]);
    const later = layOut(crowd, box, { before: large, nowMs: REST_MS });
    expect([later.size < large.size / 1.1, later.unsettled, later.sinceMs]).toEqual([true, false, REST_MS]);
  });

  test('grows when many left, and not before two seconds', () => {
    const few = room(uniform(60));
    expect(layOut(few, box, { before: large, nowMs: 100 })).toMatchObject({ size: large.size, unsettled: true });
    expect(layOut(few, box, { before: large, nowMs: REST_MS }).size).toBeGreaterThan(large.size * 1.15);
  });

  test('goes back to one dot for each person as soon as they can be seen', () => {
    const before = layOut(room(bell(8000)), box);
    const after = layOut(room(bell(2000)), box, { before, nowMs: REST_MS });
    expect([before.each, after.each, after.size < before.size]).toEqual([10, 1, true]);
  });

  test('keeps true places when a few more than forty came', () => {
    const before = layOut(room(uniform(40)), box);
    expect(layOut(room(uniform(43)), box, { before }).bins).toBe(null);
    expect(layOut(room(uniform(43)), box).bins).toBe(51);
  });
});

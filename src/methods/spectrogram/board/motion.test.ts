import { expect, test } from 'vitest';
import { layOut } from './layout.ts';
import { Motion, TRAVEL_MS } from './motion.ts';
import { peopleOf } from './dot-columns.ts';

const box = { width: 1480, height: 400 };
const line = (xs: Record<number, number>) =>
  layOut(peopleOf(Object.fromEntries(Object.entries(xs).map(([id, x]) => [id, { x, order: Number(id) }]))), box);

test('Ana travels to her new place in 300 ms while Bo stands still', () => {
  const motion = new Motion();
  const [before, after] = [line({ 1: 100, 2: 900 }), line({ 1: 500, 2: 900 })];
  motion.aim(before, 0);
  expect(motion.frame(0)).toBe(false);
  motion.aim(after, 1000);
  expect(motion.xs[0]).toBe(before.xs[0]);
  expect(motion.frame(1000 + TRAVEL_MS / 2)).toBe(true);
  expect(motion.xs[0]).toBeGreaterThan(before.xs[0]!);
  expect(motion.xs[0]).toBeLessThan(after.xs[0]!);
  expect(motion.xs[1]).toBe(before.xs[1]);
  expect(motion.frame(1000 + TRAVEL_MS)).toBe(false);
  expect([...motion.xs]).toEqual([...after.xs]);
});

test('somebody who changes their mind on the way turns from where they are', () => {
  const motion = new Motion();
  motion.aim(line({ 1: 0, 2: 500 }), 0);
  motion.aim(line({ 1: 1000, 2: 500 }), 1000);
  motion.frame(1100);
  const onTheWay = motion.xs[0]!;
  motion.aim(line({ 1: 0, 2: 500 }), 1100);
  expect(motion.xs[0]).toBe(onTheWay);
  motion.frame(1050 + TRAVEL_MS);
  expect(motion.xs[0]).toBeLessThan(onTheWay);
});

test('a dot keeps its number when others come and go before it', () => {
  const motion = new Motion();
  motion.aim(line({ 1: 200, 2: 800 }), 0);
  motion.aim(line({ 2: 800, 3: 400 }), 1000);
  expect([...motion.xs]).toEqual([...line({ 2: 800, 3: 400 }).xs]);
  expect(motion.frame(1001)).toBe(false);
});

test('without motion everybody is there at once', () => {
  const motion = new Motion();
  motion.aim(line({ 1: 200 }), 0);
  const after = line({ 1: 800 });
  motion.aim(after, 1000, 0);
  expect([motion.frame(1000), motion.xs[0]]).toEqual([false, after.xs[0]]);
});

test('a reveal is over in a second and a half', () => {
  const motion = new Motion();
  const layout = line(Object.fromEntries(Array.from({ length: 30 }, (_, index) => [index + 1, index * 30])));
  motion.aim(layout, 0);
  motion.rise(0);
  expect(motion.frame(0)).toBe(true);
  expect(motion.ys[0]).toBeLessThan(layout.ys[0]!);
  expect(motion.frame(1500)).toBe(false);
  expect([...motion.ys]).toEqual([...layout.ys]);
});

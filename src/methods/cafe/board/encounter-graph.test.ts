import { describe, expect, it } from 'vitest';
import type { Path } from '../views/encounters.ts';
import { graphOf, HEIGHT, PEOPLE_MOST, WIDTH } from './encounter-graph.ts';

/** Letters that go +1, −1, +2 … at each move, as a plan by letters has it. */
const cafe = (tables: number, seats: number, rounds: number): Path[] =>
  Array.from({ length: tables * seats }, (_, person) => {
    const letter = person % seats;
    const step = letter === 0 ? 0 : letter % 2 === 1 ? (letter + 1) / 2 : -letter / 2;
    const first = Math.floor(person / seats);
    return Array.from({ length: rounds }, (_, round) => 1 + ((((first + step * round) % tables) + tables) % tables));
  });

const ROOMS = [
  [3, 4],
  [5, 5],
  [25, 6],
  [60, 5],
  [120, 5]
] as const;

describe('the graph of encounters', () => {
  it.each(ROOMS)('WC34 stays inside its picture, with %i tables of %i', (tables, seats) => {
    const { dots, labels } = graphOf(cafe(tables, seats, 3));
    for (const { x, y, radius } of dots) {
      expect(Math.abs(x) + radius).toBeLessThan(WIDTH / 2);
      expect(Math.abs(y) + radius).toBeLessThan(HEIGHT / 2);
    }
    for (const { x, y } of labels) {
      expect(Math.abs(x)).toBeLessThanOrEqual(WIDTH / 2 - 20);
      expect(Math.abs(y)).toBeLessThanOrEqual(HEIGHT / 2 - 20);
    }
  });

  it.each(ROOMS)('WC34 no two dots touch, and no two numbers, with %i tables of %i', (tables, seats) => {
    const { dots, labels } = graphOf(cafe(tables, seats, 3));
    const near = (points: readonly { x: number; y: number }[], least: number) =>
      points.filter((one, at) =>
        points.slice(at + 1).some((other) => Math.hypot(one.x - other.x, one.y - other.y) < least)
      );
    expect(near(dots, 2 * (dots[0]?.radius ?? 0))).toEqual([]);
    expect(near(labels, 45)).toEqual([]);
  });

  it('WC34 puts people in the order of their first table, and tells tables apart by more than a colour', () => {
    const { dots, labels, of } = graphOf(cafe(5, 5, 3));
    expect(of).toBe('people');
    expect(dots.map(({ kind }) => kind)).toEqual([0, 1, 2, 3, 4].flatMap((kind) => Array<number>(5).fill(kind)));
    expect(labels.map(({ text }) => text)).toEqual([1, 2, 3, 4, 5]);
    const far = (one: number, other: number) =>
      Math.hypot((dots[one]?.x ?? 0) - (dots[other]?.x ?? 0), (dots[one]?.y ?? 0) - (dots[other]?.y ?? 0));
    expect(far(4, 5)).toBeGreaterThan(1.5 * far(0, 1));
  });

  it('WC34 draws a thread for each pair at a table, round by round', () => {
    const { threads } = graphOf(cafe(5, 5, 3));
    expect(threads.map(({ layer, d }) => [layer, d.split('M').length - 1])).toEqual([
      [1, 50],
      [2, 50],
      [3, 50]
    ]);
  });

  it('WC34 is the same whenever it is drawn', () => {
    expect(graphOf(cafe(25, 6, 3))).toEqual(graphOf(cafe(25, 6, 3)));
  });

  it('WC34 draws tables where there are too many people, and threads as wide as how many went', () => {
    const paths = cafe(61, 5, 3);
    expect(paths.length).toBeGreaterThan(PEOPLE_MOST);
    const { of, dots, threads, layers } = graphOf(paths);
    expect([of, dots.length, layers]).toEqual(['tables', 61, 2]);
    const two = graphOf([...paths, ...paths]);
    const widest = (graph: typeof two) => Math.max(...graph.threads.map(({ width }) => width));
    expect(widest(two)).toBeGreaterThan(widest({ of, dots, threads, layers, labels: [] }));
  });

  it('WC34 needs nobody to have sat in every round', () => {
    const { dots, threads } = graphOf([
      [1, null],
      [null, 2],
      [1, 2]
    ]);
    expect(dots).toHaveLength(3);
    expect(threads).toHaveLength(2);
    expect(graphOf([])).toMatchObject({ dots: [], threads: [] });
  });
});

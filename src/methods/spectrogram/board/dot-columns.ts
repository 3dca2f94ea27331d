import type { Dot } from '../figures/round-shape.ts';
import { FEWEST } from '#contract/people-counts.ts';
import { median } from '../figures/statistics.ts';
import type { Position } from '../placement.ts';

/**
 * People on the line as columns, in order of arrival: objects for three thousand people would be made and thrown away
 * at every frame. `xs` are positions from 0 to 1000.
 */
export type People = { count: number; ids: Uint16Array; xs: Uint16Array };

/** All dot numbers are below this. */
export const DOTS_END = 65_536;

export const NOBODY: People = { count: 0, ids: new Uint16Array(0), xs: new Uint16Array(0) };

/** People sorted by `order`. Of two with the same `order` the smaller number comes first, so that all boards agree. */
export function peopleOf(dots: Readonly<Record<number, Dot>>): People {
  const keys = Object.keys(dots);
  const people = columnsFor(keys.length);
  const byNumber = new Uint16Array(DOTS_END);
  const ranks = new Float64Array(keys.length);
  keys.forEach((key, index) => {
    const id = Number(key);
    const dot = dots[id];
    byNumber[id] = dot?.x ?? 0;
    ranks[index] = (dot?.order ?? 0) * DOTS_END + id;
  });
  ranks.sort().forEach((rank, index) => {
    const id = rank % DOTS_END;
    people.ids[index] = id;
    people.xs[index] = byNumber[id] ?? 0;
  });
  return people;
}

/** People from positions without an order. */
export const peopleWithoutOrder = (positions: Readonly<Record<number, Position>>): People =>
  peopleOf(Object.fromEntries(Object.entries(positions).map(([id, x]) => [id, { x, order: 0 }])));

/**
 * Adds the dots that people are moving, as the last ones: they lie on top, and a stack that they cross does not open up
 * for them.
 */
export function withMoving(people: People, moving: ReadonlyMap<number, Position>): People {
  if (moving.size === 0) return people;
  const fingers = Uint16Array.from(moving.keys()).sort();
  const merged = columnsFor(people.count + fingers.length);
  let count = 0;
  const stand = (id: number, x: Position) => {
    merged.ids[count] = id;
    merged.xs[count] = x;
    count += 1;
  };
  for (let index = 0; index < people.count; index += 1) {
    const id = people.ids[index] ?? 0;
    if (!moving.has(id)) stand(id, people.xs[index] ?? 0);
  }
  for (const id of fingers) stand(id, Math.min(1000, moving.get(id) ?? 0));
  return { ...merged, count };
}

/** People of whom only the bin is known, each in the middle of it. Their numbers mean nothing. */
export function fromBins(bins: readonly number[]): People {
  const people = columnsFor(bins.reduce((sum, count) => sum + count, 0));
  let index = 0;
  bins.forEach((count, bin) => {
    const x = Math.round(((bin + 0.5) * 1000) / bins.length);
    for (const end = index + count; index < end; index += 1) {
      people.ids[index] = (index + 1) % DOTS_END;
      people.xs[index] = x;
    }
  });
  return people;
}

type Compared = {
  dots: readonly [Readonly<Record<number, Dot>>, Readonly<Record<number, Dot>>] | null;
  bins: readonly [readonly number[], readonly number[]] | null;
};

/**
 * Both rounds of a comparison: the same dots where they may be followed, otherwise people in bins. Empty at L0, where
 * only ranges are drawn.
 */
export const comparedPeople = ({ dots, bins }: Compared): [People, People] =>
  dots ? [peopleOf(dots[0]), peopleOf(dots[1])] : [fromBins(bins?.[0] ?? []), fromBins(bins?.[1] ?? [])];

/** The median position. Null under five people, about whom no figure is told. */
export const middleOf = ({ count, xs }: People): Position | null => (count < FEWEST ? null : median([...xs]));

/** Empty columns for so many people. */
const columnsFor = (count: number): People => ({ count, ids: new Uint16Array(count), xs: new Uint16Array(count) });

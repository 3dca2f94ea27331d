import type { Dot } from '../figures/figures.ts';
import { FEWEST } from '#contract/people-counts.ts';
import { median } from '../figures/statistics.ts';
import type { Position } from '../placement.ts';

/**
 * Who stands on the line, in order of arrival, as columns: three thousand objects would be made and thrown away at
 * every frame. `xs` are positions from 0 to 1000.
 */
export type People = { count: number; ids: Uint16Array; xs: Uint16Array };

/** Numbers of dots are below this. */
export const DOTS_END = 65_536;

export const NOBODY: People = { count: 0, ids: new Uint16Array(0), xs: new Uint16Array(0) };

/** Later ones last. Of two that arrived together the smaller number comes first, on every board. */
export function arrived(dots: Readonly<Record<number, Dot>>): People {
  const keys = Object.keys(dots);
  const people = room(keys.length);
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

/** Where they stood earlier, when nothing is known of the order. */
export const stood = (positions: Readonly<Record<number, Position>>): People =>
  arrived(Object.fromEntries(Object.entries(positions).map(([id, x]) => [id, { x, order: 0 }])));

/** Those whose fingers move last, on top of those who rest: a stack that they cross does not open up for them. */
export function withMoving(people: People, moving: ReadonlyMap<number, Position>): People {
  if (moving.size === 0) return people;
  const fingers = Uint16Array.from(moving.keys()).sort();
  const merged = room(people.count + fingers.length);
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

/** People of whom only the bin is known, in its middle. Their numbers say nothing. */
export function fromBins(bins: readonly number[]): People {
  const people = room(bins.reduce((sum, count) => sum + count, 0));
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
 * Both rounds of a comparison: the same dots where they may be followed, otherwise people in bins; nobody where ranges
 * are all that is told.
 */
export const comparedPeople = ({ dots, bins }: Compared): [People, People] =>
  dots ? [arrived(dots[0]), arrived(dots[1])] : [fromBins(bins?.[0] ?? []), fromBins(bins?.[1] ?? [])];

/**
 * Where the person in the middle stands, half way between two of them; null under five people, of whom no figure is
 * told.
 */
export const middleOf = ({ count, xs }: People): Position | null => (count < FEWEST ? null : median([...xs]));

/** A room this large, to be filled. */
const room = (count: number): People => ({ count, ids: new Uint16Array(count), xs: new Uint16Array(count) });

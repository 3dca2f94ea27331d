import type { Path } from '../views/encounters.ts';
import { around, lengthOf, outside, type Oval, type Point } from './ellipse.ts';

/** A picture `WIDTH` × `HEIGHT` around 0, as a wall draws it. */
export const WIDTH = 1728;
export const HEIGHT = 640;
/** Beyond it a dot for each person could not be told from the next one. */
export const PEOPLE_MOST = 300;

export type Dot = Point & { radius: number; kind: number };
export type Label = Point & { text: number };
/** Those drawn alike. `layer`: the round they come from, or the move, from 1. */
export type Thread = { layer: number; width: number; d: string };
export type Graph = { of: 'people' | 'tables'; layers: number; dots: Dot[]; labels: Label[]; threads: Thread[] };

const OVAL: Oval = { a: WIDTH / 2 - 78, b: HEIGHT / 2 - 72 };
const CENTRE: Point = { x: 0, y: 0 };
const KINDS = 7;
const DOT_MOST = 23;
const LABEL_OUT = 28;
const LABEL_WIDTH = 62;
/** The gap between the people of one table and those of the next, as a share of the place of one person. */
const GAP = 0.9;

/**
 * People on a ring in the order of their first table, and a thread between each two who shared one; above `PEOPLE_MOST`
 * the tables, and threads as wide as the number of people who went from one to the other. All threads of a table meet
 * in one knot, the later the round the nearer to the middle, so that rounds can be told apart without colours.
 */
export function graphOf(paths: readonly Path[]): Graph {
  return paths.length > PEOPLE_MOST ? ofTables(paths) : ofPeople(paths);
}

function ofPeople(paths: readonly Path[]): Graph {
  const rounds = roundsOf(paths);
  const groups = [...Map.groupBy(paths.keys(), (person) => firstOf(paths[person]))].sort(
    ([one], [other]) => one - other
  );
  const places = new Map<number, Point>();
  const slots = groups.flatMap(([, people]) => [null, ...people]);
  const points = around(
    OVAL,
    slots.map((person) => (person === null ? GAP : 1))
  );
  for (const [slot, person] of slots.entries()) if (person !== null) places.set(person, points[slot] ?? CENTRE);
  const at = (person: number): Point => places.get(person) ?? CENTRE;
  const heads = around(
    OVAL,
    groups.flatMap(([, { length }]) => [GAP, length])
  ).filter((_, slot) => slot % 2 === 1);

  const shared = sharedTables(paths);
  const radius = Math.min(DOT_MOST, (0.4 * lengthOf(OVAL)) / (paths.length + GAP * groups.length));
  return {
    of: 'people',
    layers: rounds,
    dots: groups.flatMap(([, people], group) =>
      people.map((person) => ({ ...at(person), radius, kind: group % KINDS }))
    ),
    labels: labelled(
      groups.map(([table], group) => ({ text: table, ...(heads[group] ?? CENTRE) })),
      radius
    ),
    threads: [...Map.groupBy(shared, ({ round }) => round)].map(([round, tables]) => ({
      layer: round + 1,
      width: thinFor(paths.length) * thinner(round, rounds),
      d: tables.flatMap(({ people }) => knotted(people.map(at), depth(round, rounds))).join('')
    }))
  };
}

function ofTables(paths: readonly Path[]): Graph {
  const tables = [...new Set(paths.flat())].filter((table) => table !== null).sort((one, other) => one - other);
  const points = around(
    OVAL,
    tables.map(() => 1)
  );
  const places = new Map(tables.map((table, at) => [table, points[at] ?? CENTRE]));
  const moves = Math.max(0, roundsOf(paths) - 1);
  const threads = Array.from({ length: moves }, (_, move) => {
    const byWidth = Map.groupBy(wentBetween(paths, move), ({ people }) => people);
    return [...byWidth].map(([people, went]): Thread => {
      const ends = went.map(({ from, to }) => [places.get(from) ?? CENTRE, places.get(to) ?? CENTRE]);
      const d = ends.flatMap((pair) => knotted(pair, depth(move + 1, moves + 1))).join('');
      return { layer: move + 1, width: thinFor(paths.length) * people, d };
    });
  }).flat();
  const radius = Math.min(DOT_MOST, (0.34 * lengthOf(OVAL)) / Math.max(1, tables.length));
  return {
    of: 'tables',
    layers: moves,
    dots: points.map((point, at) => ({ ...point, radius, kind: at % KINDS })),
    labels: labelled(
      tables.map((text, at) => ({ text, ...(points[at] ?? CENTRE) })),
      radius
    ),
    threads
  };
}

/** Who shared a table, by their places in the list. Rounds are counted from 0. */
function sharedTables(paths: readonly Path[]): { round: number; people: number[] }[] {
  return Array.from({ length: roundsOf(paths) }, (_, round) => {
    const tables = Map.groupBy(paths.keys(), (person) => paths[person]?.[round] ?? null);
    return [...tables].flatMap(([table, people]) => (table === null || people.length < 2 ? [] : [{ round, people }]));
  }).flat();
}

/** How many went from the one to the other, or back, after this round. */
function wentBetween(paths: readonly Path[], round: number): { from: number; to: number; people: number }[] {
  const went = new Map<string, { from: number; to: number; people: number }>();
  for (const path of paths) {
    const [one, other] = [path[round] ?? null, path[round + 1] ?? null];
    if (one === null || other === null || one === other) continue;
    const [from, to] = [Math.min(one, other), Math.max(one, other)];
    const known = went.get(`${from} ${to}`);
    went.set(`${from} ${to}`, { from, to, people: (known?.people ?? 0) + 1 });
  }
  return [...went.values()];
}

const roundsOf = (paths: readonly Path[]): number => Math.max(0, ...paths.map(({ length }) => length));

const firstOf = (path: Path | undefined): number => path?.find((table) => table !== null) ?? 0;

/** How far from its people towards the middle the knot of a table lies, 0 to 1. */
const depth = (round: number, rounds: number): number => 0.22 + (0.56 * round) / Math.max(1, rounds - 1);

/** Thin where there are many: threads are a cloth then, and not lines to follow. */
const thinFor = (people: number): number => Math.min(4, Math.max(1.6, 24 / Math.sqrt(people)));

/** Later rounds lie on top of earlier ones, and let them be seen. */
const thinner = (round: number, rounds: number): number => 1.2 - (0.5 * round) / Math.max(1, rounds - 1);

/** From each to each other through one knot. */
function knotted(ends: readonly Point[], inwards: number): string[] {
  const share = (1 - inwards) / ends.length;
  const knot = said({ x: sum(ends.map(({ x }) => x)) * share, y: sum(ends.map(({ y }) => y)) * share });
  return ends.flatMap((from, at) => ends.slice(at + 1).map((to) => `M${said(from)}C${knot} ${knot} ${said(to)}`));
}

/** Numbers outside the ring; where they would touch, only every second one, third one, and so on. */
function labelled(tables: readonly Label[], radius: number): Label[] {
  const every = Math.max(1, Math.ceil((tables.length * LABEL_WIDTH) / lengthOf(OVAL)));
  return tables
    .filter((_, index) => index % every === 0)
    .map(({ text, ...at }) => ({ ...outside(OVAL, at, radius + LABEL_OUT), text }));
}

const sum = (lengths: readonly number[]): number => lengths.reduce((all, length) => all + length, 0);

const said = ({ x, y }: Point): string => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;

import { chairs, type IndexedQuestion } from './indexed-question.ts';
import { NOWHERE, type Seated } from './seat-matrix.ts';
import { fixedAt } from './initial-seating.ts';

/** What annealing looks up at every step: flat, and allocated once. */
export type AnnealingState = {
  /** Rounds shared, by pair of units. */
  met: Uint8Array;
  /** Units at a table: `sitting[(round * tables + table) * width + spot]`, as many as `sizes` says. */
  sitting: Int16Array;
  width: number;
  sizes: Int16Array;
  /** Where a unit stands in the list of its table. */
  spot: Int16Array;
  people: Int16Array;
  /** Units that may be exchanged, by round. */
  movable: number[][];
  weights: Uint8Array;
  /** What it costs that two units share a table once; null when nobody minds. */
  bias: Float32Array | null;
  /** Rounds a unit is at a table: `[unit * tables + table]`; null when nobody chose where to go. */
  visits: Uint8Array | null;
  /**
   * Every unit is one person who may sit anywhere, and nobody chose a topic. Most questions are so, and are solved
   * twice as fast.
   */
  isPlain: boolean;
};

const APART = 8;
const UNWISHED = 0.2;

export function annealingStateOf(indexed: IndexedQuestion, seated: Seated): AnnealingState {
  const { units, tables, rounds, counted } = indexed;
  const count = units.length;
  const sizes = new Int16Array(rounds * tables);
  const spot = new Int16Array(rounds * count);
  const people = new Int16Array(rounds * tables);
  const movable = Array.from({ length: counted }, (): number[] => []);
  for (let round = 0; round < counted; round += 1)
    for (let unit = 0; unit < count; unit += 1) {
      const table = seated[round * count + unit] ?? NOWHERE;
      if (table === NOWHERE) continue;
      const place = round * tables + table;
      spot[round * count + unit] = sizes[place] ?? 0;
      sizes[place] = (sizes[place] ?? 0) + 1;
      people[place] = (people[place] ?? 0) + chairs(indexed, unit, round);
      if (fixedAt(indexed, unit, round) === NOWHERE) movable[round]?.push(unit);
    }
  const width = sizes.reduce((most, size) => Math.max(most, size), 1);
  const sitting = new Int16Array(rounds * tables * width);
  for (let place = 0; place < counted * count; place += 1) {
    const table = seated[place] ?? NOWHERE;
    if (table === NOWHERE) continue;
    sitting[(Math.floor(place / count) * tables + table) * width + (spot[place] ?? 0)] = place % count;
  }
  const state: AnnealingState = {
    met: new Uint8Array(count * count),
    sitting,
    width,
    sizes,
    spot,
    people,
    movable,
    weights: Uint8Array.from(units, ({ members }) => Math.min(members.length, 15)),
    bias: biasOf(indexed),
    visits: indexed.choices && visitsIn(indexed, seated),
    isPlain: !indexed.choices && units.every(({ members, may }) => members.length === 1 && !may)
  };
  eachPair(state, (one, two) => {
    const times = (state.met[one * count + two] ?? 0) + 1;
    state.met[one * count + two] = state.met[two * count + one] = times;
  });
  return state;
}

function visitsIn({ units, tables, counted }: IndexedQuestion, seated: Seated): Uint8Array {
  const visits = new Uint8Array(units.length * tables);
  for (let at = 0; at < counted * units.length; at += 1) {
    const place = (at % units.length) * tables + (seated[at] ?? NOWHERE);
    if (seated[at] !== NOWHERE) visits[place] = (visits[place] ?? 0) + 1;
  }
  return visits;
}

function biasOf({ apart, unwished, units }: IndexedQuestion): Float32Array | null {
  if (!apart && !unwished) return null;
  const bias = new Float32Array(units.length ** 2);
  return bias.map((_, pair) => APART * (apart?.[pair] ?? 0) + UNWISHED * (unwished?.[pair] ?? 0));
}

/** Excess by units, with what broken wishes cost. Pairs that both stay at one table are not counted. */
export function costOf({ units }: IndexedQuestion, state: AnnealingState): number {
  const { met, bias, weights } = state;
  const count = weights.length;
  let cost = 0;
  for (let one = 0; one < count; one += 1)
    for (let two = 0; two < one; two += 1) {
      const times = met[one * count + two] ?? 0;
      const isKept = units[one]?.stays === units[two]?.stays && units[one]?.stays !== NOWHERE;
      if (times > 1 && !isKept) cost += ((times * (times - 1)) / 2) * (weights[one] ?? 1) * (weights[two] ?? 1);
    }
  if (bias) eachPair(state, (one, two) => (cost += bias[one * count + two] ?? 0));
  return cost;
}

function eachPair({ sitting, sizes, width }: AnnealingState, callback: (one: number, two: number) => void): void {
  sizes.forEach((size, place) => {
    for (let one = 0; one < size; one += 1)
      for (let two = 0; two < one; two += 1)
        callback(sitting[place * width + one] ?? 0, sitting[place * width + two] ?? 0);
  });
}

import { createRandomSource, below } from './random-source.ts';
import type { IndexedQuestion } from './indexed-question.ts';
import { NOWHERE, type Seated } from './seat-matrix.ts';

/** Which unit has which seat, and the figures that change with every exchange. */
export type SeatExchange = {
  seated: Seated;
  /** People at each table, and how many of these stay: `[round * tables + table]`. */
  sizes: Int16Array;
  staying: Int16Array;
  /** Tables people travel between. */
  turning: readonly number[];
  /** Tables of a seat, `[seat * rounds + round]`, and the unit in it, or -1. */
  paths: Int16Array;
  holder: Int32Array;
  place: (seat: number, sign: 1 | -1) => void;
};

const OVERFULL = 1000;
const APART = 1000;
const UNWISHED = 10;
const EXCHANGES = 12_000;

/**
 * Exchanges two seats until nothing is left to wish for, or its turns are used. Tells whether every hard rule is kept
 * in the end.
 */
export function exchange(indexed: IndexedQuestion, state: SeatExchange, seed: number): boolean {
  const { seated, sizes, paths, holder, place } = state;
  const { units, rounds, apart, unwished, seats } = indexed;
  const near = { apart: neighbours(apart, units.length), unwished: neighbours(unwished, units.length) };
  const shared = (one: number, [others, weights]: Neighbours): number => {
    let sum = 0;
    for (const other of others[one] ?? [])
      for (let round = 0; round < rounds; round += 1) {
        const table = seated[round * units.length + one] ?? NOWHERE;
        if (table !== NOWHERE && seated[round * units.length + other] === table)
          sum += weights?.[one * units.length + other] ?? 0;
      }
    return sum;
  };
  /** What the unit in this seat costs, with the crowding of its tables. */
  const cost = (seat: number): number => {
    const unit = holder[seat] ?? -1;
    let sum = unit < 0 ? 0 : APART * shared(unit, near.apart) + UNWISHED * shared(unit, near.unwished);
    for (let round = 0; round < rounds; round += 1) {
      const at = round * indexed.tables + (paths[seat * rounds + round] ?? 0);
      const size = sizes[at] ?? 0;
      sum += OVERFULL * Math.max(0, size - (seats[at] ?? 0)) + (size * size) / 100;
    }
    return sum;
  };
  const isSound = () =>
    sizes.every((size, at) => size <= (seats[at] ?? 0)) &&
    (!apart || holder.every((unit) => unit < 0 || !shared(unit, near.apart)));
  const hasWishes = () => !unwished || holder.every((unit) => unit < 0 || shared(unit, near.unwished) === 0);
  const isContent = () => isEven(indexed, state) && hasWishes();

  if (isSound() && isContent()) return true;
  const random = createRandomSource(seed);
  for (let turn = 0; turn < EXCHANGES; turn += 1) {
    const [one, two] = [below(random, holder.length), below(random, holder.length)];
    if (holder[one] === holder[two]) continue;
    const before = cost(one) + cost(two);
    const swap = () => {
      place(one, -1);
      place(two, -1);
      [holder[one], holder[two]] = [holder[two] ?? -1, holder[one] ?? -1];
      place(one, 1);
      place(two, 1);
    };
    swap();
    if (cost(one) + cost(two) > before) swap();
    else if (turn % 64 === 0 && isSound() && isContent()) return true;
  }
  return isSound();
}

/**
 * In each round the sizes differ by one at most. A table that is full need not grow, and a table where all stay need
 * not shrink.
 */
function isEven({ rounds, tables, seats }: IndexedQuestion, { sizes, staying, turning }: SeatExchange): boolean {
  for (let round = 0; round < rounds; round += 1) {
    let [least, most] = [Infinity, 0];
    for (const table of turning) {
      const at = round * tables + table;
      const size = sizes[at] ?? 0;
      if (size < (seats[at] ?? 0)) least = Math.min(least, size);
      if (size > (staying[at] ?? 0)) most = Math.max(most, size);
    }
    if (most > least + 1) return false;
  }
  return true;
}

/** For each unit, the units with which it has a weight. */
type Neighbours = readonly [others: readonly (readonly number[])[], weights: Uint8Array | null];

function neighbours(weights: Uint8Array | null, units: number): Neighbours {
  if (!weights) return [[], null];
  const rows = Array.from({ length: units }, (_, one) => weights.subarray(one * units, (one + 1) * units));
  return [rows.map((row) => Array.from(row.keys()).filter((other) => row[other])), weights];
}

import { exchange } from './exchange-seats.ts';
import { chairs, type IndexedQuestion } from './indexed-question.ts';
import type { Letters } from './seats-by-letter.ts';
import type { Seat } from './problem.ts';
import { NOWHERE, type Seated } from './seat-matrix.ts';

export type SeatAssignment = {
  letters: Letters;
  seated: Seated;
  /** Seat by unit; a unit that stays has none. */
  seats: ReadonlyMap<number, Seat>;
  open: readonly Seat[];
};

/**
 * Hands seats out letter by letter, in the order people came. Which person takes which seat does not change the
 * repeats, so exchanges of seats can meet wishes, small tables and even sizes. Null when a hard rule stays broken.
 */
export function assignSeats(
  indexed: IndexedQuestion,
  letters: Letters,
  turning: readonly number[],
  first: number,
  seed: number
): SeatAssignment | null {
  const { units, rounds, counted, tables } = indexed;
  const travellers = units.map((_, unit) => unit).filter((unit) => units[unit]?.stays === NOWHERE);
  const count = (letters.letters - first) * turning.length;
  const paths = new Int16Array(count * rounds);
  for (let seat = 0; seat < count; seat += 1) {
    const [start, letter] = [seat % turning.length, Math.floor(seat / turning.length) + first];
    for (let round = 0; round < rounds; round += 1)
      // The round home leads each person to the table where they began.
      paths[seat * rounds + round] = turning[letters.at(start, letter, round < counted ? round : 0)] ?? 0;
  }
  const holder = new Int32Array(count).fill(-1);
  inOrder(indexed, travellers).forEach((unit, seat) => (holder[seat] = unit));

  const seated: Seated = new Int16Array(rounds * units.length).fill(NOWHERE);
  const sizes = new Int16Array(rounds * tables);
  const put = (unit: number, round: number, table: number, sign: 1 | -1) => {
    const people = chairs(indexed, unit, round);
    if (people === 0) return;
    seated[round * units.length + unit] = sign > 0 ? table : NOWHERE;
    sizes[round * tables + table] = (sizes[round * tables + table] ?? 0) + sign * people;
  };
  const place = (seat: number, sign: 1 | -1) => {
    const unit = holder[seat] ?? -1;
    if (unit < 0) return;
    for (let round = 0; round < rounds; round += 1) put(unit, round, paths[seat * rounds + round] ?? 0, sign);
  };
  units.forEach(({ stays }, unit) => {
    for (let round = 0; stays !== NOWHERE && round < rounds; round += 1) put(unit, round, stays, 1);
  });
  const staying = sizes.slice();
  for (let seat = 0; seat < count; seat += 1) place(seat, 1);
  if (!exchange(indexed, { seated, sizes, staying, turning, paths, holder, place }, seed)) return null;

  const seatOf = (seat: number): Seat => {
    const letter = Math.floor(seat / turning.length) + first;
    const path: string[] = [];
    for (let round = 0; round < rounds; round += 1) path.push(idOf(indexed, paths[seat * rounds + round] ?? 0));
    return { table: path[0] ?? '', letter, step: letters.step(letter), path };
  };
  const seats = new Map<number, Seat>();
  const open: Seat[] = [];
  for (let seat = 0; seat < count; seat += 1) {
    if ((holder[seat] ?? -1) >= 0) seats.set(holder[seat] ?? 0, seatOf(seat));
    else open.push(seatOf(seat));
  }
  units.forEach(({ stays, isHost }, unit) => {
    if (!isHost) return;
    const table = idOf(indexed, stays);
    seats.set(unit, { table, letter: 0, step: 0, path: new Array<string>(rounds).fill(table) });
  });
  return { letters, seated, seats, open };
}

/** People who share a tag take neighbouring seats, because people of one letter never meet. */
function inOrder({ units, unwished, apart }: IndexedQuestion, travellers: readonly number[]): number[] {
  if (!unwished && !apart) return [...travellers];
  const left = new Set(travellers);
  const order: number[] = [];
  for (const unit of travellers) {
    const near = [unit];
    for (let one = near.pop(); one !== undefined; one = near.pop()) {
      if (!left.delete(one)) continue;
      order.push(one);
      for (const other of left)
        if (unwished?.[one * units.length + other] || apart?.[one * units.length + other]) near.push(other);
    }
  }
  return order;
}

const idOf = ({ question }: IndexedQuestion, table: number): string => question.tables[table]?.id ?? '';

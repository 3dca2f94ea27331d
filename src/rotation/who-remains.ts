import type { IndexedQuestion } from './indexed-question.ts';
import { NOWHERE, type Seated } from './seat-matrix.ts';

/** When hosts swap: how many remain at each table from one round to the next. Nobody remaining is what costs. */
export type Remaining = {
  /** How many tables, of these two and around this round, are left without a person who remains. */
  lacking(round: number, a: number, b: number): number;
  /** Takes note that `one` goes from a to b in this round, and `two` from b to a; with −1 that they went back. */
  note(round: number, one: number, two: number, a: number, b: number, sign: 1 | -1): void;
  all(): number;
};

export function remainingOf({ units, tables, counted, seats }: IndexedQuestion, seated: Seated): Remaining {
  const count = units.length;
  const kept = new Int16Array(Math.max(0, counted - 1) * tables);
  const where = (round: number, unit: number) =>
    round < 0 || round >= counted ? NOWHERE : (seated[round * count + unit] ?? NOWHERE);
  for (let round = 0; round + 1 < counted; round += 1)
    for (let unit = 0; unit < count; unit += 1) {
      const table = where(round, unit);
      if (table !== NOWHERE && where(round + 1, unit) === table)
        kept[round * tables + table] = (kept[round * tables + table] ?? 0) + 1;
    }
  const lacks = (round: number, table: number) => {
    if (round < 0 || round + 1 >= counted) return 0;
    const isOpen = seats[round * tables + table] && seats[(round + 1) * tables + table];
    return isOpen && kept[round * tables + table] === 0 ? 1 : 0;
  };
  const moves = (round: number, unit: number, from: number, to: number, sign: number) => {
    for (const near of [round - 1, round + 1]) {
      const table = where(near, unit);
      const place = Math.min(round, near) * tables + table;
      if (table === NOWHERE) continue;
      if (table === from) kept[place] = (kept[place] ?? 0) - sign;
      if (table === to) kept[place] = (kept[place] ?? 0) + sign;
    }
  };
  return {
    lacking: (round, a, b) => lacks(round - 1, a) + lacks(round, a) + lacks(round - 1, b) + lacks(round, b),
    note(round, one, two, a, b, sign) {
      moves(round, one, a, b, sign);
      moves(round, two, b, a, sign);
    },
    all() {
      let sum = 0;
      for (let round = 0; round + 1 < counted; round += 1)
        for (let table = 0; table < tables; table += 1) sum += lacks(round, table);
      return sum;
    }
  };
}

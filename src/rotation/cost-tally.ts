import { chairs, type IndexedQuestion } from './indexed-question.ts';
import { NOWHERE, type Seated } from './seat-matrix.ts';

/**
 * A plan in the making, with every figure of its cost kept up to date move by move. Clear rather than fast: annealing,
 * which makes millions of moves, keeps a state of its own.
 */
export type Tally = {
  indexed: IndexedQuestion;
  seated: Seated;
  /** Rounds shared, by pair of units: `[a * units + b]`. */
  met: Uint8Array;
  /** Units by round and table: `[round * tables + table]`. */
  at: number[][];
  people: Int16Array;
  /** How many rounds a travelling unit is at a table: `[unit * tables + table]`. */
  visits: Uint8Array;
  /** Sends a unit to a table for one round; to {@link NOWHERE} when it is to be placed anew. */
  move(unit: number, round: number, table: number): void;
  cost(): number;
  /** The part of it that people who meet again make. */
  excess(): number;
};

/** Each is heavy enough that what stands below it can hardly ever pay for it: the objective in its order. */
export const HARD = 1e10;
/** One choice may cost thirty repeats, and never a chair. */
const CHOICE = 3e8;
export const EXCESS = 1e7;
export const UNWISHED = 1e5;
const WORST = 1e2;
const RETURN = 1;
const STEP = 1e-5;

export function tallyOf(indexed: IndexedQuestion): Tally {
  const { units, tables, rounds, counted, seats, apart, unwished, choices, question } = indexed;
  const count = units.length;
  const seated: Seated = new Int16Array(rounds * count).fill(NOWHERE);
  const met = new Uint8Array(count * count);
  const at = Array.from({ length: rounds * tables }, (): number[] => []);
  const people = new Int16Array(rounds * tables);
  const visits = new Uint8Array(count * tables);
  const repeats = new Int32Array(count);
  let cost = 0;
  let excess = 0;
  choices?.forEach((people, place) => {
    if (units[Math.floor(place / tables)]?.stays === NOWHERE) cost += CHOICE * people;
  });

  const meet = (one: number, two: number, sign: 1 | -1) => {
    const pair = one * count + two;
    const before = met[pair] ?? 0;
    const weight = (units[one]?.members.length ?? 1) * (units[two]?.members.length ?? 1);
    met[pair] = met[two * count + one] = before + sign;
    const old = sign > 0 ? before : before - 1;
    cost += sign * EXCESS * weight * old;
    excess += sign * weight * old;
    if (old === 0) return;
    for (const unit of [one, two]) {
      const most = repeats[unit] ?? 0;
      repeats[unit] = most + sign;
      cost += WORST * ((most + sign) ** 2 - most ** 2);
    }
  };

  const crowd = (unit: number, round: number, table: number, sign: 1 | -1) => {
    const place = round * tables + table;
    for (const other of at[place] ?? []) {
      if (other === unit) continue;
      cost +=
        sign * HARD * (apart?.[unit * count + other] ?? 0) + sign * UNWISHED * (unwished?.[unit * count + other] ?? 0);
      const isKept = units[unit]?.stays === units[other]?.stays && units[unit]?.stays !== NOWHERE;
      if (round < counted && !isKept) meet(unit, other, sign);
    }
    const before = people[place] ?? 0;
    people[place] = before + sign * chairs(indexed, unit, round);
    const over = (size: number) => Math.max(0, size - (seats[place] ?? 0));
    cost += HARD * (over(people[place] ?? 0) - over(before));
  };

  const visit = (unit: number, round: number, table: number, sign: 1 | -1) => {
    const { stays = NOWHERE, may = null } = units[unit] ?? {};
    const isAway = stays !== NOWHERE && stays !== table && seats[round * tables + stays] !== 0;
    if (may?.[table] === 0 || isAway) cost += sign * HARD;
    if (round >= counted || stays !== NOWHERE) return;
    const place = unit * tables + table;
    const before = visits[place] ?? 0;
    visits[place] = before + sign;
    const others = sign > 0 ? before : before - 1;
    if (others > 0) cost += sign * RETURN;
    else cost -= sign * CHOICE * (choices?.[place] ?? 0);
    for (const near of [round - 1, round + 1]) {
      const there = near < 0 || near >= counted ? NOWHERE : (seated[near * count + unit] ?? NOWHERE);
      if (there === NOWHERE) continue;
      cost += sign * STEP * Math.abs(there - table);
      if (question.hosts === 'swaps' && there === table) remain(Math.min(round, near), table, sign);
    }
  };

  /** At each table one person has to stay from round to round, to tell the next people what was said. */
  const remaining = new Int16Array(rounds * tables);
  const remain = (round: number, table: number, sign: 1 | -1) => {
    const place = round * tables + table;
    const before = remaining[place] ?? 0;
    remaining[place] = before + sign;
    if (before === (sign > 0 ? 0 : 1)) cost -= sign * HARD;
    cost -= sign * RETURN;
  };

  const move = (unit: number, round: number, table: number) => {
    const place = round * count + unit;
    const from = seated[place] ?? NOWHERE;
    if (from === table) return;
    if (from !== NOWHERE) {
      crowd(unit, round, from, -1);
      const sitting = at[round * tables + from] ?? [];
      sitting.splice(sitting.indexOf(unit), 1);
      visit(unit, round, from, -1);
    }
    seated[place] = table;
    if (table === NOWHERE) return;
    visit(unit, round, table, 1);
    crowd(unit, round, table, 1);
    at[round * tables + table]?.push(unit);
  };

  return { indexed, seated, met, at, people, visits, move, cost: () => cost, excess: () => excess };
}

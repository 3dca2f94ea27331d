import { annealingStateOf, costOf, type AnnealingState } from './annealing-state.ts';
import { below, type RandomSource } from './random-source.ts';
import { choicesWon } from './kept-choices.ts';
import { chairs, type IndexedQuestion } from './indexed-question.ts';
import { remainingOf } from './who-remains.ts';
import type { Seated } from './seat-matrix.ts';

/** In repeats. Tried on the hard rooms of the README: hotter forgets, colder sticks. */
const HOT = 0.55;
const COLD = 0.15;
/** For a start that is good already. */
export const WARM = 0.2;
const HOSTLESS = 3;
/** The heat is lowered once in so many steps. */
const STAIR = 256;
const ROUNDING = 1e-4;

/**
 * Exchanges two people of one round again and again; what makes things worse is forgiven as long as it is hot. Table
 * sizes stay as they were. Takes at most so many steps, stops when the cost is down to `enough`, and gives the best it
 * has seen.
 */
export function anneal(
  indexed: IndexedQuestion,
  from: Seated,
  enough: number,
  steps: number,
  random: RandomSource,
  hot = HOT
): Seated {
  const { units, tables, question } = indexed;
  const count = units.length;
  const seated = from.slice();
  const state = annealingStateOf(indexed, seated);
  const { movable, isPlain } = state;
  const remaining = question.hosts === 'swaps' ? remainingOf(indexed, seated) : null;
  const rounds = movable.flatMap((list, round) => (list.length > 1 ? [round] : []));
  let cost = costOf(indexed, state) + HOSTLESS * (remaining?.all() ?? 0);
  let [best, least] = [seated.slice(), cost];
  const cooling = (COLD / HOT) ** (STAIR / steps);
  let heat = hot;
  for (let step = 1; step <= steps && rounds.length > 0 && least > enough + ROUNDING; step += 1) {
    if (step % STAIR === 0) heat *= cooling;
    // The indices below are in range by construction, and this is the one place where looking twice would be felt.
    const round = rounds[below(random, rounds.length)] as number;
    const list = movable[round] as number[];
    const one = list[below(random, list.length)] as number;
    const two = list[below(random, list.length)] as number;
    const a = seated[round * count + one] as number;
    const b = seated[round * count + two] as number;
    if (a === b || !(isPlain || mayExchange(indexed, state, round, one, two, a, b))) continue;
    const [placeA, placeB] = [round * tables + a, round * tables + b];
    let change = exchanged(state, one, two, placeA, placeB);
    if (remaining) {
      const before = remaining.lacking(round, a, b);
      remaining.note(round, one, two, a, b, 1);
      change += HOSTLESS * (remaining.lacking(round, a, b) - before);
    }
    if (change > 0 && (change > 12 * heat || random() >= Math.exp(-change / heat))) {
      remaining?.note(round, one, two, a, b, -1);
      continue;
    }
    exchange(state, one, two, placeA, placeB, round * count);
    seated[round * count + one] = b;
    seated[round * count + two] = a;
    if (!isPlain) carry(indexed, state, round, one, two, placeA, placeB);
    cost += change;
    if (cost < least - ROUNDING) [best, least] = [seated.slice(), cost];
  }
  return best;
}

/**
 * What changes when `one` goes from place a to b, and `two` from b to a: each encounter ended saves m − 1, each begun
 * costs m.
 */
function exchanged(state: AnnealingState, one: number, two: number, placeA: number, placeB: number): number {
  const { met, sitting, sizes, width, weights, bias, isPlain } = state;
  const count = weights.length;
  const [rowOne, rowTwo] = [one * count, two * count];
  const [sizeA, sizeB] = [sizes[placeA] as number, sizes[placeB] as number];
  let change = 0;
  if (isPlain && !bias) {
    for (let at = placeA * width; at < placeA * width + sizeA; at += 1)
      change += (met[rowTwo + (sitting[at] as number)] as number) - (met[rowOne + (sitting[at] as number)] as number);
    for (let at = placeB * width; at < placeB * width + sizeB; at += 1)
      change += (met[rowOne + (sitting[at] as number)] as number) - (met[rowTwo + (sitting[at] as number)] as number);
    // The loops above counted `one` and `two` twice as meeting each other anew.
    return change - 2 * (met[rowOne + two] as number) + (sizeA - 1) + (sizeB - 1);
  }
  const [weightOne, weightTwo] = [weights[one] as number, weights[two] as number];
  const side = (place: number, size: number, goes: number, comes: number, weightGoes: number, weightComes: number) => {
    for (let at = place * width; at < place * width + size; at += 1) {
      const other = sitting[at] as number;
      if (other * count === goes) continue;
      const [known, begun] = [met[goes + other] as number, met[comes + other] as number];
      change += (weights[other] as number) * (begun * weightComes - (known - 1) * weightGoes);
      if (bias) change += (bias[comes + other] as number) - (bias[goes + other] as number);
    }
  };
  side(placeA, sizeA, rowOne, rowTwo, weightOne, weightTwo);
  side(placeB, sizeB, rowTwo, rowOne, weightTwo, weightOne);
  return change;
}

function exchange(state: AnnealingState, one: number, two: number, placeA: number, placeB: number, row: number): void {
  const { sitting, spot, width } = state;
  const [spotA, spotB] = [spot[row + one] as number, spot[row + two] as number];
  meet(state, one, placeA, -1);
  meet(state, two, placeB, -1);
  sitting[placeA * width + spotA] = two;
  sitting[placeB * width + spotB] = one;
  spot[row + one] = spotB;
  spot[row + two] = spotA;
  meet(state, two, placeA, 1);
  meet(state, one, placeB, 1);
}

function meet({ met, sitting, sizes, width, weights }: AnnealingState, one: number, place: number, sign: 1 | -1): void {
  const count = weights.length;
  const end = place * width + (sizes[place] as number);
  for (let at = place * width; at < end; at += 1) {
    const other = sitting[at] as number;
    if (other === one) continue;
    const times = (met[one * count + other] as number) + sign;
    met[one * count + other] = times;
    met[other * count + one] = times;
  }
}

/** Units of several people change places where chairs allow it and no table grows beyond the larger one. */
function mayExchange(
  indexed: IndexedQuestion,
  { people, visits }: AnnealingState,
  round: number,
  one: number,
  two: number,
  a: number,
  b: number
) {
  if (indexed.units[one]?.may?.[b] === 0 || indexed.units[two]?.may?.[a] === 0) return false;
  if (visits && choicesWon(indexed, visits, one, a, b) + choicesWon(indexed, visits, two, b, a) < 0) return false;
  const more = chairs(indexed, two, round) - chairs(indexed, one, round);
  if (more === 0) return true;
  const [placeA, placeB] = [round * indexed.tables + a, round * indexed.tables + b];
  const [sizeA, sizeB] = [(people[placeA] ?? 0) + more, (people[placeB] ?? 0) - more];
  if (sizeA > (indexed.seats[placeA] ?? 0) || sizeB > (indexed.seats[placeB] ?? 0)) return false;
  return Math.abs(sizeA - sizeB) <= Math.max(1, Math.abs(sizeA - sizeB - 2 * more));
}

function carry(
  indexed: IndexedQuestion,
  { people, visits }: AnnealingState,
  round: number,
  one: number,
  two: number,
  a: number,
  b: number
): void {
  if (visits) {
    visit(indexed, visits, one, a, b);
    visit(indexed, visits, two, b, a);
  }
  const more = chairs(indexed, two, round) - chairs(indexed, one, round);
  people[a] = (people[a] ?? 0) + more;
  people[b] = (people[b] ?? 0) - more;
}

/** `from` and `to` as places of one round. */
function visit({ tables }: IndexedQuestion, visits: Uint8Array, unit: number, from: number, to: number): void {
  const [left, come] = [unit * tables + (from % tables), unit * tables + (to % tables)];
  visits[left] = (visits[left] ?? 0) - 1;
  visits[come] = (visits[come] ?? 0) + 1;
}

import type { IndexedQuestion } from './indexed-question.ts';
import type { Plan, Seat } from './problem.ts';
import { NOWHERE, type Seated } from './seat-matrix.ts';
import { bestTable, waitingIn } from './initial-seating.ts';
import { EXCESS, HARD, type Tally } from './cost-tally.ts';

/**
 * Gives each newcomer an open seat with its path, or the seat of a person who has left: the newcomer has met none of
 * those whom that person met.
 */
export function takeSeats(tally: Tally, before: Plan): void {
  const { indexed } = tally;
  const open = free(indexed, before);
  const waiting = new Set(Array.from({ length: indexed.counted }, (_, round) => waitingIn(tally, round)).flat());
  for (const unit of [...waiting].sort((a, b) => a - b)) {
    // A unit with a place in any round was planned already: its card still leads it.
    const isPlanned = tally.seated.some((table, place) => place % indexed.units.length === unit && table !== NOWHERE);
    if (isPlanned || indexed.units[unit]?.stays !== NOWHERE) continue;
    const trial = (at: (round: number) => number) => {
      const start = tally.cost();
      sit(tally, unit, at);
      const cost = tally.cost() - start;
      sit(tally, unit, () => NOWHERE);
      return cost;
    };
    const rated = open.map((seat) => ({ seat, cost: trial((round) => tableAt(indexed, seat, round)) }));
    const best = rated.reduce<(typeof rated)[number] | null>(
      (found, one) => (found && found.cost <= one.cost ? found : one),
      null
    );
    // Without a better path in sight the emptiest tables will do.
    const elsewhere = trial((round) => bestTable(tally, unit, round));
    if (!best || best.cost >= HARD || best.cost > elsewhere + EXCESS / 2) continue;
    sit(tally, unit, (round) => tableAt(indexed, best.seat, round));
    open.splice(open.indexOf(best.seat), 1);
  }
}

/** The seats that people really follow from here on. */
export function seatsKept(indexed: IndexedQuestion, seated: Seated, before: Plan): Map<number, Seat> {
  const known = [...Object.values(before.seats), ...before.open];
  const kept = new Map<number, Seat>();
  indexed.units.forEach(({ members, isHost, stays }, unit) => {
    const own = members
      .map((member) => before.seats[indexed.persons[member]?.id ?? ''])
      .find((seat) => seat !== undefined);
    const candidates = own && follows(indexed, seated, unit, own) ? [own] : known;
    const seat = candidates.find((one) => follows(indexed, seated, unit, one));
    if (seat) kept.set(unit, seat);
    else if (isHost && known.length > 0) {
      const table = indexed.question.tables[stays]?.id ?? '';
      kept.set(unit, { table, letter: 0, step: 0, path: Array.from({ length: indexed.rounds }, () => table) });
    }
  });
  return kept;
}

/** Seats nobody follows any more, in the order of their letters. */
export function openSeats(indexed: IndexedQuestion, seated: Seated, before: Plan): Seat[] {
  const taken = new Set(seatsKept(indexed, seated, before).values());
  return [...before.open, ...Object.values(before.seats)]
    .filter((seat, index, all) => !taken.has(seat) && all.indexOf(seat) === index)
    .sort((a, b) => a.letter - b.letter);
}

function free({ persons, question }: IndexedQuestion, before: Plan): Seat[] {
  const now = question.shown?.length ?? 0;
  const staying = new Set(persons.filter(({ until }) => until > now).map(({ id }) => id));
  const left = Object.entries(before.seats).flatMap(([id, seat]) => (staying.has(id) ? [] : [seat]));
  return [...left, ...before.open].sort((a, b) => a.letter - b.letter);
}

function follows(
  { units, present, question, counted, tableAt }: IndexedQuestion,
  seated: Seated,
  unit: number,
  seat: Seat
): boolean {
  const now = question.shown?.length ?? 0;
  let isThere = false;
  for (let round = now; round < counted; round += 1) {
    if ((present[round * units.length + unit] ?? 0) === 0) continue;
    isThere = true;
    if (seated[round * units.length + unit] !== tableAt.get(seat.path[round] ?? '')) return false;
  }
  return isThere;
}

function sit(tally: Tally, unit: number, at: (round: number) => number): void {
  const { units, present, counted } = tally.indexed;
  for (let round = 0; round < counted; round += 1)
    if ((present[round * units.length + unit] ?? 0) > 0) tally.move(unit, round, at(round));
}

/** The table of a seat while it is open. */
function tableAt({ tableAt: known, seats, tables }: IndexedQuestion, seat: Seat, round: number): number {
  const table = known.get(seat.path[round] ?? '') ?? NOWHERE;
  return table !== NOWHERE && seats[round * tables + table] ? table : NOWHERE;
}

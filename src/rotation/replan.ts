import { lowerBound } from './lower-bound.ts';
import { createRandomSource } from './random-source.ts';
import { buildIndexedQuestion } from './build-indexed-question.ts';
import type { IndexedQuestion } from './indexed-question.ts';
import { planOf } from './plan.ts';
import { polish } from './local-search.ts';
import type { Plan, Question } from './problem.ts';
import { hostCandidates, withHosts } from './keep-hosts.ts';
import { NOWHERE } from './seat-matrix.ts';
import { openSeats, seatsKept, takeSeats } from './open-seats.ts';
import { seatReturnHome, seatRest } from './initial-seating.ts';
import { EXCESS, tallyOf, type Tally } from './cost-tally.ts';

const STEPS = 15_000;

/**
 * A plan after something changed: people came or left, a table closed, chairs went. People keep the tables they have; a
 * person who comes late takes an open seat. Beyond that, at most the share `alter` of the seats that were not shown yet
 * changes, and only where this saves a repeat or keeps a hard rule.
 */
export function replan(question: Question, before: Plan, seed: number, alter = 0.1): Plan {
  // A table that lost its host gets the candidate who costs least by staying; of equal candidates the lowest letter.
  let settled = withHosts(question, before);
  for (const { table, candidates } of hostCandidates(settled, before)) {
    const tries = candidates.map((host) => ({ ...settled, ...withHost(settled, table, host) }));
    const [first, ...others] = tries.map((tried) => ({
      tried,
      cost: keepSeats(buildIndexedQuestion(tried), before, seed).cost()
    }));
    if (first) settled = others.reduce((best, one) => (one.cost < best.cost - EXCESS / 2 ? one : best), first).tried;
  }
  const indexed = buildIndexedQuestion(settled);
  const tally = keepSeats(indexed, before, seed);
  if (tally.cost() >= EXCESS * (lowerBound(indexed) + 1)) improve(indexed, tally, before, seed, alter);
  return planOf(
    indexed,
    tally.seated,
    'kept',
    seatsKept(indexed, tally.seated, before),
    openSeats(indexed, tally.seated, before)
  );
}

const withHost = ({ tables }: Question, table: string, host: string): Pick<Question, 'tables'> => ({
  tables: tables.map((one) => (one.id === table ? { ...one, host } : one))
});

/**
 * Seats people where they were, if that is still possible; then newcomers in open seats; then the others where there is
 * room.
 */
function keepSeats(indexed: IndexedQuestion, before: Plan, seed: number): Tally {
  const tally = tallyOf(indexed);
  eachSeat(indexed, before, (unit, round, table) => {
    const place = round * indexed.tables + table;
    const need = indexed.present[round * indexed.units.length + unit] ?? 0;
    if (need > 0 && (tally.people[place] ?? 0) + need <= (indexed.seats[place] ?? 0)) tally.move(unit, round, table);
  });
  takeSeats(tally, before);
  seatRest(tally, createRandomSource(seed));
  return tally;
}

/** Calls back for each seat that a unit had and may keep: shown seats first, then units that stay, then the plan. */
function eachSeat(
  indexed: IndexedQuestion,
  before: Plan,
  callback: (unit: number, round: number, table: number) => void
): void {
  const { units, shown, rounds } = indexed;
  for (let round = 0; round < rounds; round += 1) {
    const wanted = units.map((_, unit) => plannedAt(indexed, before, unit, round));
    const isShown = (unit: number) => (shown[round * units.length + unit] ?? NOWHERE) !== NOWHERE;
    const rank = (unit: number) => (isShown(unit) ? 0 : units[unit]?.stays !== NOWHERE ? 1 : 2);
    const order = units.map((_, unit) => unit).sort((a, b) => rank(a) - rank(b) || a - b);
    for (const unit of order) {
      const table = isShown(unit) ? (shown[round * units.length + unit] ?? NOWHERE) : (wanted[unit] ?? NOWHERE);
      if (table !== NOWHERE) callback(unit, round, table);
    }
  }
}

function plannedAt(
  { units, persons, tableAt, seats, tables }: IndexedQuestion,
  before: Plan,
  unit: number,
  round: number
): number {
  const { members = [], stays = NOWHERE, may = null } = units[unit] ?? {};
  if (stays !== NOWHERE && seats[round * tables + stays]) return stays;
  for (const member of members) {
    const table = tableAt.get(before.rounds[round]?.[persons[member]?.id ?? ''] ?? '');
    if (table !== undefined && may?.[table] !== 0) return table;
  }
  return NOWHERE;
}

function improve(indexed: IndexedQuestion, tally: Tally, before: Plan, seed: number, alter: number): void {
  const { units, rounds, shown } = indexed;
  const now = indexed.question.shown?.length ?? 0;
  const original = tally.seated.slice();
  const open = original.filter((table, place) => table !== NOWHERE && (shown[place] ?? NOWHERE) === NOWHERE).length;
  const isNew = units.map(({ members }) => members.every((member) => !isPlanned(before, indexed.persons[member]?.id)));
  const altered = () => {
    let count = 0;
    for (let place = now * units.length; place < rounds * units.length; place += 1)
      if (tally.seated[place] !== original[place] && !isNew[place % units.length]) count += 1;
    return count;
  };
  const mayChange = () => altered() <= Math.floor(alter * open);
  polish(tally, STEPS, createRandomSource(seed), { least: EXCESS * 0.99, mayChange });
  // A unit whose first table changed returns to another table at the end.
  for (let round = indexed.counted; round < rounds; round += 1)
    units.forEach((_, unit) => {
      if (tally.seated[unit] !== original[unit]) tally.move(unit, round, NOWHERE);
    });
  seatReturnHome(tally);
}

const isPlanned = ({ rounds }: Plan, id = ''): boolean => rounds.some((seating) => Object.hasOwn(seating, id));

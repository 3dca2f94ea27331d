import { shuffle, type RandomSource } from './random-source.ts';
import { chairs, type IndexedQuestion } from './indexed-question.ts';
import { NOWHERE } from './seat-matrix.ts';
import type { Tally } from './cost-tally.ts';

/**
 * Seats all units without a seat: first units that stay, then those with the fewest tables to choose from, each where
 * there is most room and where it meets fewest again.
 */
export function seatRest(tally: Tally, random: RandomSource): void {
  const { indexed } = tally;
  for (let round = 0; round < indexed.counted; round += 1) {
    const waiting = waitingIn(tally, round);
    for (const unit of waiting)
      if (fixedAt(indexed, unit, round) !== NOWHERE) tally.move(unit, round, fixedAt(indexed, unit, round));
    const others = shuffle(
      waiting.filter((unit) => fixedAt(indexed, unit, round) === NOWHERE),
      random
    );
    const choice = (unit: number) => indexed.units[unit]?.may?.reduce((sum, may) => sum + may, 0) ?? indexed.tables;
    const size = (unit: number) => indexed.units[unit]?.members.length ?? 1;
    others.sort((a, b) => choice(a) - choice(b) || size(b) - size(a));
    for (const unit of others) tally.move(unit, round, bestTable(tally, unit, round));
  }
  seatReturnHome(tally);
}

/** The table where a unit must be in this round: the one it was shown, or the one where it stays. */
export function fixedAt({ shown, units, seats, tables }: IndexedQuestion, unit: number, round: number): number {
  const at = shown[round * units.length + unit] ?? NOWHERE;
  if (at !== NOWHERE) return at;
  const stays = units[unit]?.stays ?? NOWHERE;
  return stays !== NOWHERE && seats[round * tables + stays] ? stays : NOWHERE;
}

export function waitingIn({ indexed, seated }: Tally, round: number): number[] {
  return indexed.units.flatMap((_, unit) =>
    seated[round * indexed.units.length + unit] === NOWHERE && chairs(indexed, unit, round) > 0 ? [unit] : []
  );
}

/** The open table that costs least, hard rules first, then the emptiest. {@link NOWHERE} when all are closed. */
export function bestTable({ indexed, met, at, people, visits }: Tally, unit: number, round: number): number {
  const { units, seats, tables, apart, choices } = indexed;
  const need = chairs(indexed, unit, round);
  let [best, least] = [NOWHERE, Infinity];
  for (let table = 0; table < tables; table += 1) {
    const place = round * tables + table;
    const capacity = seats[place] ?? 0;
    if (capacity === 0) continue;
    const size = people[place] ?? 0;
    let cost = Math.max(0, size + need - capacity) * 1e9 + (units[unit]?.may?.[table] === 0 ? 1e9 : 0) + size * 1e3;
    if (visits[unit * tables + table] === 0) cost -= (choices?.[unit * tables + table] ?? 0) * 1e6;
    for (const other of at[place] ?? [])
      cost += (met[unit * units.length + other] ?? 0) + (apart?.[unit * units.length + other] ?? 0) * 1e9;
    if (cost < least) [best, least] = [table, cost];
  }
  return best;
}

/** The last round, when it brings people back: to their first table, if it still has a chair. */
export function seatReturnHome(tally: Tally): void {
  const { indexed, people, seated } = tally;
  for (let round = indexed.counted; round < indexed.rounds; round += 1) {
    for (const unit of waitingIn(tally, round)) {
      const fixed = fixedAt(indexed, unit, round);
      const first = Array.from({ length: round }, (_, when) => seated[when * indexed.units.length + unit] ?? NOWHERE);
      const home = fixed !== NOWHERE ? fixed : (first.find((table) => table !== NOWHERE) ?? NOWHERE);
      const place = round * indexed.tables + home;
      const fits =
        home !== NOWHERE && (people[place] ?? 0) + chairs(indexed, unit, round) <= (indexed.seats[place] ?? 0);
      tally.move(unit, round, fixed !== NOWHERE || fits ? home : bestTable(tally, unit, round));
    }
  }
}

/** The way home again, after the rounds before it have changed. */
export function reseatReturnHome(tally: Tally): void {
  const { indexed } = tally;
  for (let round = indexed.counted; round < indexed.rounds; round += 1)
    indexed.units.forEach((_, unit) => tally.move(unit, round, NOWHERE));
  seatReturnHome(tally);
}

import { meetingsIn } from './seating-measures.ts';
import { chairs, type IndexedQuestion } from './indexed-question.ts';
import type { Broken } from './problem.ts';
import { NOWHERE, type Seated } from './seat-matrix.ts';

/**
 * Hard rules that a plan does not keep. Where people had to be in a round already shown is past helping, and not asked.
 */
export function brokenRules(indexed: IndexedQuestion, seated: Seated, occupied: Int16Array): Broken {
  const { units, rounds, seats, tables, question } = indexed;
  const now = question.shown?.length ?? 0;
  const broken: Broken = { overfull: 0, apart: 0, misplaced: 0, hostless: 0, unseated: 0 };
  occupied.forEach((size, at) => (broken.overfull += Math.max(0, size - (seats[at] ?? 0))));
  units.forEach(({ stays, may }, unit) => {
    for (let round = 0; round < rounds; round += 1) {
      const people = chairs(indexed, unit, round);
      const table = seated[round * units.length + unit] ?? NOWHERE;
      if (people === 0) continue;
      if (table === NOWHERE) broken.unseated += people;
      else if (round < now) continue;
      else if (may?.[table] === 0) broken.misplaced += people;
      else if (stays !== NOWHERE && stays !== table && seats[round * tables + stays]) broken.misplaced += people;
    }
  });
  broken.apart = meetingsIn(indexed, seated, indexed.apart);
  broken.hostless = hostless(indexed, seated);
  return broken;
}

/** Tables with people but without a host: no person stays there, or none remained from the round before. */
function hostless({ question, units, rounds, tables, counted }: IndexedQuestion, seated: Seated): number {
  if (question.hosts === 'none') return 0;
  const swaps = question.hosts === 'swaps';
  const tells = (unit: number, round: number, table: number) =>
    swaps
      ? seated[(round - 1) * units.length + unit] === table
      : units[unit]?.isHost === true && units[unit].stays === table;
  let count = 0;
  const first = Math.max(question.shown?.length ?? 0, swaps ? 1 : 0);
  for (let round = first; round < (swaps ? counted : rounds); round += 1) {
    const [used, told] = [new Uint8Array(tables), new Uint8Array(tables)];
    for (let unit = 0; unit < units.length; unit += 1) {
      const table = seated[round * units.length + unit] ?? NOWHERE;
      if (table === NOWHERE) continue;
      used[table] = 1;
      if (tells(unit, round, table)) told[table] = 1;
    }
    used.forEach((isUsed, table) => (count += isUsed && !told[table] ? 1 : 0));
  }
  return count;
}

import { byDesign } from './block-design-plan.ts';
import { assignSeats, type SeatAssignment } from './assign-seats.ts';
import { byField } from './finite-field-rule.ts';
import type { IndexedQuestion } from './indexed-question.ts';
import type { Letters, Wanted } from './seats-by-letter.ts';
import { NOWHERE } from './seat-matrix.ts';
import { byShifts } from './shift-rule.ts';
import { bySquare } from './latin-square-rule.ts';
import { bySteps } from './step-rule.ts';

/** The simplest rule that seats all people without a repeat, with its seats handed out; null when there is none. */
export function planByLetters(indexed: IndexedQuestion, seed: number): SeatAssignment | null {
  const turning = turningTables(indexed);
  if (!turning || indexed.question.shown?.length) return null;
  const travellers = indexed.units.filter(({ stays }) => stays === NOWHERE);
  if (travellers.some(({ may }) => may && turning.some((table) => !may[table]))) return null;
  const [tables, rounds, hosts] = [turning.length, indexed.counted, indexed.question.hosts];
  const first = hosts === 'stays' ? 1 : 0;
  const fewest = Math.max(1, Math.ceil(travellers.length / tables) + first);
  // One letter more than people need leaves holes, and holes make room at small tables.
  for (const letters of [fewest, fewest + 1]) {
    const isFull = travellers.length === tables * (letters - first);
    for (const rule of rules({ tables, letters, rounds, hosts }, isFull)) {
      const assigned = assignSeats(indexed, rule, turning, first, seed);
      if (assigned) return assigned;
      // Another rule would meet the same walls.
      break;
    }
  }
  return null;
}

function* rules(wanted: Wanted, isFull: boolean): Generator<Letters> {
  for (const rule of [bySteps, byField, bySquare, byDesign, byShifts]) {
    const letters = rule(wanted, isFull);
    if (letters) yield letters;
  }
}

/**
 * Tables between which people travel: they are open in all rounds and have a chair beside the people who stay. Null
 * when a table opens or closes in between.
 */
function turningTables({ units, seats, tables, rounds }: IndexedQuestion): number[] | null {
  const staying = new Int16Array(tables);
  for (const { stays, members } of units)
    if (stays !== NOWHERE) staying[stays] = (staying[stays] ?? 0) + members.length;
  const turning: number[] = [];
  for (let table = 0; table < tables; table += 1) {
    let [least, most] = [Infinity, 0];
    for (let round = 0; round < rounds; round += 1) {
      const chairs = seats[round * tables + table] ?? 0;
      [least, most] = [Math.min(least, chairs), Math.max(most, chairs)];
    }
    if (most === 0) continue;
    if (least === 0) return null;
    if (least > (staying[table] ?? 0)) turning.push(table);
  }
  return turning.length > 0 ? turning : null;
}

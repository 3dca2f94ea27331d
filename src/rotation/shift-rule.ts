import type { Letters, Wanted } from './seats-by-letter.ts';
import { around, staying } from './step-rule.ts';

/**
 * A row of offsets for each letter, such that the differences of any two rows are all different: where steps fail,
 * uneven steps may not. Found by trying, the smallest offsets first; given up after so many tries.
 */
export function byShifts(wanted: Wanted): Letters | null {
  const { tables, letters, rounds, hosts } = wanted;
  if (rounds > tables || letters > tables) return null;
  const zeros = new Array<number>(rounds).fill(0);
  // Without hosts a letter that stays is second best, and sometimes the only way.
  const rows =
    hosts === 'stays'
      ? rowsFrom(wanted, [zeros])
      : (rowsFrom(wanted, []) ?? (hosts === 'none' ? rowsFrom(wanted, [zeros]) : null));
  if (!rows) return null;
  return {
    way: 'shifts',
    tables,
    letters,
    at: (start, letter, round) => around(start + (rows[letter]?.[round] ?? 0), tables),
    step: (letter) => (rows[letter]?.every((offset) => offset === 0) ? 0 : null)
  };
}

function rowsFrom({ tables, letters, rounds, hosts }: Wanted, given: readonly number[][]): number[][] | null {
  const rows = [...given];
  let tries = 0;

  const fits = (row: readonly number[], round: number, offset: number): boolean => {
    const letter = rows.length;
    const isRemaining = hosts === 'swaps' && round === letter && letter > 0;
    if (isRemaining && offset !== row[round - 1]) return false;
    // Back at a table only where hosts remain for a round.
    const since = isRemaining ? round - 1 : round;
    for (let before = 0; before < since; before += 1) if (row[before] === offset) return false;
    return rows.every((other) => {
      const difference = around(offset - (other[round] ?? 0), tables);
      for (let before = 0; before < round; before += 1)
        if (around((row[before] ?? 0) - (other[before] ?? 0), tables) === difference) return false;
      return true;
    });
  };

  const extend = (row: number[]): boolean => {
    if (row.length === rounds) {
      rows.push(row);
      if (rows.length === letters || extend([0])) return true;
      rows.pop();
      return false;
    }
    for (let choice = 0; choice < tables; choice += 1) {
      tries += 1;
      if (tries > TRIES_AT_MOST) return false;
      const offset = around(staying(choice), tables);
      if (fits(row, row.length, offset) && extend([...row, offset])) return true;
    }
    return false;
  };

  return rows.length === letters || extend([0]) ? rows : null;
}

/** A few milliseconds. What has not been found by then is rarely there. */
const TRIES_AT_MOST = 50_000;

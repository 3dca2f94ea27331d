import type { Way } from './problem.ts';

/**
 * A rule for seats: the person who begins at `start` (0 to tables − 1) with a letter (0 to letters − 1) sits at
 * `at(start, letter, round)`. By construction no two seats share a table twice; this holds for any people in the seats
 * and any number of empty ones.
 */
export type Letters = {
  way: Way;
  tables: number;
  letters: number;
  at(start: number, letter: number, round: number): number;
  /** Tables to go on at each move, where that never changes. */
  step(letter: number): number | null;
};

/**
 * What a rule is wanted for. Letter A stays when `hosts` is `stays`; letter n stays after round n − 2 when they swap.
 */
export type Wanted = { tables: number; letters: number; rounds: number; hosts: 'stays' | 'swaps' | 'none' };

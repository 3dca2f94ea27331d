import type { Letters, Wanted } from './seats-by-letter.ts';
import { around } from './step-rule.ts';

/**
 * Three rounds at even numbers of tables, as many people at each as there are tables: a person goes from x to y to x∗y,
 * where ∗ is a Latin square in which x∗x = x. Two people who shared two tables would share a cell of the square, and so
 * be one. Hosts are the diagonal.
 */
export function bySquare({ tables, letters, rounds, hosts }: Wanted, isFull: boolean): Letters | null {
  if (rounds > 3 || letters !== tables || tables < 4 || tables % 2 === 1 || hosts === 'swaps' || !isFull) return null;
  return {
    way: 'square',
    tables,
    letters,
    at(start, letter, round) {
      const next = around(start + letter, tables);
      return round === 0 ? start : round === 1 ? next : times(start, next, tables);
    },
    step: (letter) => (letter === 0 ? 0 : null)
  };
}

/**
 * For n − 1, which is odd, halfway between x and y will do, counted around the room. The cells of one more diagonal are
 * then lent to the last table, and what stood there goes to the new row and the new column.
 */
function times(x: number, y: number, tables: number): number {
  const [odd, last] = [tables - 1, tables - 1];
  const halfway = (a: number, b: number) => around((a + b) * (tables / 2), odd);
  if (x === last && y === last) return last;
  if (x === last) return halfway(y, y - 1);
  if (y === last) return halfway(x, x + 1);
  return around(y - x, odd) === 1 ? last : halfway(x, y);
}

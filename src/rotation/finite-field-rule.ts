import type { Letters, Wanted } from './seats-by-letter.ts';

/**
 * Tables, letters and rounds as numbers of a finite field: seat (start, letter) goes to start + letter · round. Two
 * seats meet when (letter − letter′) · round = start′ − start, and a field has one answer to that. Those of one letter
 * never meet: where every seat is taken and nobody hosts, a last round puts them together (with as many letters as
 * tables this is the affine plane).
 */
export function byField(wanted: Wanted, isFull: boolean): Letters | null {
  const { tables, letters, rounds, hosts } = wanted;
  const hasLast = hosts === 'none' && isFull && tables % letters === 0 && rounds === tables + 1;
  if (hosts === 'swaps' || letters > tables || (rounds > tables && !hasLast)) return null;
  const field = fieldOf(tables);
  if (!field) return null;
  // Without hosts the letter that would stay is left out while there is another.
  const first = hosts === 'none' && letters < tables ? 1 : 0;
  return {
    way: 'field',
    tables,
    letters,
    at: (start, letter, round) =>
      round === tables
        ? ((letter * tables + start) / letters) | 0
        : field.plus(start, field.times((letter + first) % tables, round)),
    step: () => null
  };
}

/** x to the power of the degree, as digits of what it is replaced by, lowest first. */
const REDUCTIONS: Readonly<Record<number, { prime: number; digits: readonly number[] }>> = {
  4: { prime: 2, digits: [1, 1] },
  8: { prime: 2, digits: [1, 1, 0] },
  9: { prime: 3, digits: [2, 0] },
  16: { prime: 2, digits: [1, 1, 0, 0] },
  25: { prime: 5, digits: [2, 0] },
  27: { prime: 3, digits: [2, 1, 0] }
};

type Field = { plus(a: number, b: number): number; times(a: number, b: number): number };

function fieldOf(size: number): Field | null {
  const reduction = REDUCTIONS[size] ?? (isPrime(size) ? { prime: size, digits: [0] } : null);
  if (!reduction) return null;
  const { prime, digits } = reduction;
  const degree = digits.length;
  const split = (number: number) => digits.map((_, place) => Math.floor(number / prime ** place) % prime);
  const join = (parts: readonly number[]) => parts.reduce((sum, part, place) => sum + part * prime ** place, 0);
  const plus = (a: number, b: number) => {
    const others = split(b);
    return join(split(a).map((part, place) => (part + (others[place] ?? 0)) % prime));
  };
  const times = (a: number, b: number) => {
    const product = new Array<number>(2 * degree - 1).fill(0);
    split(a).forEach((one, i) => split(b).forEach((two, j) => (product[i + j] = (product[i + j] ?? 0) + one * two)));
    for (let place = product.length - 1; place >= degree; place -= 1)
      digits.forEach(
        (digit, i) => (product[place - degree + i] = (product[place - degree + i] ?? 0) + digit * (product[place] ?? 0))
      );
    return join(product.slice(0, degree).map((part) => part % prime));
  };
  return { plus, times };
}

export function isPrime(number: number): boolean {
  if (number < 2) return false;
  for (let factor = 2; factor * factor <= number; factor += 1) if (number % factor === 0) return false;
  return true;
}

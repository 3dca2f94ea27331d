import type { Share } from './share-of-all.ts';

/**
 * Fewer than five people are never a figure (decision 5). What is told of people beyond how many were there goes
 * through this file: figures by `peopleFigure` of figures.ts, tables by `people` of tables.ts. Both call it, and a
 * number by itself does not compile there.
 */
export const FEWEST = 5;

declare const guarded: unique symbol;
/** Came through this file. */
type Guarded<Value> = Value & { readonly [guarded]: true };

/** `few` and `most`: one to four, and all but one to four, because a count would point at them. */
export type Part = Guarded<Share> | 'few' | 'most';

/** How many people: null where they, or the others, are one to four. */
export type Few = number | null;

/** How many people, in a row of a table. `untold`: fewer than five, or the number would give away another such row. */
export type PeopleCount = Guarded<number> | 'untold';

/** So few that a figure would point at one person. Zero is not few: it says the same of every person. */
export const isFew = (people: number): boolean => people > 0 && people < FEWEST;

/** Some of all, where all are known: neither those nor the others are told when they are few. */
export function partOf(count: number, of: number): Part {
  if (isFew(count)) return 'few';
  return isFew(of - count) ? 'most' : ({ count, of } as Guarded<Share>);
}

/** The same as a number, where no word is needed. */
export const fewOf = (count: number, of: number): Few => (isFew(count) || isFew(of - count) ? null : count);

/**
 * The parts of one whole; no person is in two parts. The numbers are told where no part is few. Else every part under
 * five is untold, an empty part too, and so are the smallest of the others: with their number a reader could subtract
 * the few from the whole. All untold parts look alike, so that a reader who knows this rule cannot say which are few.
 */
export function partsOf(counts: readonly number[]): PeopleCount[] {
  const smallest = Math.min(...counts.filter((count) => count >= FEWEST));
  const isTold = (count: number) => !counts.some(isFew) || (count >= FEWEST && count > smallest);
  return counts.map((count) => (isTold(count) ? (count as Guarded<number>) : 'untold'));
}

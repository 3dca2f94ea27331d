import { getOwn } from '#contract/get-own.ts';
import { digest } from './digest.ts';

/** The same of the state and of the console's view of it. */
export type HasSplits = {
  readonly splits: Readonly<Record<string, { readonly into: readonly string[] }>>;
  readonly parts: Readonly<Record<string, { readonly of: string }>>;
};

export const isSplit = ({ splits }: Pick<HasSplits, 'splits'>, note: string): boolean =>
  getOwn(splits, note) !== undefined;

/** The notes that a note is read as now: itself, or the parts it was split into. */
export function readAs(state: Pick<HasSplits, 'splits'>, note: string): string[] {
  const split = getOwn(state.splits, note);
  return split ? split.into.flatMap((part) => readAs(state, part)) : [note];
}

/** The notes that a part was made of, the nearest first. */
export function madeOf(state: Pick<HasSplits, 'parts'>, note: string): string[] {
  const of = getOwn(state.parts, note)?.of;
  return of === undefined ? [] : [of, ...madeOf(state, of)];
}

/** Parts whose split was taken back are not there any more; their addresses are never used again. */
export function isThere(state: HasSplits, note: string): boolean {
  const of = getOwn(state.parts, note)?.of;
  return of === undefined || (getOwn(state.splits, of)?.into.includes(note) === true && isThere(state, of));
}

/** The parts that are there, also those that were split again. */
export const partsIn = (state: HasSplits): string[] => Object.keys(state.parts).filter((part) => isThere(state, part));

/**
 * A mark of the words a note has, by their reference: a note that was split in a meeting may be changed where it was
 * written.
 */
export const wordingOf = (text: object | null): string => digest(JSON.stringify(text));

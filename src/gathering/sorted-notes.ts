import { getOwn } from '#contract/get-own.ts';
import type { Sorted } from './state.ts';

/** The same of the state and of the console's view of it, where words stand for references. */
export type HasThemes<Name = unknown> = {
  readonly themes: Readonly<Record<string, { readonly name: Name; readonly order: number }>>;
  readonly sorted: Readonly<Record<string, Sorted>>;
};

const NOWHERE: Sorted = { theme: null, order: 0, under: null };
/** Where a note was put; nowhere, where nobody put it. */
export const sortedAs = ({ sorted }: Pick<HasThemes, 'sorted'>, note: string): Sorted =>
  getOwn(sorted, note) ?? NOWHERE;

/** How the notes stand now. Names are null of themes that have none yet. */
export type SortedNotes<Name> = {
  /** In their order, with the notes that stand for themselves in each, in theirs. */
  readonly themes: readonly { readonly id: string; readonly name: Name; readonly notes: readonly string[] }[];
  /** By a note that stands for others, those that say the same. */
  readonly folded: Readonly<Record<string, readonly string[]>>;
};

/**
 * All in one pass, because a desk asks after every press. A theme that was made and undone, which has neither a note nor
 * a name, is seen nowhere.
 */
export function sortedNotes<Name>({ themes, sorted }: HasThemes<Name>): SortedNotes<Name> {
  const inThemes: Record<string, { note: string; order: number }[]> = {};
  const folded: Record<string, string[]> = {};
  for (const [note, { theme, order, under }] of Object.entries(sorted)) {
    if (under !== null) (folded[under] ??= []).push(note);
    else if (theme !== null) (inThemes[theme] ??= []).push({ note, order });
  }
  const seen = Object.entries(themes)
    .map(([id, { name, order }]) => ({ id, name, order, notes: getOwn(inThemes, id) ?? [] }))
    .filter(({ name, notes }) => name !== null || notes.length > 0)
    .sort(byOrder);
  return {
    themes: seen.map(({ id, name, notes }) => ({ id, name, notes: notes.sort(byOrder).map(({ note }) => note) })),
    folded
  };
}

const byOrder = (one: { order: number }, other: { order: number }): number => one.order - other.order;

/** The notes that stand for themselves in a theme, in their order. */
export const notesInTheme = (state: HasThemes, theme: string): readonly string[] =>
  sortedNotes(state).themes.find(({ id }) => id === theme)?.notes ?? [];

/** The themes in their order. */
export const inOrder = (state: HasThemes): string[] => sortedNotes(state).themes.map(({ id }) => id);

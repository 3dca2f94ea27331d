import { getOwn } from '#contract/get-own.ts';
import type { Sorted } from './state.ts';

/** The same of the state and of the console's view of it, where words stand for references. */
export type HasThemes = {
  readonly themes: Readonly<Record<string, { readonly name: unknown; readonly order: number }>>;
  readonly sorted: Readonly<Record<string, Sorted>>;
};

const NOWHERE: Sorted = { theme: null, order: 0, under: null };
/** Where a note was put; nowhere, where nobody put it. */
export const sortedAs = ({ sorted }: Pick<HasThemes, 'sorted'>, note: string): Sorted =>
  getOwn(sorted, note) ?? NOWHERE;

/** The notes that stand for themselves in a theme, in their order. */
export const notesInTheme = ({ sorted }: Pick<HasThemes, 'sorted'>, theme: string): string[] =>
  Object.entries(sorted)
    .filter(([, to]) => to.theme === theme && to.under === null)
    .sort(([, one], [, other]) => one.order - other.order)
    .map(([note]) => note);

/** The notes that were folded under this one, in the order of their addresses. */
export const underNote = ({ sorted }: Pick<HasThemes, 'sorted'>, note: string): string[] =>
  Object.entries(sorted).flatMap(([each, { under }]) => (under === note ? [each] : []));

/** Themes that hold something or have a name, in their order: one that was made and undone is seen nowhere. */
export function inOrder({ themes, sorted }: HasThemes): string[] {
  const held = new Set(Object.values(sorted).flatMap(({ theme, under }) => (under === null && theme ? [theme] : [])));
  return Object.entries(themes)
    .filter(([id, { name }]) => name !== null || held.has(id))
    .sort(([, one], [, other]) => one.order - other.order)
    .map(([id]) => id);
}

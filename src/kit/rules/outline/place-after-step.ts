import { subtree, tree, type Hanging, type Nested } from './notes.ts';
import type { NotePlace } from './views.ts';

export type Step = 'in' | 'out' | 'up' | 'down';

/** The place of a note after one step among the visible notes; null when this step is not possible. */
export function placeAfterStep(notes: Readonly<Record<string, Hanging>>, note: string, step: Step): NotePlace | null {
  const there = notes[note];
  if (!there) return null;
  const { branch } = there;
  const above = there.parent !== null && Object.hasOwn(notes, there.parent) ? there.parent : null;
  const beside = siblings(notes, branch, above);
  const place = beside.indexOf(note);
  switch (step) {
    case 'in': {
      const parent = beside[place - 1];
      return parent === undefined ? null : { branch, parent, after: siblings(notes, branch, parent).at(-1) ?? null };
    }
    case 'out':
      return above === null ? null : { branch, parent: notes[above]?.parent ?? null, after: above };
    case 'up':
      return place < 1 ? null : { branch, parent: above, after: beside[place - 2] ?? null };
    case 'down':
      return place + 1 >= beside.length ? null : { branch, parent: above, after: beside[place + 1] ?? null };
  }
}

/** A note as a row of a list: its level from 1, and its number as in 1.2.1. */
export type Row<One extends Hanging> = { id: string; note: One; level: number; number: string };

export function rows<One extends Hanging>(notes: Readonly<Record<string, One>>, branch: string): Row<One>[] {
  const listed = (nested: readonly Nested<One>[], above: string): Row<One>[] =>
    nested.flatMap(({ id, note, notes }, nth) => {
      const number = `${above}${nth + 1}`;
      return [{ id, note, level: number.split('.').length, number }, ...listed(notes, `${number}.`)];
    });
  return listed(tree(notes, branch), '');
}

/** How many notes are removed with this one. */
export const sizeOf = (notes: Readonly<Record<string, Hanging>>, note: string): number => subtree(notes, note).length;

function siblings(notes: Readonly<Record<string, Hanging>>, branch: string, parent: string | null): string[] {
  const all = tree(notes, branch);
  const find = (nested: typeof all): typeof all | null => {
    for (const one of nested) {
      if (one.id === parent) return one.notes;
      const found = find(one.notes);
      if (found) return found;
    }
    return null;
  };
  return (parent === null ? all : (find(all) ?? [])).map(({ id }) => id);
}

import type { Text } from '#contract/typed-text.ts';
import { DEEPEST, type NotePlace, type NoteView, type WrittenNote } from './views.ts';

/**
 * A note in the state. A method may store more with each: `Outline<{ star: boolean }>`. Only a removed note is marked
 * and not the notes under it, so that restoring it restores exactly what was visible under it.
 */
export type Note<Extra extends object = object> = Extra & {
  branch: string;
  parent: string | null;
  order: number;
  pieces: Piece[];
  /** Milliseconds since the activity was opened. */
  ms: number;
  /** The person who added it; null for facilitators. */
  by: string | null;
  /** The turn in which it was said. When the turn is corrected to another speaker, the note moves along. */
  turn: string | null;
  removed: boolean;
};

/** One change of the text, and whose words it has: when a person's data is deleted, only their pieces go. */
export type Piece = { words: Text; by: string | null };

export type Outline<Extra extends object = object> = Record<string, Note<Extra>>;

/** What can be part of a tree: a note in the state or in a view. */
export type Hanging = { branch: string; parent: string | null; order: number };
export type Nested<One extends Hanging> = { id: string; note: One; notes: Nested<One>[] };

/**
 * The notes of a branch (null: of all branches) in order, each with the notes under it. A note whose parent is not in
 * `notes` is on the first level.
 */
export function tree<One extends Hanging>(notes: Readonly<Record<string, One>>, branch: string | null): Nested<One>[] {
  const under = new Map<string | null, Nested<One>[]>();
  for (const [id, note] of Object.entries(notes)) {
    if (branch !== null && note.branch !== branch) continue;
    const above = note.parent !== null && Object.hasOwn(notes, note.parent) ? note.parent : null;
    const nested = { id, note, notes: [] };
    under.set(above, [...(under.get(above) ?? []), nested]);
  }
  const sorted = (above: string | null): Nested<One>[] =>
    (under.get(above) ?? []).sort(byOrder).map((nested) => ({ ...nested, notes: sorted(nested.id) }));
  return sorted(null);
}

/** The note and all notes under it, including removed ones; parents come before children. */
export function subtree(notes: Readonly<Record<string, Hanging>>, note: string): string[] {
  const found = [note];
  const entries = Object.entries(notes);
  for (const above of found) found.push(...entries.flatMap(([id, { parent }]) => (parent === above ? [id] : [])));
  return found;
}

/** The note and the notes above it, up to the first level. */
export function pathOf(notes: Readonly<Record<string, Hanging>>, note: string): string[] {
  const path: string[] = [];
  for (let at: string | null = note; at !== null && Object.hasOwn(notes, at); at = notes[at]?.parent ?? null)
    path.push(at);
  return path;
}

/** The notes that are not removed and not under a removed note. */
export function visible<Extra extends object>(notes: Readonly<Outline<Extra>>): Outline<Extra> {
  return Object.fromEntries(Object.entries(notes).filter(([id]) => isVisible(notes, id)));
}

export const isVisible = (notes: Readonly<Outline>, note: string): boolean =>
  Object.hasOwn(notes, note) && pathOf(notes, note).every((id) => notes[id]?.removed === false);

export const noteIn = <Extra extends object>(notes: Readonly<Outline<Extra>>, id: string): Note<Extra> | null =>
  (Object.hasOwn(notes, id) ? notes[id] : undefined) ?? null;

/** How many levels a note takes, with the notes under it. */
export function heightOf(notes: Readonly<Outline>, note: string): number {
  const under = Object.keys(notes).filter((id) => notes[id]?.parent === note);
  return 1 + Math.max(0, ...under.map((id) => heightOf(notes, id)));
}

export const levelOf = (notes: Readonly<Record<string, Hanging>>, note: string): number => pathOf(notes, note).length;

/**
 * The notes at a place, in order. Removed ones are included: a restored note must not have the same place as another.
 */
export function neighbours(notes: Readonly<Outline>, { branch, parent }: Omit<NotePlace, 'after'>, without?: string) {
  return Object.entries(notes)
    .filter(([id, note]) => id !== without && note.parent === parent && (parent !== null || note.branch === branch))
    .map(([id, note]) => ({ id, note }))
    .sort(byOrder);
}

/** A note in views that only show it. */
export const noteView = ({ branch, parent, order, pieces, ms }: Note): NoteView => ({
  branch,
  parent,
  order,
  body: { writing: pieces.map(({ words }) => words.text) },
  ms
});

/** A note in views of scribes. */
export const writtenNote = (note: Note): WrittenNote => ({
  ...noteView(note),
  pieces: Object.fromEntries(note.pieces.map(({ words }) => [words.text, words]))
});

/** The current place of a note. */
export function placeOf(notes: Readonly<Outline>, id: string): NotePlace {
  const { branch, parent, order } = notes[id] ?? { branch: '', parent: null, order: 0 };
  const before = neighbours(notes, { branch, parent }, id).filter(({ note }) => note.order < order);
  return { branch, parent, after: before.at(-1)?.id ?? null };
}

/** The parent under which a note is not too deep: `parent` itself, or the nearest one above it. */
export function parentWithin(notes: Readonly<Outline>, parent: string | null): string | null {
  if (parent === null || !Object.hasOwn(notes, parent)) return null;
  const path = pathOf(notes, parent);
  return path[Math.max(0, path.length - (DEEPEST - 1))] ?? null;
}

type Ordered = { id: string; note: { order: number } };
const byOrder = (one: Ordered, other: Ordered): number =>
  one.note.order - other.note.order || (one.id < other.id ? -1 : 1);

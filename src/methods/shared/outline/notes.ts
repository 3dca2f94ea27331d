import type { Text } from '#contract/text.ts';
import { DEEPEST, type NotePlace, type NoteView, type WrittenNote } from './views.ts';

/**
 * A note as rules keep it. A method may keep more with each: `Outline<{ star: boolean }>`. Whether a note is gone with
 * one above it is not kept but read, so that bringing that one back brings back exactly what was under it.
 */
export type Note<Extra extends object = object> = Extra & {
  branch: string;
  parent: string | null;
  order: number;
  pieces: Piece[];
  /** Milliseconds since the activity was opened. */
  ms: number;
  /** Who began it; null for those who lead. */
  by: string | null;
  /** The turn in which it was said, so that it can follow when the turn was another's. */
  turn: string | null;
  removed: boolean;
};

/** One change to the text, and whose words they are: whoever is forgotten takes their pieces along, and no other's. */
export type Piece = { words: Text; by: string | null };

export type Outline<Extra extends object = object> = Record<string, Note<Extra>>;

/** What can hang in a tree: a note of the rules or of a view. */
export type Hanging = { branch: string; parent: string | null; order: number };
export type Nested<One extends Hanging> = { id: string; note: One; notes: Nested<One>[] };

/**
 * The notes of a branch (of every branch: null) in their order, each with those under it. One whose parent is not among
 * them stands first level.
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

/** The note itself and every note under it, the removed ones too, those above before those below. */
export function subtree(notes: Readonly<Record<string, Hanging>>, note: string): string[] {
  const found = [note];
  const entries = Object.entries(notes);
  for (const above of found) found.push(...entries.flatMap(([id, { parent }]) => (parent === above ? [id] : [])));
  return found;
}

/** From the note up to the first level. */
export function pathOf(notes: Readonly<Record<string, Hanging>>, note: string): string[] {
  const path: string[] = [];
  for (let at: string | null = note; at !== null && Object.hasOwn(notes, at); at = notes[at]?.parent ?? null)
    path.push(at);
  return path;
}

/** Not removed, nor under one that is. */
export function visible<Extra extends object>(notes: Readonly<Outline<Extra>>): Outline<Extra> {
  return Object.fromEntries(Object.entries(notes).filter(([id]) => isVisible(notes, id)));
}

export const isVisible = (notes: Readonly<Outline>, note: string): boolean =>
  Object.hasOwn(notes, note) && pathOf(notes, note).every((id) => notes[id]?.removed === false);

export const noteIn = <Extra extends object>(notes: Readonly<Outline<Extra>>, id: string): Note<Extra> | null =>
  (Object.hasOwn(notes, id) ? notes[id] : undefined) ?? null;

/** How many levels a note and those under it take. */
export function heightOf(notes: Readonly<Outline>, note: string): number {
  const under = Object.keys(notes).filter((id) => notes[id]?.parent === note);
  return 1 + Math.max(0, ...under.map((id) => heightOf(notes, id)));
}

export const levelOf = (notes: Readonly<Record<string, Hanging>>, note: string): number => pathOf(notes, note).length;

/**
 * The notes beside one another at a place, in order: removed ones too, because one that comes back must not share a
 * place.
 */
export function neighbours(notes: Readonly<Outline>, { branch, parent }: Omit<NotePlace, 'after'>, without?: string) {
  return Object.entries(notes)
    .filter(([id, note]) => id !== without && note.parent === parent && (parent !== null || note.branch === branch))
    .map(([id, note]) => ({ id, note }))
    .sort(byOrder);
}

/** As everybody sees it who may see notes. */
export const noteView = ({ branch, parent, order, pieces, ms }: Note): NoteView => ({
  branch,
  parent,
  order,
  body: { writing: pieces.map(({ words }) => words.text) },
  ms
});

/** As those see it who write. */
export const writtenNote = (note: Note): WrittenNote => ({
  ...noteView(note),
  pieces: Object.fromEntries(note.pieces.map(({ words }) => [words.text, words]))
});

/** The place a note has now. */
export function placeOf(notes: Readonly<Outline>, id: string): NotePlace {
  const { branch, parent, order } = notes[id] ?? { branch: '', parent: null, order: 0 };
  const before = neighbours(notes, { branch, parent }, id).filter(({ note }) => note.order < order);
  return { branch, parent, after: before.at(-1)?.id ?? null };
}

/** The note that one can be hung under without standing too deep: `parent` itself, or the nearest above it. */
export function parentWithin(notes: Readonly<Outline>, parent: string | null): string | null {
  if (parent === null || !Object.hasOwn(notes, parent)) return null;
  const path = pathOf(notes, parent);
  return path[Math.max(0, path.length - (DEEPEST - 1))] ?? null;
}

type Ordered = { id: string; note: { order: number } };
const byOrder = (one: Ordered, other: Ordered): number =>
  one.note.order - other.note.order || (one.id < other.id ? -1 : 1);

import type { Text, Writing } from '#contract/typed-text.ts';

/**
 * Notes are under a branch (of a speaker, of the discussion, of a table) or under another note. This is the deepest
 * level.
 */
export const DEEPEST = 6;

/** A note in views that only show it. */
export type NoteView = {
  branch: string;
  /** The note above it; null on the first level. */
  parent: string | null;
  /** A higher number is later among its neighbours. Numbers may have gaps and fractions. */
  order: number;
  body: Writing;
  /** Milliseconds since the activity was opened. */
  ms: number;
};

/** A note in views of scribes: with its pieces by reference, so that what they type can be merged. */
export type WrittenNote = NoteView & { pieces: Record<string, Text> };

/** A place for a note: under a branch or a note, after a neighbour; `after` null is the first place. */
export type NotePlace = { branch: string; parent: string | null; after: string | null };

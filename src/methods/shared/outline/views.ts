import type { Text, Writing } from '#contract/text.ts';

/** Notes hang under a branch, which belongs to a speaker, to the discussion, to a table; and under each other. */
export const DEEPEST = 6;

/** A note as everybody sees it who may see notes at all. */
export type NoteView = {
  branch: string;
  /** The note it is a point of; null for the first level. */
  parent: string | null;
  /** Its place among its neighbours: higher is later. Not dense, and not whole. */
  order: number;
  body: Writing;
  /** Milliseconds since the activity was opened. */
  ms: number;
};

/**
 * A note as writers see it: with the pieces it was written in, by their reference, so that what they type can be
 * merged.
 */
export type WrittenNote = NoteView & { pieces: Record<string, Text> };

/** Where a note goes: under a branch or a note, after a neighbour; null is the first place. */
export type NotePlace = { branch: string; parent: string | null; after: string | null };

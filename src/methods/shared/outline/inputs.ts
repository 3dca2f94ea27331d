import * as v from 'valibot';
import { text } from '#contract/text.ts';
import { PIECE_LONGEST, PIECES_MOST } from './limits.ts';

const noteId = v.pipe(v.string(), v.regex(/^[0-9a-z]{16}$/));
const branch = v.pipe(v.string(), v.minLength(1), v.maxLength(40));
const piece = text(PIECE_LONGEST);

export const notePlace = v.strictObject({ branch, parent: v.nullable(noteId), after: v.nullable(noteId) });

/** What the commands of an outline take; a method may add fields of its own to `addNote`. */
export const outlineInputs = {
  /**
   * `note`: made on the scribe's own device, so that writing it needs no answer first. `piece`: what is written in it
   * so far.
   */
  addNote: v.strictObject({ note: noteId, at: notePlace, piece: v.nullable(piece) }),
  /** One more change to the text of a note. */
  write: v.strictObject({ note: noteId, piece }),
  /** Puts one piece that says the same in place of those that were read. */
  gather: v.strictObject({
    note: noteId,
    read: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.minLength(1), v.maxLength(PIECES_MOST)),
    piece
  }),
  /** With everything under it, as below. */
  moveNote: v.strictObject({ note: noteId, at: notePlace }),
  removeNote: v.strictObject({ note: noteId }),
  restoreNote: v.strictObject({ note: noteId })
};

export type OutlineInputs = { [Name in keyof typeof outlineInputs]: v.InferInput<(typeof outlineInputs)[Name]> };

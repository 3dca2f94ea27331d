import * as v from 'valibot';
import { text } from '#contract/typed-text.ts';
import { PIECE_LONGEST, PIECES_MOST } from './limits.ts';

const noteId = v.pipe(v.string(), v.regex(/^[0-9a-z]{16}$/));
const branch = v.pipe(v.string(), v.minLength(1), v.maxLength(40));
const piece = text(PIECE_LONGEST);

export const notePlace = v.strictObject({ branch, parent: v.nullable(noteId), after: v.nullable(noteId) });

/** The inputs of the commands of an outline; a method may add fields to `addNote`. */
export const outlineInputs = {
  /**
   * `note`: an id made on the writer's device, so that they can write before an answer comes. `piece`: what is written
   * so far.
   */
  addNote: v.strictObject({ note: noteId, at: notePlace, piece: v.nullable(piece) }),
  /** One more change of a note's text. */
  write: v.strictObject({ note: noteId, piece }),
  /** Replaces the pieces in `read` by one that says the same. */
  gather: v.strictObject({
    note: noteId,
    read: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.minLength(1), v.maxLength(PIECES_MOST)),
    piece
  }),
  /** With all notes under it. Removing and restoring do the same. */
  moveNote: v.strictObject({ note: noteId, at: notePlace }),
  removeNote: v.strictObject({ note: noteId }),
  restoreNote: v.strictObject({ note: noteId })
};

export type OutlineInputs = { [Name in keyof typeof outlineInputs]: v.InferInput<(typeof outlineInputs)[Name]> };

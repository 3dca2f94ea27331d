import * as v from 'valibot';
import { text } from '#contract/text.ts';
import { PIECE_LONGEST, PIECES_MOST } from './bounds.ts';

const noteId = v.pipe(v.string(), v.regex(/^[0-9a-z]{16}$/));
const branch = v.pipe(v.string(), v.minLength(1), v.maxLength(40));
const piece = text(PIECE_LONGEST);

export const notePlace = v.strictObject({ branch, parent: v.nullable(noteId), after: v.nullable(noteId) });

/** What the commands of an outline take; a method may add fields of its own to `addNote`. */
export const outlineAsks = {
  addNote: v.strictObject({ note: noteId, at: notePlace, piece: v.nullable(piece) }),
  write: v.strictObject({ note: noteId, piece }),
  gather: v.strictObject({
    note: noteId,
    read: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.minLength(1), v.maxLength(PIECES_MOST)),
    piece
  }),
  moveNote: v.strictObject({ note: noteId, at: notePlace }),
  removeNote: v.strictObject({ note: noteId }),
  restoreNote: v.strictObject({ note: noteId })
};

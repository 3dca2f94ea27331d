import * as Y from 'yjs';
import { clean } from '#contract/clean-text.ts';
import { fillerUpdate } from './fill-gaps.ts';

/**
 * A piece of writing is a Yjs update in Base64. Pieces give the same text in any order. A note is one `Y.Text` with
 * this name.
 */
export const ROOT = 't';

export const textOf = (doc: Y.Doc): Y.Text => doc.getText(ROOT);

/**
 * The text that the pieces give, cleaned like all typed words. A piece that cannot be read is left out, and the others
 * still count.
 */
export function mergedText(pieces: readonly string[]): string {
  const doc = new Y.Doc();
  applyPieces(doc, pieces);
  fillMissing(doc);
  const text = textOf(doc).toString();
  doc.destroy();
  return clean(text);
}

/** Applies pieces to a document. Pieces it already has change nothing. */
export function applyPieces(doc: Y.Doc, pieces: readonly string[], origin: unknown = null): void {
  for (const piece of pieces) {
    try {
      Y.applyUpdate(doc, bytesOf(piece), origin);
    } catch {
      // The piece is damaged or was never a Yjs update. The rest of the note can still be read.
    }
  }
}

/** To be called when missing pieces will never come: it lets pieces that refer to them find their place. */
export function fillMissing(doc: Y.Doc, origin: unknown = null): void {
  const filling = fillerUpdate(doc, ROOT);
  if (filling) Y.applyUpdate(doc, filling, origin);
}

export const pieceOf = (update: Uint8Array): string => {
  let letters = '';
  for (const byte of update) letters += String.fromCharCode(byte);
  return btoa(letters);
};

const bytesOf = (piece: string): Uint8Array => Uint8Array.from(atob(piece), (letter) => letter.charCodeAt(0));

import * as Y from 'yjs';
import { clean } from '#contract/letters.ts';
import { fillingOf } from './fill-gaps.ts';

/**
 * Pieces of writing are Yjs updates in Base64, which come to the same text whatever their order. A note is one `Y.Text`
 * of this name.
 */
export const ROOT = 't';

export const textOf = (doc: Y.Doc): Y.Text => doc.getText(ROOT);

/**
 * The text that pieces come to, cleaned as all typed words are. What cannot be read is left out and takes no other
 * along.
 */
export function merged(pieces: readonly string[]): string {
  const doc = new Y.Doc();
  take(doc, pieces);
  fill(doc);
  const text = textOf(doc).toString();
  doc.destroy();
  return clean(text);
}

/** Puts pieces into a document; those it holds already change nothing. */
export function take(doc: Y.Doc, pieces: readonly string[], origin: unknown = null): void {
  for (const piece of pieces) {
    try {
      Y.applyUpdate(doc, bytesOf(piece), origin);
    } catch {
      // Spoilt on its way or never writing at all: the rest of the note is still to be read.
    }
  }
}

/** To be done once it is known that what is missing will not come: what others wrote beside it finds its place then. */
export function fill(doc: Y.Doc, origin: unknown = null): void {
  const filling = fillingOf(doc, ROOT);
  if (filling) Y.applyUpdate(doc, filling, origin);
}

export const pieceOf = (update: Uint8Array): string => {
  let letters = '';
  for (const byte of update) letters += String.fromCharCode(byte);
  return btoa(letters);
};

const bytesOf = (piece: string): Uint8Array => Uint8Array.from(atob(piece), (letter) => letter.charCodeAt(0));

import * as Y from 'yjs';
import { pieceOf, textOf } from '../yjs-text.ts';

/** For scenes: a whole note as one piece of writing, as an editor sends it. */
export function pieceSaying(words: string): string {
  const doc = new Y.Doc();
  textOf(doc).insert(0, words);
  return pieceOf(Y.encodeStateAsUpdate(doc));
}

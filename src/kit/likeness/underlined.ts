import { wordsOf } from './words.ts';

/** A piece of a text, in order. Together they are the text. */
export type Piece = { text: string; isShared: boolean };

/** A card in pieces, so that a page can underline the words it shares with another card and write no markup. */
export function underlined(text: string, shared: readonly string[]): Piece[] {
  const folded = new Set(shared.flatMap(wordsOf).map((word) => word.folded));
  const pieces: Piece[] = [];
  let end = 0;
  const add = (until: number, isShared: boolean) => {
    if (until > end) pieces.push({ text: text.slice(end, until), isShared });
    end = until;
  };
  for (const word of wordsOf(text)) {
    if (!folded.has(word.folded)) continue;
    add(word.at, false);
    add(word.at + word.written.length, true);
  }
  add(text.length, false);
  return pieces;
}

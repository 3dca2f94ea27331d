/** As many for every word: the length of a name must not tell whose it is. */
const STRUCK = '▒▒▒▒';

/**
 * A text without the words that a selection touches; null where it touches none. Whole words go: of half a name the other
 * half would tell it.
 */
export function struckOut(text: string, from: number, to: number): string | null {
  if (from === to) return null;
  const touched = [...text.matchAll(/[^\s▒]+/gu)].filter(
    ({ 0: word, index }) => index < to && index + word.length > from
  );
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return null;
  return `${text.slice(0, first.index)}${STRUCK}${text.slice(last.index + last[0].length)}`;
}

/** Whether more was struck out of a text than of the one before: also of a draft that came back after a reload. */
export const isStruckMore = (text: string, before: string): boolean =>
  text.split(STRUCK).length > before.split(STRUCK).length;

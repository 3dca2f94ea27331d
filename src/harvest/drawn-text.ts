/**
 * Words inside an SVG drawing, which knows neither line breaks nor an element that isolates the direction of what it
 * holds.
 */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
};

export const escaped = (words: string): string => words.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const [FIRST_STRONG_ISOLATE, END_OF_ISOLATE] = ['\u2068', '\u2069'];

/** Reads in its own direction, and turns nothing beside it around. Other words are left byte for byte. */
export const isolated = (words: string): string =>
  RIGHT_TO_LEFT.test(words) ? `${FIRST_STRONG_ISOLATE}${words}${END_OF_ISOLATE}` : words;

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Lines of at most so many letters. A word that is longer than a line is broken, never cut. */
export function folded(words: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/).flatMap((word) => pieces(word, most))) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function pieces(word: string, most: number): string[] {
  if (word.length <= most) return [word];
  const pieces = [''];
  for (const { segment } of letters.segment(word)) {
    const last = pieces.at(-1) ?? '';
    if (last !== '' && last.length + segment.length > most) pieces.push(segment);
    else pieces[pieces.length - 1] = last + segment;
  }
  return pieces;
}

/** Letters that are as wide as two letters, as one and a half, and as two thirds of one. All others count as one. */
const DOUBLE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;
const WIDE = /[mwMW…]/;
const THIN = /[ijltfrI1.,'’ -]/;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const lettersOf = (words: string): string[] => [...graphemes.segment(words)].map(({ segment }) => segment);

/** A name that is measured once: its words, their letters, and the width of each. */
export type MeasuredName = readonly {
  word: string;
  wide: number;
  letters: readonly { letter: string; wide: number }[];
}[];

export const measureName = (name: string): MeasuredName =>
  name.split(/\s+/).map((word) => {
    const letters = lettersOf(word).map((letter) => ({ letter, wide: letterWidth(letter) }));
    return { word, wide: letters.reduce((sum, { wide }) => sum + wide, 0), letters };
  });

/**
 * Puts a name on lines that can hold `rooms` letters each, from the top; null when it does not fit. The name is never
 * cut. With `broken`, a word that is too wide for a line continues on the next one.
 */
export function breakIntoLines(name: MeasuredName, rooms: readonly number[], broken = false): string[] | null {
  const lines = [''];
  let used = 0;
  const add = (piece: string, wide: number, apart: string): boolean => {
    const at = lines.length - 1;
    const more = used === 0 ? wide : wide + (apart === '' ? 0 : letterWidth(apart));
    if (used + more <= (rooms[at] ?? 0)) {
      lines[at] = used === 0 ? piece : `${lines[at]}${apart}${piece}`;
      used += more;
      return true;
    }
    if (lines.length >= rooms.length) return false;
    lines.push('');
    used = 0;
    return add(piece, wide, '');
  };
  const widest = Math.max(...rooms);
  for (const { word, wide, letters } of name) {
    const fits =
      !broken || wide <= widest
        ? add(word, wide, ' ')
        : letters.every(({ letter, wide }, index) => add(letter, wide, index === 0 ? ' ' : ''));
    if (!fits) return null;
  }
  return lines.filter((line) => line !== '');
}

/** The width of a text, counted in letters of usual width. */
export const textWidth = (words: string): number =>
  lettersOf(words).reduce((sum, letter) => sum + letterWidth(letter), 0);

function letterWidth(letter: string): number {
  if (DOUBLE.test(letter)) return 2;
  if (WIDE.test(letter)) return 1.5;
  if (THIN.test(letter)) return 0.65;
  return letter === letter.toLowerCase() ? 1 : 1.2;
}

/** As wide as two letters, as one and a half, and as half of one; all others count as one. */
const DOUBLE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;
const BROAD = /[mwMW…]/;
const THIN = /[ijltfrI1.,'’ -]/;

/**
 * A name on two lines, for a plate that has room for so many letters on each; the rest becomes “…”. The longest line tells how large
 * the letters may be.
 */
export function onPlate(name: string, letters: number): { lines: string[]; longest: number } {
  const lines: string[] = [];
  for (const word of name.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && breadth(`${last} ${word}`) <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const two = lines.length > 2 ? [lines[0] ?? '', `${lines[1]}…`] : lines;
  const cut = two.map((line) => cutTo(line, letters));
  return { lines: cut, longest: Math.max(1, ...cut.map(breadth)) };
}

function cutTo(line: string, letters: number): string {
  if (breadth(line) <= letters) return line;
  let kept = '';
  for (const letter of line) {
    if (breadth(`${kept}${letter}…`) > letters) break;
    kept += letter;
  }
  return `${kept}…`;
}

const breadth = (line: string): number => [...line].reduce((sum, letter) => sum + breadthOf(letter), 0);

function breadthOf(letter: string): number {
  if (DOUBLE.test(letter)) return 2;
  if (BROAD.test(letter)) return 1.5;
  if (THIN.test(letter)) return 0.55;
  return letter === letter.toLowerCase() ? 1 : 1.2;
}

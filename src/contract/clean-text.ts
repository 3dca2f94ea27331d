/**
 * Typed words as people see them: which characters are taken out, and how many letters are left. Fields and rules both
 * use these functions, so that a field never promises room that the server refuses.
 */

/**
 * A letter as people count it may be many characters: a family emoji has 11 units of UTF-16, a kiss with skin tones 15.
 */
const UNITS_PER_LETTER = 16;

const WRITE_WITHOUT_SPACES = String.raw`\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Tai_Tham}\p{scx=Tibetan}\p{scx=Javanese}\p{scx=Balinese}`;

/**
 * Controls, and what turns a neighbour's words around or hides in them. Kept, because correct text needs them: joiners
 * and non-joiners, direction marks of one character, a word break between letters of scripts that write none, and the
 * vowel separator of Mongolian.
 */
const UNSEEN = new RegExp(
  String.raw`[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]` +
    String.raw`|(?<!\p{Script=Mongolian})\u180E` +
    String.raw`|(?<![${WRITE_WITHOUT_SPACES}])\u200B(?![${WRITE_WITHOUT_SPACES}])`,
  'gu'
);
/** Half of a surrogate pair is no character: stores and wires would each make something else of it. */
const HALVES = /\p{Surrogate}/gu;
/**
 * Correct words of any script stay under this. Marks of one script alone are never cut: who could say which are right?
 */
const STACKED_MARKS =
  /((?:(?=\p{M})[\p{Script=Common}\p{Script=Inherited}]){4})(?:(?=\p{M})[\p{Script=Common}\p{Script=Inherited}])+/gu;
const TABS = /\t/gu;
const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/gu;
const TOO_MANY_BREAKS = /\n[^\S\n]*\n(?:[^\S\n]*\n)+/gu;
/** What shows: a text of nothing else (Hangul fillers, the empty Braille cell, marks on nothing) is no text. */
const SEEN = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{M}\p{Cc}\p{Cf}\u2800]/u;

/**
 * Typed words on several lines, every kind of line break as `\n`, at most one empty line in a row. Empty when nothing
 * of it can be seen.
 */
export function clean(words: string): string {
  const kept = safe(words).replace(LINE_BREAK, '\n').replace(TABS, ' ').replace(TOO_MANY_BREAKS, '\n\n').trim();
  return SEEN.test(kept) ? kept : '';
}

/** Typed words on one line: line breaks, and the space around them, are one space. */
export function cleanLine(words: string): string {
  const [first = '', ...rest] = words.split(LINE_BREAK);
  if (rest.length === 0) return clean(first);
  const lines = [first, ...rest].map((line) => line.trim()).filter(Boolean);
  return clean(lines.join(' '));
}

// The words keep the bytes they were typed in. Normal forms would swap marks of Hebrew and take letters of Hindi apart.
const safe = (words: string): string =>
  words.replace(HALVES, '\uFFFD').replace(UNSEEN, '').replace(STACKED_MARKS, '$1');

const PLAIN = /^[\x20-\x7e]*$/;
/** A runtime that cannot split words into letters counts characters, which are never fewer. */
const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('en', { granularity: 'grapheme' }) : null;

/** The letters of a text as people see them. */
export function lettersOf(words: string): string[] {
  if (!segmenter) return [...words];
  return Array.from(segmenter.segment(words), ({ segment }) => segment);
}

/**
 * How long typed words are once they are cleaned, in letters as people see them. Where letters were piled out of more
 * than {@link UNITS_PER_LETTER} units each, it is their size that counts, so that nobody stores a book under a limit of
 * 40.
 */
export function lengthOf(words: string): number {
  const cleaned = clean(words);
  if (PLAIN.test(cleaned)) return cleaned.length;
  return Math.max(lettersOf(cleaned).length, Math.ceil(cleaned.length / UNITS_PER_LETTER));
}

/**
 * Longer than this in units of UTF-16 before cleaning is too long whatever it holds, and is not looked at any further.
 */
export const unitsAtMost = (letters: number): number => 4 * letters * UNITS_PER_LETTER;

/** The beginning of a text on one line, with “…” where there is more. */
export function shortened(words: string, most: number): string {
  const letters = lettersOf(cleanLine(words));
  return letters.length > most
    ? `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : letters.join('');
}

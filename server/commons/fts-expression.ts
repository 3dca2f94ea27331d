const WORDS_AT_MOST = 12;
const LETTERS_AT_MOST = 64;
const MEANS_ALONE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * The text of the search field as an FTS5 expression: every word quoted, so that `OR`, `*`, `-` or a lone
 * `"` are words or nothing, never syntax; the last word also matches what begins with it, since it may be half typed. A
 * single letter of an alphabet begins nearly every text, and would cost seconds: it is a word of its own. Null when
 * there is no letter and no digit to look for.
 */
export function ftsExpression(typed: string): string | null {
  const words = (typed.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).slice(0, WORDS_AT_MOST);
  if (words.length === 0) return null;
  // Letters are counted whole: half a surrogate pair would be an invalid string for SQLite.
  const quoted = words.map((word) => `"${[...word].slice(0, LETTERS_AT_MOST).join('')}"`);
  const last = [...(words.at(-1) ?? '')];
  return quoted.join(' ') + (last.length > 1 || MEANS_ALONE.test(last[0] ?? '') ? '*' : '');
}

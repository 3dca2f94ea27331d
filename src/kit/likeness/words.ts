/** A word of a text: where it stands, as it is written, and as it is compared. */
export type Word = { at: number; written: string; folded: string };

/** Joiners and non-joiners stand inside words of Persian, Sinhala and others. */
const RUNS = /[\p{L}\p{M}\p{N}\u200C\u200D]+/gu;
const WRITTEN_WITHOUT_SPACES =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;
/** A runtime without it keeps such a run as one word. Runs of three letters still find what is alike. */
const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('en', { granularity: 'word' }) : null;

/**
 * The words of a text. The segmenter is asked only where words have no spaces between them: its dictionaries differ from
 * browser to browser, and it keeps “l’eau” and “d’eau” as two words that share nothing.
 */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(RUNS)].flatMap(({ 0: run, index }) =>
    partsOf(run).flatMap(({ segment: written, index: within }) => {
      const folded = fold(written);
      return folded ? [{ at: index + within, written, folded }] : [];
    })
  );
}

const partsOf = (run: string): { segment: string; index: number }[] =>
  segmenter && WRITTEN_WITHOUT_SPACES.test(run) ? [...segmenter.segment(run)] : [{ segment: run, index: 0 }];

/** Accents and points of vowels. Marks that are letters in their scripts (of Hindi, the voice marks of kana) stay. */
const ACCENTS = /(?![\u3099\u309A])(?=\p{M})[\p{Script=Inherited}\p{scx=Arabic}\p{scx=Hebrew}\p{scx=Latin}]/gu;
/** Tatweel, which only makes a word of Arabic longer, and joiners. */
const ORNAMENTS = /[\u0640\u200C\u200D]/gu;
/** “The”, also after “and”, “with”, “for”: Arabic writes them onto the word, where forms of a word must begin alike. */
const ARTICLE = /^(?:[وفبك]?ال|لل)(?=\p{L}{3})/u;

/** A word as it is compared. */
const fold = (word: string): string => foldLetters(word).replace(ARTICLE, '');

/** Without case, accents, and what only decorates. */
export function foldLetters(text: string): string {
  return (
    text
      .normalize('NFKD')
      .replace(ACCENTS, '')
      .replace(ORNAMENTS, '')
      // Up and down again: “ß” is “ss”.
      .toUpperCase()
      .toLowerCase()
      .replace(/ς/gu, 'σ')
      .replace(/[ىی]/gu, 'ي')
      .replace(/ة/gu, 'ه')
  );
}

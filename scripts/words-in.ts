import { globSync, readFileSync } from 'node:fs';

const MODULES = globSync([
  'src/words/en/*.ts',
  'src/kit/words/*.ts',
  'src/kit/*/words.ts',
  'src/methods/*/words/*.ts'
]).filter((file) => !file.endsWith('.test.ts'));
/** Words of one or two syllables stand in any code; these are sentences. */
const SENTENCE = /'([^'\\\n]* [^'\\\n]{8,})'/g;
/** A bundle keeps an object of words whole. Fewer are sentences that two modules happen to share with their code. */
const SHARE = 0.2;

const sentences = new Map(
  MODULES.map((file) => [file, [...readFileSync(file, 'utf8').matchAll(SENTENCE)].map(([, words]) => words ?? '')])
);

/**
 * The words modules that came along into these bundles, told by the sentences that stand in them and in no other
 * module. Modules without sentences of their own, such as those that only put figures into words, are not seen.
 */
export const wordsIn = (bundles: readonly string[]): string[] =>
  MODULES.filter((file) => {
    const own = ownSentences(file);
    const found = own.filter((sentence) => bundles.some((bundle) => holds(bundle, sentence)));
    return own.length > 0 && found.length >= own.length * SHARE;
  }).sort();

/** As one text, and not as a part of a longer one. */
const holds = (bundle: string, sentence: string): boolean =>
  ['"', "'", '`'].some((quote) => bundle.includes(quote + sentence + quote));

const ownSentences = (file: string): string[] =>
  (sentences.get(file) ?? []).filter((sentence) =>
    [...sentences].every(([other, theirs]) => other === file || !theirs.includes(sentence))
  );

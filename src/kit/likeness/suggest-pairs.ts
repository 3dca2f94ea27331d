import { products, runsOf, vectors, type Vectors } from './features.ts';
import { pairKey } from './pair-key.ts';
import { sharedWords, type SharedWord } from './shared-words.ts';
import { stemsOf } from './stems.ts';
import { wordsOf } from './words.ts';

export type Card = { id: string; text: string };

/** Two cards that may belong together. `shared` is the reason, in the words of each card, and is never empty. */
export type Pair = { cards: readonly [string, string]; score: number; shared: readonly SharedWord[] };

export type PairOptions = {
  most?: number;
  /** Pairs that people said no to, as {@link pairKey} names them. They do not come again. */
  refused?: ReadonlySet<string>;
  /** From 0, nothing in common, to 1, the same words. */
  leastScore?: number;
};

const MOST = 20;
/** Below this most pairs of the judged cards were no pairs to people. A loose card stays loose. */
const LEAST_SCORE = 0.25;
/** A word is rare in this share of the cards, and in two of however few. */
const RARE = 0.02;

/**
 * Cards that may belong together, likeliest first: a mean of three measures, of words, of runs of letters, and of how
 * much of the shorter card the longer one holds. The order in which cards are handed in says nothing.
 */
export function suggestPairs(cards: readonly Card[], options: PairOptions = {}): Pair[] {
  const { most = MOST, refused, leastScore = LEAST_SCORE } = options;
  const sorted = [...cards].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const written = sorted.map(({ text }) => wordsOf(text));
  const stems = stemsOf(written.flat().map(({ folded }) => folded));
  const stemOf = (word: string): string => stems.get(word) ?? word;
  const words = vectors(written.map((each) => each.map(({ folded }) => stemOf(folded))));
  const runs = vectors(written.map((each) => each.flatMap(({ folded }) => runsOf(folded))));
  const known = { stemOf, countOf: words.countOf, rarelyIn: Math.max(2, cards.length * RARE) };

  const pairs: Pair[] = [];
  for (const { first, second, score } of likely(words, runs, leastScore)) {
    if (pairs.length >= most) break;
    const [one, other] = [sorted[first]?.id ?? '', sorted[second]?.id ?? ''];
    if (refused?.has(pairKey(one, other))) continue;
    const shared = sharedWords(written[first] ?? [], written[second] ?? [], known);
    if (shared.length > 0) pairs.push({ cards: [one, other], score, shared });
  }
  return pairs;
}

type Likely = { first: number; second: number; score: number };

/** Pairs by their score, then by their place. */
function likely(words: Vectors, runs: Vectors, leastScore: number): Likely[] {
  const found: Likely[] = [];
  for (const first of words.of.keys()) {
    const [byWords, byRuns] = [products(words, first), products(runs, first)];
    for (let second = first + 1; second < byRuns.length; second += 1) {
      if (!byRuns[second]) continue;
      const [word, run] = [alike(words, byWords, first, second), alike(runs, byRuns, first, second)];
      // Logarithms differ in their last digit from engine to engine, and the order must not.
      const score = Math.round(((word.cosine + run.cosine + word.held) / 3) * 1000) / 1000;
      if (score >= leastScore) found.push({ first, second, score });
    }
  }
  return found.sort((a, b) => b.score - a.score || a.first - b.first || a.second - b.second);
}

/** `held`: how much of the one that says less the other one says, too. */
function alike({ squares }: Vectors, products: Float64Array, first: number, second: number) {
  const [one, other, product] = [squares[first] ?? 0, squares[second] ?? 0, products[second] ?? 0];
  return { cosine: product / Math.sqrt(one * other), held: product / Math.min(one, other) };
}

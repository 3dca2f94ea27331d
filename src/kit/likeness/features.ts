/** What a card is compared by, and how much each counts: rare ones much, those of many cards little. */
export type Vectors = {
  /** By card, the numbers of its features in the order in which it has them. */
  of: readonly (readonly number[])[];
  /** By feature, the numbers of the cards that have it, and its weight in a product of two cards. */
  cards: readonly (readonly number[])[];
  weights: readonly number[];
  /** By card, the product with itself. */
  squares: readonly number[];
  /** How many cards have it. */
  countOf: (feature: string) => number;
};

const LENGTH_OF_RUN = 3;
/**
 * As if there were so many cards more. On a board of three, a word in two of them is not yet a common one, and what all
 * of them share still weighs something.
 */
const CARDS_BEFORE = 50;

/** Runs of three letters, with the edges of words. They carry compounds, endings, typos, and scripts without spaces. */
export function runsOf(word: string): string[] {
  const letters = [' ', ...word, ' '];
  return letters.slice(LENGTH_OF_RUN - 1).map((_, start) => letters.slice(start, start + LENGTH_OF_RUN).join(''));
}

/** A card of few words says a thing once: how often it has a feature does not count. */
export function vectors(features: readonly (readonly string[])[]): Vectors {
  const numbers = new Map<string, number>();
  const cards: number[][] = [];
  const of = features.map((each, card) =>
    [...new Set(each)].map((feature) => {
      const number = numbers.get(feature) ?? numbers.size;
      numbers.set(feature, number);
      (cards[number] ??= []).push(card);
      return number;
    })
  );
  const weights = cards.map((having) => Math.log((features.length + CARDS_BEFORE) / having.length) ** 2);
  const squares = of.map((own) => own.reduce((sum, feature) => sum + (weights[feature] ?? 0), 0));
  const countOf = (feature: string): number => cards[numbers.get(feature) ?? -1]?.length ?? 0;
  return { of, cards, weights, squares, countOf };
}

/** The products of a card with each card behind it. */
export function products({ of, cards, weights }: Vectors, card: number): Float64Array {
  const sums = new Float64Array(of.length);
  for (const feature of of[card] ?? []) {
    const weight = weights[feature] ?? 0;
    const having = cards[feature] ?? [];
    for (let at = having.length - 1; at >= 0; at -= 1) {
      const other = having[at] ?? 0;
      if (other <= card) break;
      sums[other] = (sums[other] ?? 0) + weight;
    }
  }
  return sums;
}

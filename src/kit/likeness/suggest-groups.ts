import { pairKey } from './pair-key.ts';
import { suggestPairs, type Card, type Pair } from './suggest-pairs.ts';

/** Cards that may stand together, by id, and the pairs that brought them there: why these, and not others. */
export type Group = { cards: readonly string[]; because: readonly Pair[] };

export type GroupOptions = {
  /** Cards of one group. Without a limit, a chain of cards that are alike two by two ends far from its beginning. */
  largest?: number;
  /** As for pairs. Two cards that people keep apart are not brought together by a third either. */
  refused?: ReadonlySet<string>;
  leastScore?: number;
};

const LARGEST = 7;
/** More than a pair needs: one wrong link joins two groups. */
const LEAST_SCORE = 0.4;

/** Groups of two or more, that of the likeliest pair first. A card that is like no other is in none of them. */
export function suggestGroups(cards: readonly Card[], options: GroupOptions = {}): Group[] {
  const { largest = LARGEST, refused = new Set<string>(), leastScore = LEAST_SCORE } = options;
  const groups = new Map<string, { cards: string[]; because: Pair[] }>();
  for (const pair of suggestPairs(cards, { most: Infinity, refused, leastScore })) {
    const [first, second] = pair.cards.map((card) => groups.get(card) ?? { cards: [card], because: [] });
    if (!first || !second || first === second || first.cards.length + second.cards.length > largest) continue;
    if (first.cards.some((one) => second.cards.some((other) => refused.has(pairKey(one, other))))) continue;
    const joined = {
      cards: [...first.cards, ...second.cards].sort((a, b) => (a < b ? -1 : 1)),
      because: [...first.because, ...second.because, pair].sort((a, b) => b.score - a.score)
    };
    for (const card of joined.cards) groups.set(card, joined);
  }
  return [...new Set(groups.values())].sort((a, b) => (b.because[0]?.score ?? 0) - (a.because[0]?.score ?? 0));
}

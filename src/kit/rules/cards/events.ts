import type { Text } from '#contract/typed-text.ts';
import type { Answer, CardState } from './deck.ts';

type OfCard = { card: string; author: string | null };

/** The facts of a deck. `More`: what a method keeps of a card beside. */
export type CardEvents<More = Answer> = CardChanges & {
  CardWritten: OfCard & { text: Text | null; state: CardState } & More;
};

/** What becomes of a card. Each fact about one card names the author, whose phone shows it. */
export type CardChanges = {
  CardRewritten: OfCard & { text: Text | null; rev: number; state: CardState };
  CardRemoved: OfCard & { removed: boolean };
  CardReviewed: OfCard & { state: CardState };
  ReviewSet: { on: boolean };
  CardsStarred: { starred: Record<string, boolean> };
  /** By card, into which; null takes it out again. */
  CardsMerged: { into: Record<string, string | null> };
  /** By card, in which group; null is the loose pile. A group is made by the first card in it. */
  CardsGrouped: { places: Record<string, string | null> };
  GroupNamed: { group: string; name: Text | null };
  /** `pair`: of {@link pairKey} in the kit's likeness. */
  PairKeptApart: { pair: string; apart: boolean };
};

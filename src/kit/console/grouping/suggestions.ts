import { pairKey } from '../../likeness/pair-key.ts';
import { suggestPairs, type Pair } from '../../likeness/suggest-pairs.ts';
import type { Pile } from './piles.ts';

/** A card as it is compared: one of a photo has no words. `group`: null while it is loose. */
export type Compared = { id: string; text: string; group: string | null };
/** `across`: only pairs of a loose card and one that is not. */
export type Question = { cards: readonly Compared[]; refused: readonly string[]; across?: boolean };

/** More than are shown at once, so that the next ones are there when some are taken or refused. */
const MOST = 40;

export const comparedOn = (piles: readonly Pile[]): Compared[] =>
  piles.flatMap(({ id: group, cards }) =>
    cards.flatMap(({ id, text }) => (text === null ? [] : [{ id, text, group }]))
  );

/** Pairs of which one at least is loose: what people have grouped already is not put in question. */
export function suggestionsFor({ cards, refused, across = false }: Question): Pair[] {
  const loose = new Set(cards.filter(({ group }) => group === null).map(({ id }) => id));
  return suggestPairs(cards, { most: Infinity, refused: new Set(refused) })
    .filter(({ cards: [one, other] }) =>
      across ? loose.has(one) !== loose.has(other) : loose.has(one) || loose.has(other)
    )
    .slice(0, MOST);
}

/** A pair as it is shown: a loose card, and the one it may belong to. `pile`: the group of that one; null: both are loose. */
export type Draft = {
  key: string;
  loose: Compared;
  beside: Compared;
  pile: (Pile & { id: string }) | null;
  /** The words that both have, as the loose one writes them and as the other one does. */
  shared: readonly [readonly string[], readonly string[]];
};

/** The pairs that still say something on this desk: cards may have moved or gone since they were compared. */
export function draftsOf(piles: readonly Pile[], pairs: readonly Pair[]): Draft[] {
  const cards = new Map(comparedOn(piles).map((card) => [card.id, card]));
  const groups = new Map(piles.filter(isGroup).map((pile) => [pile.id, pile]));
  return pairs.flatMap(({ cards: [one, other], shared }) => {
    const [first, second] = [cards.get(one), cards.get(other)];
    if (!first || !second || (first.group !== null && second.group !== null)) return [];
    const words = [shared.map(([word]) => word), shared.map(([, word]) => word)] as const;
    const isFirstLoose = first.group === null;
    const [loose, beside] = isFirstLoose ? [first, second] : [second, first];
    const pile = beside.group === null ? null : (groups.get(beside.group) ?? null);
    return [{ key: pairKey(one, other), loose, beside, pile, shared: isFirstLoose ? words : [words[1], words[0]] }];
  });
}

const isGroup = (pile: Pile): pile is Pile & { id: string } => pile.id !== null;

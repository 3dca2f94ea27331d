import { foldLetters } from '../../likeness/words.ts';
import { saidOf } from '../../card-content.ts';
import type { GroupingCard, Pile } from './piles.ts';

/** By card, what it and all under it say, as it is compared. */
export const lettersOf = (piles: readonly Pile[]): ReadonlyMap<string, string> =>
  new Map(piles.flatMap(({ cards }) => cards.map((card) => [card.id, lettersIn(card)])));

/** Folded once for each card, so that neither a keystroke nor another card that moves need do it again. */
const folded = new WeakMap<GroupingCard, string>();

function lettersIn(card: GroupingCard): string {
  const letters = folded.get(card) ?? foldLetters([card, ...card.more, ...card.folded].map(saidOf).join('\n'));
  folded.set(card, letters);
  return letters;
}

/** The cards that have all of the typed words, each anywhere. */
export function findCards(letters: ReadonlyMap<string, string>, typed: string): ReadonlySet<string> {
  const sought = foldLetters(typed).split(/\s+/u);
  const found = [...letters].filter(([, said]) => sought.every((word) => said.includes(word)));
  return new Set(found.map(([id]) => id));
}

export const onlyFound = (piles: readonly Pile[], found: ReadonlySet<string>): Pile[] =>
  piles.map((pile) => ({ ...pile, cards: pile.cards.filter(({ id }) => found.has(id)) }));

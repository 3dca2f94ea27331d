import { getOwn } from '#contract/get-own.ts';
import { BOARD_AND_CONSOLE, personal } from '#contract/method.ts';
import { mergedUnder, type HasDeck } from './deck.ts';

/** What a method says of its channels. */
export type CardReaders<State> = {
  /** Channels that show these cards, or groups, now, beside board, console and the authors' own. */
  readers(state: State, cards: readonly string[]): readonly string[];
};

/** The touches of a fact about one card: without it, those under it stand for themselves, and their authors see that. */
export const touchedByCard =
  <State extends HasDeck>(readers: CardReaders<State>['readers']) =>
  ({ card }: { card: string }, state: HasDeck): string[] =>
    touchedByCards(readers, [card, ...mergedUnder(state, card)], state as State);

/** The touches of a fact about these cards. */
export const touchedByCards = <State extends HasDeck>(
  readers: CardReaders<State>['readers'],
  cards: readonly string[],
  state: State
): string[] => [...BOARD_AND_CONSOLE, ...readers(state, cards), ...channelsOfAuthors(state, cards)];

/** The channels of the authors of these cards. */
export const channelsOfAuthors = ({ deck }: HasDeck, cards: readonly string[]): string[] => [
  ...new Set(
    cards.flatMap((card) => {
      const author = getOwn(deck.cards, card)?.author ?? null;
      return author === null ? [] : [personal(author)];
    })
  )
];

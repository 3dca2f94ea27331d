import { getOwn } from '#contract/get-own.ts';
import type { Roster, Unkept } from '#contract/method.ts';
import type { Text } from '#contract/typed-text.ts';
import { notSimulated } from '../people.ts';

/** `waiting`: nobody who leads has looked at it yet. */
export type CardState = 'waiting' | 'shown' | 'hidden';

export type Card = {
  /** Null for a photo. */
  text: Text | null;
  /** Null for a card that a helper typed from an unsigned sheet. */
  author: string | null;
  /** From 1, in the order the server got them. */
  order: number;
  /** Counts the wordings, so that two people who mend one card do not overwrite each other. */
  rev: number;
  state: CardState;
  starred: boolean;
  removed: boolean;
  /** The card that says the same and stands for this one. */
  mergedInto: string | null;
  group: string | null;
  /** When the server heard it; milliseconds since 1970. */
  at: number;
};

/** The usual card: it answers one of the questions of its activity, from 0. */
export type Answer = { question: number; text: Text };
export type AnswerCard = Card & Answer;

/** A group has a name once people have seen what it is about. */
export type Group = { name: Text | null; order: number };

/** `Kind`: cards with what a method keeps of each beside. */
export type Deck<Kind extends Card = Card> = {
  cards: Record<string, Kind>;
  groups: Record<string, Group>;
  written: number;
  grouped: number;
  /** Cards wait until somebody who leads has looked at them. */
  review: boolean;
  /** Suggested pairs that were turned down, by `pairKey` of the kit's likeness: they are not suggested again. */
  apart: Record<string, true>;
};

/** The state of a method that has cards. */
export type HasDeck<Kind extends Card = Card> = { deck: Deck<Kind> };

export const newDeck = <Kind extends Card>(review: boolean): Deck<Kind> => ({
  cards: {},
  groups: {},
  written: 0,
  grouped: 0,
  review,
  apart: {}
});

/** A card that was written and not taken away. */
export function findCard<Kind extends Card>({ deck }: HasDeck<Kind>, id: string | null): Kind | null {
  const card = getOwn(deck.cards, id);
  return card && !card.removed ? card : null;
}

/** Once review is off, what waited for it is shown. */
export const stateOf = ({ review }: Pick<Deck, 'review'>, { state }: Card): CardState =>
  state === 'waiting' && !review ? 'shown' : state;

/** Ids of the cards that the room may read, in the order they were written. */
export const readable = <Kind extends Card>({ deck }: HasDeck<Kind>): [id: string, card: Kind][] =>
  Object.entries(deck.cards)
    .filter(([, card]) => !card.removed && stateOf(deck, card) === 'shown')
    .sort(([, one], [, other]) => one.order - other.order);

/** Those of them that stand for themselves, and into which others may have been merged. */
export const topCards = <Kind extends Card>(state: HasDeck<Kind>): [id: string, card: Kind][] =>
  readable(state).filter(([id]) => standInFor(state, id) === id);

/** The cards of an edition: those of simulated people are left out of a real gathering. */
export function harvestable<Kind extends Card>(state: HasDeck<Kind>, roster: Roster): [id: string, card: Kind][] {
  const isReal = isRealIn(roster);
  return readable(state).filter(([, card]) => isReal(card));
}

/** How many other cards of the same people there are. Who took a card away took it out of the meeting. */
export function unkeptCards({ deck }: HasDeck, roster: Roster): Unkept {
  const isReal = isRealIn(roster);
  const states = Object.values(deck.cards).flatMap((card) =>
    card.removed || !isReal(card) ? [] : stateOf(deck, card)
  );
  const are = (state: CardState) => states.filter((each) => each === state).length;
  return { hidden: are('hidden'), waiting: are('waiting') };
}

function isRealIn(roster: Roster): (card: Card) => boolean {
  const isReal = notSimulated(roster);
  return ({ author }) => author === null || isReal(author);
}

/** Who wrote a card of the harvest; null for one from an unsigned sheet. */
export const cardWriter = ({ deck }: HasDeck, card: string): string | null => getOwn(deck.cards, card)?.author ?? null;

/** The cards that this one was merged into, one after the other; also those that were taken away. */
export function above({ deck }: HasDeck, id: string): string[] {
  const chain: string[] = [];
  const next = (card: string) => getOwn(deck.cards, card)?.mergedInto ?? null;
  for (let at = next(id); at !== null && !chain.includes(at); at = next(at)) chain.push(at);
  return chain;
}

/** The card that stands for this one in the end: itself where it was not merged. */
export function topOf(state: HasDeck, id: string): string {
  const path = [id, ...above(state, id)];
  const gone = path.findIndex((card) => !findCard(state, card));
  return path.slice(0, gone < 0 ? path.length : gone).at(-1) ?? id;
}

/** The card under which the room reads this one: itself where the one it was merged into may not be read. */
export function standInFor(state: HasDeck, id: string): string {
  const top = topOf(state, id);
  const card = findCard(state, top);
  return card && stateOf(state.deck, card) === 'shown' ? top : id;
}

/** Cards that were merged into this one, also by way of others. */
export const mergedUnder = (state: HasDeck, id: string): string[] =>
  Object.keys(state.deck.cards).filter((card) => above(state, card).includes(id));

/** Groups in the order they were made. */
export const groupsInOrder = ({ deck }: HasDeck): [id: string, group: Group][] =>
  Object.entries(deck.groups).sort(([, one], [, other]) => one.order - other.order);

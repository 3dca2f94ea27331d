import { presentPersonFor, personFor } from '#kit/rules/people.ts';
import * as v from 'valibot';
import { commandOf, STAFF, LEADS, personal, type Fact } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import { passage } from '#contract/typed-text.ts';
import type { Events, CardRef } from '../events.ts';
import { refuse } from '../refuse.ts';
import { CARD_LONGEST } from '../limits.ts';
import { isBeforeOpening, hasInnerCircle } from '../stages/stage-order.ts';
import { getOwn } from '#contract/get-own.ts';
import { type Card, type State } from '../state.ts';

/** How many cards of one person may wait. Nobody would read more of them in time. */
const WAITING_PER_PERSON = 3;

const command = commandOf<State, Events>();
const onCard = v.strictObject({ card: v.string() });

/**
 * Never `all`: with 500 people every card would be sent to 500 phones. `board`, because a card that is taken back may
 * be on it.
 */
const seenBy = ({ person }: { person: string }) => ['console', 'board', personal(person)];

export const cards = partOf<State, Events>()({
  commands: {
    sendCard: command({
      who: ['participant', ...STAFF],
      input: v.strictObject({ card: passage(CARD_LONGEST), for: v.optional(v.string()) }),
      decide(state, { card, for: other }, by, facts, roster) {
        const person = presentPersonFor(other, by, roster);
        if (typeof person !== 'string') return person;
        if (!takesCardsNow(state)) return refuse('no-cards-now');
        const waiting = Object.values(state.cards).filter((one) => one.person === person && one.state === 'waiting');
        if (waiting.length >= WAITING_PER_PERSON) return refuse('too-many-cards', { most: WAITING_PER_PERSON });
        return [{ type: 'CardSent', data: { card: facts.id(), person, text: card } }];
      },
      undo: true
    }),
    takeBackCard: command({
      who: ['participant', ...STAFF],
      input: v.strictObject({ card: v.string(), for: v.optional(v.string()) }),
      decide(state, { card, for: other }, by) {
        const person = personFor(other, by);
        if (typeof person !== 'string') return person;
        const found = getOwn(state.cards, card);
        if (found?.person !== person) return refuse('card-unknown');
        if (found.state === 'answered') return refuse('card-answered');
        return [...takeOffBoard(state, card), { type: 'CardTakenBack', data: { card, person } }];
      }
    }),
    showCard: command({
      who: LEADS,
      input: v.strictObject({ card: v.nullable(v.string()) }),
      decide(state, { card }) {
        if (card === state.shown) return [];
        const found = getOwn(state.cards, card);
        if (card !== null && !found) return refuse('card-unknown');
        const shown = card !== null && found ? { card, person: found.person } : null;
        return [{ type: 'CardShown', data: { card: shown, before: cardOnBoard(state) } }];
      },
      undo: true
    }),
    /** The author's phone shows that the card will not be on the board. */
    hideCard: command({ who: LEADS, input: onCard, decide: markCard('hidden'), undo: true }),
    answerCard: command({ who: STAFF, input: onCard, decide: markCard('answered'), undo: true }),
    takeCards: command({
      who: LEADS,
      input: v.strictObject({ on: v.boolean() }),
      decide: (state, { on }) => (on === state.takesCards ? [] : [{ type: 'CardsTaken', data: { on } }]),
      undo: true
    })
  },
  evolve: {
    CardSent(draft, { card, person, text }) {
      draft.sent += 1;
      draft.cards[card] = { person, card: text, order: draft.sent, state: 'waiting' };
    },
    CardTakenBack(draft, { card }) {
      delete draft.cards[card];
      if (draft.shown === card) draft.shown = null;
    },
    CardMarked(draft, { card, state }) {
      const marked = getOwn(draft.cards, card);
      if (marked) marked.state = state;
    },
    CardShown(draft, { card, before }) {
      const left = getOwn(draft.cards, before?.card ?? null);
      if (left?.state === 'shown') left.state = 'waiting';
      const shown = getOwn(draft.cards, card?.card ?? null);
      draft.shown = shown ? (card?.card ?? null) : null;
      if (shown) shown.state = 'shown';
    },
    CardsTaken(draft, { on }) {
      draft.takesCards = on;
    }
  },
  touches: {
    CardSent: seenBy,
    CardTakenBack: seenBy,
    CardMarked: seenBy,
    CardShown: ({ card, before }) => [
      'console',
      'board',
      ...[card, before].flatMap((one) => (one ? [personal(one.person)] : []))
    ],
    CardsTaken: () => ['console', 'all']
  },
  takeBack: {
    CardSent: (_before, { card, person }) => [{ type: 'CardTakenBack', data: { card, person } }],
    CardMarked({ cards }, { card, person }) {
      const former = getOwn(cards, card);
      return former ? [{ type: 'CardMarked', data: { card, person, state: former.state } }] : [];
    },
    CardShown({ cards }, { card, before }) {
      const former = getOwn(cards, card?.card ?? null);
      const back: Fact<Events> = { type: 'CardShown', data: { card: before, before: card } };
      return card && former ? [back, { type: 'CardMarked', data: { ...card, state: former.state } }] : [back];
    },
    CardsTaken: ({ takesCards }) => [{ type: 'CardsTaken', data: { on: takesCards } }]
  }
});

export const takesCardsNow = ({ stage, takesCards }: State): boolean =>
  stage === 'asking' || (takesCards && hasInnerCircle(stage) && !isBeforeOpening(stage));

export const cardsBy = (state: State, person: string): [id: string, card: Card][] =>
  Object.entries(state.cards).filter(([, card]) => card.person === person);

/** Questions that nobody answered, in the order in which they were sent. */
export const unanswered = ({ cards }: State): [id: string, card: Card][] =>
  Object.entries(cards)
    .filter(([, { state }]) => state === 'waiting' || state === 'shown')
    .sort(([, one], [, other]) => one.order - other.order);

function cardOnBoard(state: State): CardRef | null {
  const shown = getOwn(state.cards, state.shown);
  return shown && state.shown !== null ? { card: state.shown, person: shown.person } : null;
}

/** With `card`: only if this card is the one on the board. */
export function takeOffBoard(state: State, card = state.shown): Fact<Events>[] {
  const before = cardOnBoard(state);
  return before && before.card === card ? [{ type: 'CardShown', data: { card: null, before } }] : [];
}

function markCard(mark: 'hidden' | 'answered') {
  return (state: State, { card }: { card: string }) => {
    const found = getOwn(state.cards, card);
    if (!found) return refuse('card-unknown');
    if (found.state === mark) return refuse('already-so');
    const done: Fact<Events> = { type: 'CardMarked', data: { card, person: found.person, state: mark } };
    return [...takeOffBoard(state, card), done];
  };
}

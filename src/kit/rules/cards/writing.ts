import * as v from 'valibot';
import { getOwn } from '#contract/get-own.ts';
import { madeId } from '#contract/made-id.ts';
import { commandOf, refuse, STAFF, type Actor, type Refusal, type Roster } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import { passage } from '#contract/typed-text.ts';
import { forSomebody, id, whole } from '../fields.ts';
import { presentPersonFor } from '../people.ts';
import { findCard, type AnswerCard, type Card, type CardState, type Deck, type HasDeck } from './deck.ts';
import { touchedByCard, touchedByCards, type CardReaders } from './card-touches.ts';
import type { CardChanges, CardEvents } from './events.ts';
import { CARD_LONGEST, CARDS_MOST } from './limits.ts';

const command = commandOf<HasDeck<AnswerCard>, CardEvents>();
const commandOnCard = commandOf<HasDeck, CardChanges>();
const QUESTIONS_MOST = 9;

/** What a method says of its cards. */
export type WritingRules<State> = {
  /** Why no card of this question can be written now; null when one can. */
  refusal(state: State, question: number): Refusal | null;
};

/** Everybody writes cards, helpers for people without a phone. */
export const cardWriting = <State extends HasDeck<AnswerCard>>({
  refusal,
  readers
}: WritingRules<State> & CardReaders<State>) =>
  partOf<HasDeck<AnswerCard>, CardEvents>()({
    commands: {
      /** Said again after a lost connection, it is the same card: `card` is made on the device that writes. */
      writeCard: command({
        who: ['participant', ...STAFF],
        input: v.strictObject({
          /** Left out by a form that was sent before the scripts were there. */
          card: v.optional(madeId),
          question: whole(0, QUESTIONS_MOST - 1),
          text: passage(CARD_LONGEST),
          for: forSomebody
        }),
        decide(state, { card: made, question, text, for: other }, by, facts, roster) {
          const card = made ?? facts.id();
          const author = authorOf(other, by, roster);
          if (author !== null && typeof author !== 'string') return author;
          const known = getOwn(state.deck.cards, card);
          if (known) return known.author === author ? [] : refuse('card-taken');
          const refused = refusal(state as State, question);
          if (refused) return refused;
          if (state.deck.written >= CARDS_MOST) return refuse('too-many-cards', { most: CARDS_MOST });
          return [{ type: 'CardWritten', data: { card, question, text, author, state: firstState(state, by) } }];
        },
        undo: true
      })
    },
    evolve: {
      CardWritten({ deck }, written, at) {
        addCard(deck, written, at);
      }
    },
    touches: { CardWritten: ({ card }, state) => touchedByCards(readers, [card], state as State) },
    takeBack: { CardWritten: (_before, { card, author }) => [takenAway(card, author)] }
  });

/** Unless it is there already. */
export function addCard<Written extends { card: string; author: string | null; text: Card['text']; state: CardState }>(
  deck: Deck<Omit<Written, 'card'> & Card>,
  { card, ...written }: Written,
  at: number
): boolean {
  if (getOwn(deck.cards, card)) return false;
  deck.written += 1;
  const fresh = { order: deck.written, rev: 0, starred: false, removed: false, mergedInto: null, group: null, at };
  deck.cards[card] = { ...written, ...fresh };
  return true;
}

/** The fact that takes back a card that was written. */
export const takenAway = (card: string, author: string | null) =>
  ({ type: 'CardRemoved', data: { card, author, removed: true } }) as const;

export type MendingRules<State extends HasDeck> = {
  /** Why this card cannot be changed now; null when it can. */
  refusal?(state: State, card: string): Refusal | null;
  /** Left out: its author may, and helpers. */
  mayChange?(state: State, card: State['deck']['cards'][string], by: Actor): boolean;
};

/** A card is mended and taken away by its author, and by those who help. */
export const cardMending = <State extends HasDeck>({
  refusal = () => null,
  mayChange = isOwnOrHelps,
  readers
}: MendingRules<State> & CardReaders<State>) => {
  const shownTo = touchedByCard(readers);
  const may = (state: HasDeck, card: Card, by: Actor) =>
    mayChange(state as State, card as State['deck']['cards'][string], by);
  return partOf<HasDeck, CardChanges>()({
    commands: {
      rewriteCard: commandOnCard({
        who: ['participant', ...STAFF],
        input: v.strictObject({ card: id, text: passage(CARD_LONGEST), rev: whole(0, 1_000_000) }),
        decide(state, { card, text, rev }, by) {
          const found = findCard(state, card);
          if (!found) return refuse('card-unknown');
          if (!may(state, found, by)) return refuse('not-your-card');
          if (found.rev !== rev) return refuse('card-changed');
          const refused = refusal(state as State, card);
          if (refused) return refused;
          const seen = by.role === 'participant' && state.deck.review ? 'waiting' : found.state;
          return [{ type: 'CardRewritten', data: { card, author: found.author, text, rev: rev + 1, state: seen } }];
        },
        undo: true
      }),
      removeCard: commandOnCard({
        who: ['participant', ...STAFF],
        input: v.strictObject({ card: id }),
        decide(state, { card }, by) {
          const found = getOwn(state.deck.cards, card);
          if (!found) return refuse('card-unknown');
          if (!may(state, found, by)) return refuse('not-your-card');
          return found.removed ? [] : (refusal(state as State, card) ?? [takenAway(card, found.author)]);
        },
        undo: true
      })
    },
    evolve: {
      CardRewritten({ deck }, { card, text, rev, state }) {
        const found = getOwn(deck.cards, card);
        // Numbered on, also when a wording returns: who has read the one taken back must not overwrite it.
        if (found) Object.assign(found, { text, state, rev: Math.max(rev, found.rev + 1) });
      },
      CardRemoved({ deck }, { card, removed }) {
        const found = getOwn(deck.cards, card);
        if (found) found.removed = removed;
      }
    },
    touches: { CardRewritten: shownTo, CardRemoved: shownTo },
    takeBack: {
      CardRewritten({ deck }, { card, author, rev }) {
        const found = getOwn(deck.cards, card);
        return found
          ? [{ type: 'CardRewritten', data: { card, author, text: found.text, rev: rev + 1, state: found.state } }]
          : [];
      },
      CardRemoved: (_before, { card, author, removed }) => [
        { type: 'CardRemoved', data: { card, author, removed: !removed } }
      ]
    }
  });
};

/** A helper may type a sheet that nobody signed; participants write in their own name. */
function authorOf(other: string | undefined, by: Actor, roster: Roster): string | null | Refusal {
  return by.role !== 'participant' && other === undefined ? null : presentPersonFor(other, by, roster);
}

/** What a helper typed was looked at while it was typed. */
const firstState = ({ deck }: HasDeck, by: Actor): CardState =>
  deck.review && by.role === 'participant' ? 'waiting' : 'shown';

const isOwnOrHelps = (_state: unknown, { author }: Card, by: Actor): boolean =>
  by.role !== 'participant' || (by.person !== null && author === by.person);

import * as v from 'valibot';
import { commandOf, LEADS, refuse } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import { id } from '../fields.ts';
import { findCard, type CardState, type HasDeck } from './deck.ts';
import type { CardChanges } from './events.ts';
import { touchedByCard, touchedByCards, type CardReaders } from './card-touches.ts';

const command = commandOf<HasDeck, CardChanges>();

/** Leads look at cards before the room sees them, and take one from the board at any time. */
export const cardReview = <State extends HasDeck>({ readers }: CardReaders<State>) =>
  partOf<HasDeck, CardChanges>()({
    commands: {
      showCard: reviewed('shown'),
      /** The author is told that the card is not shown. */
      hideCard: reviewed('hidden'),
      setReview: command({
        who: LEADS,
        input: v.strictObject({ on: v.boolean() }),
        decide: ({ deck }, { on }) => (deck.review === on ? [] : [{ type: 'ReviewSet', data: { on } }]),
        undo: true
      })
    },
    evolve: {
      CardReviewed(draft, { card, state }) {
        const found = findCard(draft, card);
        if (found) found.state = state;
      },
      ReviewSet({ deck }, { on }) {
        deck.review = on;
      }
    },
    touches: {
      CardReviewed: touchedByCard(readers),
      // Cards that waited are shown once nobody looks at them first, to their authors, too.
      ReviewSet: (_data, state) => touchedByCards(readers, Object.keys(state.deck.cards), state as State)
    },
    takeBack: {
      CardReviewed(before, { card, author }) {
        const found = findCard(before, card);
        return found ? [{ type: 'CardReviewed', data: { card, author, state: found.state } }] : [];
      },
      ReviewSet: ({ deck }) => [{ type: 'ReviewSet', data: { on: deck.review } }]
    }
  });

function reviewed(to: Exclude<CardState, 'waiting'>) {
  return command({
    who: LEADS,
    input: v.strictObject({ card: id }),
    decide(state, { card }) {
      const found = findCard(state, card);
      if (!found) return refuse('card-unknown');
      return found.state === to ? [] : [{ type: 'CardReviewed', data: { card, author: found.author, state: to } }];
    },
    undo: true
  });
}

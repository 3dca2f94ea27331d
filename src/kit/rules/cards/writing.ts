import * as v from 'valibot';
import { getOwn } from '#contract/get-own.ts';
import { commandOf, refuse, STAFF, type Actor, type Refusal, type Roster } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import { passage } from '#contract/typed-text.ts';
import { forSomebody, id, made, whole } from '../fields.ts';
import { presentPersonFor } from '../people.ts';
import { findCard, type Card, type CardState, type HasDeck } from './deck.ts';
import { onCard, type CardReaders } from './card-channels.ts';
import type { CardEvents } from './events.ts';
import { CARD_LONGEST, CARDS_MOST } from './limits.ts';

const command = commandOf<HasDeck, CardEvents>();
const QUESTIONS_MOST = 9;

/** What a method says of its cards. */
export type WritingRules<State> = {
  /** Why no card of this question can be written or changed now; null when one can. */
  refusal(state: State, question: number, by: Actor): Refusal | null;
};

/** Cards are written, mended and taken away: by their author, and by helpers for people without a phone. */
export const cardWriting = <State extends HasDeck>({ refusal, readers }: WritingRules<State> & CardReaders<State>) => {
  const shownTo = onCard(readers);
  return partOf<HasDeck, CardEvents>()({
    commands: {
      /** Said again after a lost connection, it is the same card: `card` is made on the device that writes. */
      writeCard: command({
        who: ['participant', ...STAFF],
        input: v.strictObject({
          /** Left out by a form that was sent before the scripts were there. */
          card: v.optional(made),
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
          const refused = refusal(state as State, question, by);
          if (refused) return refused;
          if (state.deck.written >= CARDS_MOST) return refuse('too-many-cards', { most: CARDS_MOST });
          return [{ type: 'CardWritten', data: { card, question, text, author, state: firstState(state, by) } }];
        },
        undo: true
      }),
      rewriteCard: command({
        who: ['participant', ...STAFF],
        input: v.strictObject({ card: id, text: passage(CARD_LONGEST), rev: whole(0, 1_000_000) }),
        decide(state, { card, text, rev }, by) {
          const found = findCard(state, card);
          if (!found) return refuse('card-unknown');
          if (!mayChange(found, by)) return refuse('not-your-card');
          if (found.rev !== rev) return refuse('card-changed');
          const refused = refusal(state as State, found.question, by);
          if (refused) return refused;
          const seen = by.role === 'participant' && state.deck.review ? 'waiting' : found.state;
          return [{ type: 'CardRewritten', data: { card, author: found.author, text, rev: rev + 1, state: seen } }];
        },
        undo: true
      }),
      removeCard: command({
        who: ['participant', ...STAFF],
        input: v.strictObject({ card: id }),
        decide(state, { card }, by) {
          const found = getOwn(state.deck.cards, card);
          if (!found) return refuse('card-unknown');
          if (!mayChange(found, by)) return refuse('not-your-card');
          if (found.removed) return [];
          return (
            refusal(state as State, found.question, by) ?? [
              { type: 'CardRemoved', data: { card, author: found.author, removed: true } }
            ]
          );
        },
        undo: true
      })
    },
    evolve: {
      CardWritten({ deck }, { card, ...written }) {
        if (getOwn(deck.cards, card)) return;
        deck.written += 1;
        deck.cards[card] = {
          ...written,
          order: deck.written,
          rev: 0,
          starred: false,
          removed: false,
          mergedInto: null,
          group: null
        };
      },
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
    touches: { CardWritten: shownTo, CardRewritten: shownTo, CardRemoved: shownTo },
    takeBack: {
      CardWritten: (_before, { card, author }) => [{ type: 'CardRemoved', data: { card, author, removed: true } }],
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

const mayChange = ({ author }: Card, by: Actor): boolean =>
  by.role !== 'participant' || (by.person !== null && author === by.person);

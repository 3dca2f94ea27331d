import * as v from 'valibot';
import { getOwn } from '#contract/get-own.ts';
import { madeId } from '#contract/made-id.ts';
import { commandOf, personal, STAFF, type Actor, type Decision, type Roster } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import { photo } from '#contract/photo.ts';
import { passage, text } from '#contract/typed-text.ts';
import { touchedByCards } from '#kit/rules/cards/card-touches.ts';
import { findCard } from '#kit/rules/cards/deck.ts';
import { addCard, cardMending, takenAway } from '#kit/rules/cards/writing.ts';
import { forSomebody, id, whole } from '#kit/rules/fields.ts';
import type { Events } from '../events.ts';
import { NOTE_KINDS, NOTE_LONGEST } from '../limits.ts';
import { refuse } from '../refuse.ts';
import { ROUNDS_MOST } from '../settings.ts';
import type { State } from '../state.ts';
import { authorOf, mayTend, mayWriteAt } from './authors.ts';
import { readers } from './note-channels.ts';

const command = commandOf<State, Events>();
/** A table writes twenty in a round; this only keeps one table in bounds. */
export const NOTES_AT_A_TABLE = 500;
/** `card`: left out by a form that was sent before the scripts were there. */
const writtenAt = { card: v.optional(madeId), table: id, round: whole(1, ROUNDS_MOST), for: forSomebody };

export const writing = partOf<State, Events>()({
  commands: {
    /**
     * Lands at the table and in the round it was written for, however late it arrives: a scribe who had no network at
     * the move loses nothing. The author must have sat at that table in that round: this is what the record can check.
     */
    addNote: command({
      who: ['participant', ...STAFF],
      input: v.strictObject({
        ...writtenAt,
        kind: v.picklist(NOTE_KINDS),
        text: passage(NOTE_LONGEST),
        parent: v.nullable(id),
        gem: v.boolean()
      }),
      decide: (state, { card, for: other, ...written }, by, facts, roster): Decision<Events> =>
        added(state, { card: card ?? facts.id(), ...written, photo: null }, other, by, roster),
      undo: true
    }),
    addPhoto: command({
      who: ['participant', ...STAFF],
      input: v.strictObject({ ...writtenAt, photo: photo() }),
      decide: (state, { card, for: other, ...at }, by, facts, roster): Decision<Events> => {
        const photo = { card: card ?? facts.id(), ...at, kind: 'idea', text: null, parent: null, gem: false } as const;
        return added(state, photo, other, by, roster);
      },
      undo: true
    }),
    carry: command({
      who: ['participant'],
      input: v.strictObject({ text: v.nullable(text(NOTE_LONGEST)) }),
      decide(state, { text }, by): Decision<Events> {
        if (by.person === null) return refuse('for-whom');
        if (text === null && !getOwn(state.carries, by.person)) return [];
        return [{ type: 'CarrySet', data: { person: by.person, text } }];
      }
    })
  },
  evolve: {
    CardWritten(draft, written, at) {
      const { card, table, author } = written;
      const found = getOwn(draft.tables, table);
      if (!found || !addCard(draft.deck, written, at)) return;
      found.notes.push(card);
      if (author !== null) (draft.wrote[author] ??= []).push(card);
    },
    CarrySet(draft, { person, text }) {
      if (text === null) delete draft.carries[person];
      else draft.carries[person] = text;
    }
  },
  touches: {
    CardWritten: ({ card }, state) => touchedByCards(readers.readers, [card], state),
    CarrySet: ({ person }) => [personal(person)]
  },
  takeBack: { CardWritten: (_before, { card, author }) => [takenAway(card, author)] }
});

/** The author of a note may change it, and those who may tend the notes of its table. */
export const mending = cardMending<State>({
  ...readers,
  mayChange: (state, { author, table }, by) => (by.person !== null && author === by.person) || mayTend(state, by, table)
});

type Written = Omit<Events['CardWritten'], 'author' | 'state'>;

function added(state: State, written: Written, other: string | undefined, by: Actor, roster: Roster): Decision<Events> {
  const author = authorOf(other, by, roster);
  if (author !== null && typeof author !== 'string') return author;
  const known = getOwn(state.deck.cards, written.card);
  if (known) return known.author === author ? [] : refuse('card-taken');
  const table = getOwn(state.tables, written.table);
  if (!table) return refuse('table-unknown');
  if (written.round > state.round) return refuse('round-unknown');
  if (!mayWriteAt(state, by, author, written)) return refuse('not-at-this-table', { number: table.number });
  if (table.notes.length >= NOTES_AT_A_TABLE) return refuse('too-many-notes', { most: NOTES_AT_A_TABLE });
  const seen = state.deck.review ? 'waiting' : 'shown';
  return [{ type: 'CardWritten', data: { ...written, parent: parentFor(state, written), author, state: seen } }];
}

/**
 * What it hung under may have gone or been nested meanwhile. The note comes first, the place second: it is never
 * refused for that.
 */
function parentFor(state: State, { card, parent }: Written): string | null {
  if (parent === null || parent === card) return null;
  const found = findCard(state, parent);
  return found ? (found.parent ?? parent) : null;
}

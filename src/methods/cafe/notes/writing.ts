import * as v from 'valibot';
import { commandOf, STAFF, personal, type Actor, type Decision, type Fact, type Roster } from '#contract/method.ts';
import type { Events } from '../events.ts';
import { partOf } from '#contract/part.ts';
import { photo } from '#contract/photo.ts';
import { passage, text } from '#contract/typed-text.ts';
import { forSomebody, id, made, whole } from '#kit/rules/fields.ts';
import { authorOf, mayWriteAt, mayWriteIn } from './authors.ts';
import { anyNote, noteNamed } from './find-notes.ts';
import { noteReaders, onNote, withThoseUnder } from './note-channels.ts';
import { no } from '../refusals.ts';
import { NOTE_KINDS, NOTE_LONGEST } from '../limits.ts';
import { ROUNDS_MOST } from '../settings.ts';
import { getOwn } from '#contract/get-own.ts';
import { shelfOf, type State } from '../state.ts';

const command = commandOf<State, Events>();
/** A table writes twenty in a round; this only keeps one table in bounds. */
export const NOTES_AT_A_TABLE = 500;
const writtenAt = { note: made, table: id, round: whole(1, ROUNDS_MOST), for: forSomebody };

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
      decide: (state, { for: other, ...written }, by, _facts, roster): Decision<Events> =>
        added(state, { ...written, photo: null }, other, by, roster),
      undo: (before, input, done) => unwritten(before, input, done)
    }),
    addPhoto: command({
      who: ['participant', ...STAFF],
      input: v.strictObject({ ...writtenAt, photo: photo() }),
      decide: (state, { for: other, ...written }, by, _facts, roster): Decision<Events> =>
        added(state, { ...written, kind: 'idea', text: null, parent: null, gem: false }, other, by, roster),
      undo: (before, input, done) => unwritten(before, input, done)
    }),
    rewriteNote: command({
      who: ['participant', ...STAFF],
      input: v.strictObject({ note: id, text: passage(NOTE_LONGEST), rev: whole(0, 1_000_000) }),
      decide(state, { note, text, rev }, by): Decision<Events> {
        const found = noteNamed(state, note);
        if (!found) return no('note-unknown');
        if (!mayWriteIn(state, by, found)) return no('not-your-note');
        if (found.note.rev !== rev) return no('note-changed');
        const seen = state.review && by.role === 'participant' ? 'waiting' : found.note.state;
        return [{ type: 'NoteRewritten', data: { ...onNote(found), text, rev: rev + 1, state: seen } }];
      },
      undo(before, { note }) {
        const found = anyNote(before, note);
        // The undo counts `rev` on, too: an author who read the wording that is taken back must not overwrite the one
        // that returns.
        return found
          ? [
              {
                type: 'NoteRewritten',
                data: { ...onNote(found), text: found.note.text, rev: found.note.rev + 2, state: found.note.state }
              }
            ]
          : [];
      }
    }),
    removeNote: command({
      who: ['participant', ...STAFF],
      input: v.strictObject({ note: id }),
      decide(state, { note }, by): Decision<Events> {
        const found = anyNote(state, note);
        if (!found) return no('note-unknown');
        if (!mayWriteIn(state, by, found)) return no('not-your-note');
        return found.note.removed ? [] : [{ type: 'NoteRemoved', data: { ...onNote(found), removed: true } }];
      },
      undo(before, { note }) {
        const found = anyNote(before, note);
        return found ? [{ type: 'NoteRemoved', data: { ...onNote(found), removed: false } }] : [];
      }
    }),
    carry: command({
      who: ['participant'],
      input: v.strictObject({ text: v.nullable(text(NOTE_LONGEST)) }),
      decide(state, { text }, by): Decision<Events> {
        if (by.person === null) return no('for-whom');
        if (text === null && !getOwn(state.carries, by.person)) return [];
        return [{ type: 'CarrySet', data: { person: by.person, text } }];
      }
    })
  },
  evolve: {
    NoteWritten(draft, { note, table, author, ...written }, at) {
      const found = getOwn(draft.tables, table);
      if (!found || anyNote(draft, note)) return;
      draft.written += 1;
      found.notes[note] = {
        ...written,
        author,
        order: draft.written,
        star: false,
        mergedInto: null,
        rev: 0,
        cluster: null,
        removed: false,
        at
      };
      (draft.shelves[shelfOf(note)] ??= {})[note] = table;
      if (author !== null) (draft.wrote[author] ??= []).push(note);
    },
    NoteRewritten(draft, { note, text, rev, state }) {
      const found = anyNote(draft, note);
      if (found) Object.assign(found.note, { text, rev: Math.max(rev, found.note.rev + 1), state });
    },
    NoteRemoved(draft, { note, removed }) {
      const found = anyNote(draft, note);
      if (found) found.note.removed = removed;
    },
    CarrySet(draft, { person, text }) {
      if (text === null) delete draft.carries[person];
      else draft.carries[person] = text;
    }
  },
  touches: {
    NoteWritten: noteReaders,
    NoteRewritten: noteReaders,
    NoteRemoved: withThoseUnder,
    CarrySet: ({ person }) => [personal(person)]
  }
});

type Written = Omit<Events['NoteWritten'], 'author' | 'state'>;

function added(state: State, written: Written, other: string | undefined, by: Actor, roster: Roster): Decision<Events> {
  const author = authorOf(other, by, roster);
  if (author !== null && typeof author !== 'string') return author;
  const known = anyNote(state, written.note);
  if (known) return known.note.author === author ? [] : no('note-taken');
  const table = getOwn(state.tables, written.table);
  if (!table) return no('table-unknown');
  if (written.round > state.round) return no('round-unknown');
  if (!mayWriteAt(state, by, author, written)) return no('not-at-this-table', { number: table.number });
  if (Object.keys(table.notes).length >= NOTES_AT_A_TABLE) return no('too-many-notes', { most: NOTES_AT_A_TABLE });
  const seen = state.review ? 'waiting' : 'shown';
  return [{ type: 'NoteWritten', data: { ...written, parent: parentFor(state, written), author, state: seen } }];
}

/**
 * What it hung under may have gone or been nested meanwhile. The note comes first, the place second: it is never
 * refused for that.
 */
function parentFor(state: State, { note, parent }: Written): string | null {
  if (parent === null || parent === note) return null;
  const found = noteNamed(state, parent);
  return found ? (found.note.parent ?? parent) : null;
}

function unwritten(_before: State, _input: unknown, done: readonly Fact<Events>[]): Fact<Events>[] {
  return done.flatMap(({ type, data }): Fact<Events>[] =>
    type === 'NoteWritten'
      ? [{ type: 'NoteRemoved', data: { note: data.note, table: data.table, author: data.author, removed: true } }]
      : []
  );
}

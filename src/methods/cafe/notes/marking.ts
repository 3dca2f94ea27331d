import * as v from 'valibot';
import { commandOf, STAFF, isRefusal, type Actor, type Decision, type Fact } from '#contract/method.ts';
import type { Events } from '../events.ts';
import { partOf } from '#contract/part.ts';
import { text } from '#contract/typed-text.ts';
import { id, ids } from '#kit/rules/fields.ts';
import { nowAt, readersOf } from '../audiences.ts';
import { mayTend, noteNamed, type Found } from './find-notes.ts';
import { noteReaders, onNote, withThoseUnder } from './note-channels.ts';
import { no } from '../refusals.ts';
import { seatOf } from '../seating/seats.ts';
import { LINE_LONGEST } from '../limits.ts';
import { getOwn } from '#contract/get-own.ts';
import { isShown, NEEDS, type State } from '../state.ts';
import { tableChannel } from '../channels.ts';

const command = commandOf<State, Events>();
const who = ['participant', ...STAFF] as const;
const marking = v.strictObject({ notes: ids, on: v.boolean() });
export const LINES_MOST = 3;

const atTable = ({ table }: { table: string }) => ['console', tableChannel(table)];

export const tending = partOf<State, Events>()({
  commands: {
    starNote: command({
      who,
      input: marking,
      decide: (state, { notes, on }, by) =>
        tended(state, notes, by, (found) => marked(found, { star: on, gem: found.note.gem })),
      undo: unmarked
    }),
    gemNote: command({
      who,
      input: marking,
      decide: (state, { notes, on }, by) =>
        tended(state, notes, by, (found) => marked(found, { star: found.note.star, gem: on })),
      undo: unmarked
    }),
    mergeNotes: command({
      who,
      input: v.strictObject({ from: ids, into: id }),
      decide: (state, { from, into }, by) =>
        tended(state, from, by, (found): Decision<Events> => {
          const other = noteNamed(state, into);
          if (!other) return no('note-unknown');
          if (reaches(state, into, found.id)) return no('same-note');
          if (by.role === 'participant' && !mayTend(state, by, other.table)) return no('not-your-table');
          return found.note.mergedInto === into ? [] : [{ type: 'NotesMerged', data: { ...onNote(found), into } }];
        }),
      undo: (before, input, done) => unmerged(before, input, done)
    }),
    unmergeNote: command({
      who,
      input: v.strictObject({ note: id }),
      decide: (state, { note }, by) =>
        tended(state, [note], by, (found) =>
          found.note.mergedInto === null ? [] : [{ type: 'NotesMerged', data: { ...onNote(found), into: null } }]
        ),
      undo: (before, input, done) => unmerged(before, input, done)
    }),
    chooseCard: command({
      who,
      input: v.strictObject({ table: id, note: v.nullable(id) }),
      decide(state, { table, note }, by): Decision<Events> {
        if (!isShown(state) || !getOwn(state.tables, table)) return no('table-unknown');
        const at = nowAt(state, table);
        if (!mayTend(state, by, at)) return no('not-your-table');
        const found = note === null ? null : noteNamed(state, note);
        if (note !== null && (!found || !readersOf(state, found.table).includes(at))) return no('note-unknown');
        return [{ type: 'CardChosen', data: { table: at, round: state.round, note } }];
      },
      undo: (before, _input, done) =>
        done.flatMap(({ type, data }): Fact<Events>[] => {
          if (type !== 'CardChosen') return [];
          const note = getOwn(before.tables, data.table)?.cards[data.round] ?? null;
          return [{ type, data: { ...data, note } }];
        })
    }),
    setLines: command({
      who,
      input: v.strictObject({ table: id, lines: v.pipe(v.array(text(LINE_LONGEST)), v.maxLength(LINES_MOST)) }),
      decide(state, { table, lines }, by): Decision<Events> {
        if (!getOwn(state.tables, table)) return no('table-unknown');
        if (!mayTend(state, by, table)) return no('not-your-table');
        return [{ type: 'LinesSet', data: { table: nowAt(state, table), lines } }];
      },
      undo: (before, { table }) => {
        const at = nowAt(before, table);
        return [{ type: 'LinesSet', data: { table: at, lines: getOwn(before.tables, at)?.lines ?? [] } }];
      }
    }),
    needs: command({
      who,
      /** Each person at the table may call a helper. */
      input: v.strictObject({ table: id, what: v.nullable(v.picklist(NEEDS)) }),
      decide(state, { table, what }, by): Decision<Events> {
        const found = getOwn(state.tables, table);
        if (!found) return no('table-unknown');
        const sits = by.person !== null && seatOf(state, by.person) === table;
        if (!sits && !mayTend(state, by, table)) return no('not-at-this-table', { number: found.number });
        return found.needs === what ? [] : [{ type: 'NeedSet', data: { table, what } }];
      },
      undo: (before, { table }) => [
        { type: 'NeedSet', data: { table, what: getOwn(before.tables, table)?.needs ?? null } }
      ]
    })
  },
  evolve: {
    NoteMarked(draft, { note, star, gem }) {
      const found = noteNamed(draft, note);
      if (found) Object.assign(found.note, { star, gem });
    },
    NotesMerged(draft, { note, into }) {
      const found = noteNamed(draft, note);
      if (found && (into === null || !reaches(draft, into, note))) found.note.mergedInto = into;
    },
    CardChosen(draft, { table, round, note }) {
      const cards = getOwn(draft.tables, table)?.cards;
      if (!cards) return;
      if (note === null) delete cards[round];
      else cards[round] = note;
    },
    LinesSet(draft, { table, lines }) {
      const found = getOwn(draft.tables, table);
      if (found) found.lines = lines;
    },
    NeedSet(draft, { table, what }) {
      const found = getOwn(draft.tables, table);
      if (found) found.needs = what;
    }
  },
  touches: {
    NoteMarked: noteReaders,
    NotesMerged: withThoseUnder,
    CardChosen: ({ table }) => ['board', ...atTable({ table })],
    LinesSet: atTable,
    NeedSet: atTable
  }
});

/** Decides for each note; one refusal refuses the whole command. */
function tended(
  state: State,
  notes: readonly string[],
  by: Actor,
  then: (found: Found) => Decision<Events>
): Decision<Events> {
  const facts: Fact<Events>[] = [];
  for (const note of new Set(notes)) {
    const found = noteNamed(state, note);
    if (!found) return no('note-unknown');
    if (!mayTend(state, by, found.table)) return no('not-your-table');
    const decided = then(found);
    if (isRefusal(decided)) return decided;
    facts.push(...decided);
  }
  return facts;
}

const marked = (found: Found, { star, gem }: { star: boolean; gem: boolean }): Decision<Events> =>
  found.note.star === star && found.note.gem === gem
    ? []
    : [{ type: 'NoteMarked', data: { ...onNote(found), star, gem } }];

/** Notes merged in a ring would hide each other, and none would be shown. */
function reaches(state: State, from: string, to: string): boolean {
  const seen = new Set<string>();
  for (let at: string | null = from; at !== null && !seen.has(at);) {
    if (at === to) return true;
    seen.add(at);
    at = noteNamed(state, at)?.note.mergedInto ?? null;
  }
  return false;
}

function unmarked(before: State, { notes }: { notes: string[]; on: boolean }): Fact<Events>[] {
  return notes.flatMap((note): Fact<Events>[] => {
    const found = noteNamed(before, note);
    return found
      ? [{ type: 'NoteMarked', data: { ...onNote(found), star: found.note.star, gem: found.note.gem } }]
      : [];
  });
}

function unmerged(before: State, _input: unknown, done: readonly Fact<Events>[]): Fact<Events>[] {
  return done.flatMap(({ type, data }): Fact<Events>[] =>
    type === 'NotesMerged'
      ? [{ type, data: { ...data, into: noteNamed(before, data.note)?.note.mergedInto ?? null } }]
      : []
  );
}

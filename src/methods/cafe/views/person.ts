import { getOwn } from '#contract/get-own.ts';
import type { Seen, Text } from '#contract/typed-text.ts';
import { notesBy, noteView } from '../notes/find-notes.ts';
import { letterFor } from '../planning/letter-moves.ts';
import { isScribe } from '../seating/hosting.ts';
import { seatOf } from '../seating/seats.ts';
import { waits } from '../seating/queue-for-chairs.ts';
import { type State, isShown, current } from '../state.ts';
import { seatMarks } from './at-table.ts';
import type { NoteView } from './note.ts';

/** `person:…`. Null until this person has a seat, waits for one, chose a topic or wrote something. */
export type PersonView = {
  /** The table of this round, and of the one before; null when there is none. */
  table: string | null;
  from: string | null;
  /**
   * The round of `table`. A page that shows both takes both from this view: two views arrive one after the other, and
   * would not match in between.
   */
  round: number;
  /** 0 is A; null when the plan does not go by letters, or this move would lead them elsewhere by it. */
  letter: number | null;
  /** They said that they sit there, or a host or helper said it for them. */
  here: boolean;
  hosts: boolean;
  /** They asked when every chair was taken, and are given one as soon as there is one. */
  waits: boolean;
  /** Tables whose topics they would like to visit. */
  chosen: string[];
  /** A scribe of the whole café: may merge, star and choose like a host, at every table. */
  scribe: boolean;
  /** Notes of their own, newest last. */
  notes: Record<string, NoteView>;
  /** What they want to carry to the next table; nobody else sees it. */
  carry: Text | null;
};

export type PersonSeen = Seen<PersonView>;

export function personView(state: State, person: string): PersonView | null {
  const notes = Object.fromEntries(notesBy(state, person).map(({ id, note }) => [id, noteView(state, note)]));
  const table = isShown(state) ? seatOf(state, person) : null;
  const from = isShown(state) ? seatOf(state, person, state.round - 1) : null;
  const own: PersonView = {
    table,
    from,
    round: state.round,
    letter: table === null ? null : letterFor(state, person),
    ...seatMarks(current(state), table, person),
    waits: waits(state, person),
    chosen: getOwn(state.chosen, person) ?? [],
    scribe: isScribe(state, person),
    notes,
    carry: getOwn(state.carries, person) ?? null
  };
  const isSomebody =
    table !== null ||
    from !== null ||
    own.waits ||
    own.scribe ||
    own.carry !== null ||
    own.chosen.length > 0 ||
    Object.keys(notes).length > 0;
  return isSomebody ? own : null;
}

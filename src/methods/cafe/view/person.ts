import { find } from '#contract/find.ts';
import { letterFor } from '../planning/letters.ts';
import { isScribe } from '../seating/hosting.ts';
import { anyNote, noteView, stateOf } from '../notes/noted.ts';
import { seatOf } from '../seating/seats.ts';
import { waits } from '../seating/waiting.ts';
import { current, isShown, type State } from '../state.ts';
import type { MineView, OwnView } from '../views.ts';
import { standing } from './standing.ts';

export function forPerson(state: State, person: string): MineView {
  const notes = ownNotes(state, person);
  const table = isShown(state) ? seatOf(state, person) : null;
  const from = isShown(state) ? seatOf(state, person, state.round - 1) : null;
  const own: OwnView = {
    table,
    from,
    round: state.round,
    letter: table === null ? null : letterFor(state, person),
    ...standing(current(state), table, person),
    waits: waits(state, person),
    chosen: find(state.chosen, person) ?? [],
    scribe: isScribe(state, person),
    notes,
    carry: find(state.carries, person) ?? null
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

function ownNotes(state: State, person: string): OwnView['notes'] {
  const found = (find(state.wrote, person) ?? []).map((id) => anyNote(state, id));
  return Object.fromEntries(
    found.flatMap((one) =>
      one && !one.note.removed ? [[one.id, { ...noteView(state, one), state: stateOf(state, one.note) }]] : []
    )
  );
}

import { isHere, isShownOut } from '../../shared/people.ts';
import { find } from '#contract/find.ts';
import type { Roster } from '#contract/method.ts';
import { noteView, notesAt } from '../notes/noted.ts';
import { sittersAt } from '../seating/seats.ts';
import { current, isShown, type State } from '../state.ts';
import type { TableView } from '../views.ts';
import { ownEnd, standing } from './standing.ts';

/** Exposure L1 tells no names at the table. Who wrote a note is told to nobody. */
export function atTable(state: State, id: string, roster: Roster): TableView | null {
  const table = find(state.tables, id);
  if (!table || !isShown(state)) return null;
  const round = current(state);
  return {
    table: id,
    people: Object.fromEntries(
      sittersAt(round, id)
        .filter((person) => !isShownOut(roster, person))
        .map((person) => [
          person,
          {
            name: state.exposure === 'L2' ? (find(roster.people, person)?.name ?? null) : null,
            letter: find(state.letters, person) ?? null,
            ...standing(round, id, person),
            present: isHere(roster, person)
          }
        ])
    ),
    notes: Object.fromEntries(notesAt(state, id).map((found) => [found.id, noteView(state, found)])),
    lines: table.lines,
    cards: Object.fromEntries(Object.entries(table.cards)),
    endsAt: ownEnd(round, id),
    needs: table.needs
  };
}

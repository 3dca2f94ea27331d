import { getOwn } from '#contract/get-own.ts';
import type { Roster } from '#contract/method.ts';
import type { Seen, Text } from '#contract/typed-text.ts';
import { notesAt, noteView } from '../notes/find-notes.ts';
import { sittersAt } from '../seating/seats.ts';
import { type State, isShown, current } from '../state.ts';
import { seatMarks, ownEnd } from './at-table.ts';
import type { NoteView } from './note.ts';
import { isShownOut, isHere } from '#kit/rules/people.ts';

/** `table:<id>` is open to people who sit there in this round, to its host, and to scribes. */
export type TableView = {
  table: string;
  /**
   * Who should be here in this round, by person: first name (null: none given, or L1), seat letter, whether they said
   * they are here.
   */
  people: Record<string, { name: Text | null; letter: number | null; here: boolean; hosts: boolean; present: boolean }>;
  /** All that was written at this table, in all rounds, and what came with a merged one. */
  notes: Record<string, NoteView>;
  /** What the host tells people who arrive, three lines at most. */
  lines: Text[];
  /** The one card of this round for the plenary; by round. */
  cards: Record<string, string>;
  /** Longer than the others: its own soft end. */
  endsAt: number | null;
  /** "We need a chair", "somebody is missing": it stays until a helper takes care of it. */
  needs: 'chair' | 'person' | 'help' | null;
};

export type TableSeen = Seen<TableView>;

/** Exposure L1 tells no names at the table. Who wrote a note is told to nobody. */
export function tableView(state: State, id: string, roster: Roster): TableView | null {
  const table = getOwn(state.tables, id);
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
            name: state.exposure === 'L2' ? (getOwn(roster.people, person)?.name ?? null) : null,
            letter: getOwn(state.letters, person) ?? null,
            ...seatMarks(round, id, person),
            present: isHere(roster, person)
          }
        ])
    ),
    notes: Object.fromEntries(notesAt(state, id).map(({ id, note }) => [id, noteView(state, note)])),
    lines: table.lines.said,
    cards: Object.fromEntries(Object.entries(table.cards)),
    endsAt: ownEnd(round, id),
    needs: table.needs
  };
}

import { isHere, isShownOut } from '../../shared/people.ts';
import { find } from '#contract/find.ts';
import type { Roster } from '#contract/method.ts';
import { notesAt } from '../notes/noted.ts';
import { letterFor } from '../planning/letters.ts';
import { offeredSwap } from '../seating/repair.ts';
import { isFull, seated, seatOf } from '../seating/seats.ts';
import { unseated } from '../seating/waiting.ts';
import { current, inOrder, isRunning, isShown, roundsOf, type State, type Table } from '../state.ts';
import type { ConsoleTable, ConsoleView } from '../views.ts';
import { forAll, head } from './all.ts';
import { choosing } from './choosing.ts';
import { met, unsaid } from './met.ts';
import { planView } from './plan.ts';
import { ownEnd, standing } from './standing.ts';
import { wall } from './wall.ts';

export function onConsole(state: State, roster: Roster): ConsoleView {
  const round = current(state);
  const present = Object.keys(roster.people).filter((person) => isHere(roster, person));
  return {
    ...forAll(state),
    tables: consoleTables(state, roster),
    questions: Array.from(
      { length: roundsOf(state) },
      (_, index) => state.questions[state.layout === 'topics' ? 0 : index] ?? null
    ),
    draft: state.draft && planView(state.draft),
    plan: state.plan && planView(state.plan),
    planning: state.asking !== null,
    askings: state.askings,
    ...seated(round, roster),
    swap: offeredSwap(state, roster),
    full: isRunning(state) && isFull(state, roster),
    unseated: isShown(state) ? unseated(state, roster) : [],
    missing: isShown(state)
      ? present.filter((person) => seatOf(state, person) !== null && !find(round?.here ?? {}, person))
      : [],
    wishes: state.wishes,
    choosing: choosing(state, roster),
    cards: cards(
      state,
      present.filter((person) => find(roster.people, person)?.via === 'walk-in')
    ),
    seats: state.seats,
    minutes: state.minutes,
    returnHome: state.returnHome,
    review: state.review,
    startedAt: round?.askedAt ?? null,
    scribes: Object.keys(state.scribes).filter((person) => !isShownOut(roster, person)),
    wall: wall(state, () => true),
    shows: state.shows,
    met: met(state, roster),
    unsaid: unsaid(state, roster)
  };
}

function consoleTables(state: State, roster: Roster): ConsoleView['tables'] {
  const sitting = Object.entries(current(state)?.at ?? {}).filter(([person]) => !isShownOut(roster, person));
  const byTable = Map.groupBy(sitting, ([, table]) => table);
  const sitters = (id: string) => (byTable.get(id) ?? []).map(([person]) => person);
  return Object.fromEntries(inOrder(state).map(([id, table]) => [id, consoleTable(state, id, table, sitters(id))]));
}

function consoleTable(state: State, id: string, table: Table, people: readonly string[]): ConsoleTable {
  const round = current(state);
  const now = notesAt(state, id).filter(({ note }) => note.round === state.round);
  return {
    ...head(table),
    seats: table.seats,
    host: people.find((person) => find(round?.hosts ?? {}, id) === person) ?? null,
    people: Object.fromEntries(
      people.map((person) => [person, { letter: letterFor(state, person), ...standing(round, id, person) }])
    ),
    written: now.length,
    lastNote: now.length === 0 ? null : Math.max(...now.map(({ note }) => note.at)),
    endsAt: ownEnd(round, id),
    needs: table.needs,
    lines: table.lines
  };
}

function cards(state: State, people: readonly string[]): ConsoleView['cards'] {
  if (!isShown(state)) return {};
  const seated = people.filter((person) => seatOf(state, person) !== null);
  const rounds = Array.from({ length: roundsOf(state) }, (_, index) => index + 1);
  const card = (person: string) => ({
    letter: letterFor(state, person, roundsOf(state)),
    path: rounds.map((round) => seatOf(state, person, round))
  });
  return Object.fromEntries(seated.map((person) => [person, card(person)]));
}

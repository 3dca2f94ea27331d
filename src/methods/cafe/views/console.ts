import type { TableHead } from './table-head.ts';
import { getOwn } from '#contract/get-own.ts';
import type { Roster } from '#contract/method.ts';
import type { Seen, Text } from '#contract/typed-text.ts';
import { notesAt } from '../notes/find-notes.ts';
import { letterFor } from '../planning/letter-moves.ts';
import { offeredSwap } from '../seating/repair-plan.ts';
import { seated, isFull, seatOf } from '../seating/seats.ts';
import { unseated } from '../seating/queue-for-chairs.ts';
import {
  current,
  roundsOf,
  isRunning,
  isShown,
  inOrder,
  type Shows,
  type Wishes,
  type Swap,
  type State,
  type Table
} from '../state.ts';
import { type AllView, allView, head } from './all.ts';
import { seatMarks, ownEnd } from './at-table.ts';
import { type Met, type Unsaid, met, unsaid } from './encounters.ts';
import { type PlanView, planView } from './plan.ts';
import { choosing, type TopicChoices } from './topic-choices.ts';
import { type WallView, wall } from './wall.ts';
import { isHere, isShownOut } from '#kit/rules/people.ts';

export type ConsoleTable = TableHead & {
  seats: number;
  host: string | null;
  people: Record<string, { letter: number | null; here: boolean; hosts: boolean }>;
  /** Notes written here in this round, and when the last one was; milliseconds since 1970. */
  written: number;
  lastNote: number | null;
  endsAt: number | null;
  needs: 'chair' | 'person' | 'help' | null;
  lines: Text[];
};

/** `console`. */
export type ConsoleView = Omit<AllView, 'tables'> & {
  tables: Record<string, ConsoleTable>;
  questions: (Text | null)[];
  /** A plan that was made and not yet shown; `plan` the one people move by. `planning`: one is being made. */
  draft: PlanView | null;
  plan: PlanView | null;
  planning: boolean;
  /** How many plans were asked for: goes back with what is pressed about one. */
  engineRequests: number;
  seated: number;
  expected: number;
  /** Two who could change tables in a round to come, where people would meet more often than they were to. */
  swap: Swap | null;
  /** Present people without a table in this round, in the order in which they will be seated. */
  unseated: string[];
  /** Every chair is taken: unseated people wait for a new one. */
  full: boolean;
  /** Present people who did not say that they are at their table. */
  missing: string[];
  wishes: Wishes;
  /**
   * With topics, until people are told their tables: how many present people chose, how many want each table, and what
   * people without a phone chose.
   */
  choosing: TopicChoices | null;
  /**
   * By person without a phone, once they have a table: what their card says. `path`: a table for each round, null where
   * none is known.
   */
  cards: Record<string, { letter: number | null; path: (string | null)[] }>;
  seats: number;
  minutes: number;
  returnHome: boolean;
  review: boolean;
  /** Suggested pairs that were turned down. */
  apart: Record<string, true>;
  startedAt: number | null;
  scribes: string[];
  wall: WallView;
  /** What the board shows of the harvest. */
  shows: Shows;
  met: Met | null;
  unsaid: Unsaid | null;
};

export type ConsoleSeen = Seen<ConsoleView>;

export type ConsoleTableSeen = Seen<ConsoleTable>;

export function consoleView(state: State, roster: Roster): ConsoleView {
  const round = current(state);
  const present = Object.keys(roster.people).filter((person) => isHere(roster, person));
  return {
    ...allView(state),
    tables: consoleTables(state, roster),
    questions: Array.from(
      { length: roundsOf(state) },
      (_, index) => state.questions[state.layout === 'topics' ? 0 : index] ?? null
    ),
    draft: state.draft && planView(state.draft),
    plan: state.plan && planView(state.plan),
    planning: state.planRequest !== null,
    engineRequests: state.engineRequests,
    ...seated(round, roster),
    swap: offeredSwap(state, roster),
    full: isRunning(state) && isFull(state, roster),
    unseated: isShown(state) ? unseated(state, roster) : [],
    missing: isShown(state)
      ? present.filter((person) => seatOf(state, person) !== null && !getOwn(round?.here ?? {}, person))
      : [],
    wishes: state.wishes,
    choosing: choosing(state, roster),
    cards: cards(
      state,
      present.filter((person) => getOwn(roster.people, person)?.via === 'walk-in')
    ),
    seats: state.seats,
    minutes: state.minutes,
    returnHome: state.returnHome,
    review: state.deck.review,
    apart: { ...state.deck.apart },
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
    host: people.find((person) => getOwn(round?.hosts ?? {}, id) === person) ?? null,
    people: Object.fromEntries(
      people.map((person) => [person, { letter: letterFor(state, person), ...seatMarks(round, id, person) }])
    ),
    written: now.length,
    lastNote: now.length === 0 ? null : Math.max(...now.map(({ note }) => note.at)),
    endsAt: ownEnd(round, id),
    needs: table.needs,
    lines: table.lines.said
  };
}

export function cards(state: State, people: readonly string[]): ConsoleView['cards'] {
  if (!isShown(state)) return {};
  const seated = people.filter((person) => seatOf(state, person) !== null);
  const rounds = Array.from({ length: roundsOf(state) }, (_, index) => index + 1);
  const card = (person: string) => ({
    letter: letterFor(state, person, roundsOf(state)),
    path: rounds.map((round) => seatOf(state, person, round))
  });
  return Object.fromEntries(seated.map((person) => [person, card(person)]));
}

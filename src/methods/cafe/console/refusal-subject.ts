import type { PeopleSeen } from '#kit/console/person-choices.ts';
import type { ConsoleSeen } from '../views/console.ts';
import { allTables } from './tables/table-status.ts';

const present = (people: PeopleSeen): string[] => Object.keys(people).filter((person) => people[person]?.present);

/** Without what comes of people writing, which makes no difference to what may be done. */
const tables = (view: ConsoleSeen): object[] =>
  allTables(view).map(([table, { written: _written, lastNote: _lastNote, ...rest }]) => ({ table, ...rest }));

const chairs = (view: ConsoleSeen): object[] =>
  allTables(view).map(([table, { seats, closed }]) => ({ table, seats, closed }));

const PARTS: Readonly<Record<string, (view: ConsoleSeen, people: PeopleSeen) => unknown>> = {
  plan: (view, people) => [view.draft, view.plan, view.planning, chairs(view), view.seats, present(people)],
  choosing: ({ choosing }) => choosing,
  time: ({ endsAt }) => endsAt,
  ask: ({ seated, expected, questions }) => [seated, expected, questions],
  end: ({ questions }) => questions,
  full: (view) => [tables(view), view.full],
  swap: ({ swap }) => swap,
  seating: (view) => [tables(view), view.unseated, view.missing],
  grid: tables,
  wall: ({ wall, shows }) => [wall, shows],
  questions: ({ questions }) => questions,
  tables: (view) => [tables(view), view.seats],
  wishes: ({ wishes }) => wishes,
  course: ({ hosts, minutes, returnHome, review }) => [hosts, minutes, returnHome, review],
  scribes: ({ scribes }) => scribes,
  exposure: ({ exposure }) => exposure
};

/** What a no in this part of the console is about: it goes when that is another. */
export const spokenOf = (view: ConsoleSeen, people: PeopleSeen, part: string): unknown => [
  view.stage,
  view.round,
  PARTS[part]?.(view, people)
];

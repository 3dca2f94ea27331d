import type { PeopleSeen } from '#kit/console/person-choices.ts';
import type { ConsoleSeen, ConsoleTableSeen } from '../views/console.ts';
import type { WallNoteSeen } from '../views/wall.ts';
import type { Quality } from '#rotation/problem.ts';

/** For tests of the console: a café that has not begun. Each test adds what it is about. */
export const T0 = 1_700_000_000_000;

/** `people`: whether they said they are there. */
export const tableWith = (
  number: number,
  people: Record<string, boolean> = {},
  more: Partial<ConsoleTableSeen> = {}
): ConsoleTableSeen => ({
  number,
  name: null,
  topic: null,
  zone: null,
  language: null,
  mergedInto: null,
  closed: false,
  seats: 5,
  host: null,
  people: Object.fromEntries(
    Object.entries(people).map(([person, here], letter) => [person, { letter, here, hosts: more.host === person }])
  ),
  written: 0,
  lastNote: null,
  endsAt: null,
  needs: null,
  lines: [],
  ...more
});

export const quietCafe: ConsoleSeen = {
  stage: 'ready',
  layout: 'rounds',
  hosts: 'stays',
  exposure: 'L2',
  round: 0,
  of: 3,
  question: null,
  asked: false,
  rule: null,
  home: false,
  endsAt: null,
  tables: {},
  questions: ['What is happening here?', 'What can you imagine?', 'How can we help?'],
  draft: null,
  plan: null,
  planning: false,
  engineRequests: 0,
  seated: 0,
  expected: 0,
  swap: null,
  unseated: [],
  full: false,
  missing: [],
  choosing: null,
  wishes: { pins: {}, together: {}, apart: {}, tags: {}, languages: {} },
  cards: {},
  seats: 5,
  minutes: 20,
  returnHome: false,
  review: false,
  apart: {},
  startedAt: null,
  scribes: [],
  wall: { notes: {}, asks: {}, clusters: {}, cards: {}, about: null },
  shows: 'notes',
  met: null,
  unsaid: null
};

/** Two tables talk in the first round; Chidi has not said that he is there, and Fay has no table. */
export const talkingCafe: ConsoleSeen = {
  ...quietCafe,
  stage: 'talking',
  round: 1,
  question: 'What is happening here?',
  asked: true,
  endsAt: T0 + 600_000,
  startedAt: T0 - 600_000,
  tables: {
    'table-1': tableWith(1, { ana: true, bo: true }, { host: 'ana', written: 2, lastNote: T0 - 60_000 }),
    'table-2': tableWith(2, { chidi: false, gus: true }, { host: 'gus' })
  },
  seated: 3,
  expected: 4,
  missing: ['chidi'],
  unseated: ['fay']
};

const guest = (name: string, order: number, via: 'phone' | 'walk-in' = 'phone') => ({
  name,
  order,
  via,
  present: true,
  rehearsed: false
});

export const people: PeopleSeen = {
  ana: guest('Ana', 1),
  bo: guest('Bo', 2),
  chidi: guest('Chidi', 3),
  gus: guest('Gus', 4, 'walk-in'),
  fay: guest('Fay', 5, 'walk-in')
};

export const goodPlan: Quality = {
  excess: 0,
  bound: 0,
  isOptimal: true,
  repeats: 0,
  worst: 0,
  met: { least: 3, median: 3, most: 3, ceiling: 3 },
  share: 0.5,
  returns: 0,
  sizes: { least: 2, most: 2 },
  choices: null,
  unwished: 0,
  broken: { overfull: 0, apart: 0, misplaced: 0, hostless: 0, unseated: 0 }
};

export const note = (order: number, text: string, more: Partial<WallNoteSeen> = {}): WallNoteSeen => ({
  kind: 'idea',
  text,
  parent: null,
  order,
  table: 'table-1',
  round: 1,
  gem: false,
  star: false,
  state: 'shown',
  mergedInto: null,
  photo: null,
  rev: 1,
  number: 1,
  cluster: null,
  ask: String(more.round ?? 1),
  ...more
});

import type { HeadSeen } from '../views/table-head.ts';
import type { AllSeen } from '../views/all.ts';
import type { BoardSeen } from '../views/board.ts';
import type { NoteSeen } from '../views/note.ts';
import type { PersonSeen } from '../views/person.ts';
import type { TableSeen } from '../views/table.ts';
import type { WallNoteSeen } from '../views/wall.ts';

/** Views in which nothing special is so: what a page is looked at with, and the ground for views that tests change. */
export const NOW = 1_800_000_000_000;

export const tableNo = (number: number, changes: Partial<HeadSeen> = {}): HeadSeen => ({
  number,
  name: null,
  topic: null,
  zone: null,
  language: null,
  mergedInto: null,
  closed: false,
  ...changes
});

/** Tables t1, t2 … */
export const tablesOf = (count: number): Record<string, HeadSeen> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`t${index + 1}`, tableNo(index + 1)]));

/** Three topics, of which each person visits two. */
export const choosingTopics: Partial<AllSeen> = {
  stage: 'ready',
  layout: 'topics',
  round: 0,
  of: 2,
  tables: Object.fromEntries(
    ['Trees', 'Water', 'Who pays'].map((topic, nth) => [`t${nth + 1}`, tableNo(nth + 1, { topic })])
  )
};

export const quietAll: AllSeen = {
  stage: 'finding',
  layout: 'rounds',
  hosts: 'stays',
  exposure: 'L2',
  round: 1,
  of: 3,
  question: null,
  asked: false,
  rule: null,
  home: false,
  endsAt: null,
  tables: tablesOf(12)
};

export const talking: Partial<AllSeen> = {
  stage: 'talking',
  asked: true,
  question: 'What is happening around here?',
  endsAt: NOW + 12 * 60_000
};

export const quietBoard: BoardSeen = {
  ...quietAll,
  seated: 0,
  expected: 0,
  wall: null,
  encounters: null,
  met: null,
  unsaid: null
};

export const quietOwn: PersonSeen = {
  table: 't7',
  from: null,
  round: 1,
  letter: 3,
  here: false,
  hosts: false,
  waits: false,
  chosen: [],
  scribe: false,
  notes: {},
  carry: null
};

export const noteSaying = (text: string, changes: Partial<NoteSeen> = {}): NoteSeen => ({
  kind: 'idea',
  text,
  parent: null,
  order: 1,
  table: 't7',
  round: 1,
  gem: false,
  star: false,
  state: 'shown',
  mergedInto: null,
  photo: null,
  rev: 0,
  ...changes
});

export const onWall = (text: string, changes: Partial<WallNoteSeen> = {}): WallNoteSeen => ({
  ...noteSaying(text),
  number: 7,
  cluster: null,
  ask: '1',
  ...changes
});

export const quietTable: TableSeen = {
  table: 't7',
  people: {
    ana: { name: 'Ana', letter: 0, here: true, hosts: true, present: true },
    bo: { name: 'Bo', letter: 1, here: false, hosts: false, present: true },
    chidi: { name: null, letter: 2, here: false, hosts: false, present: false }
  },
  notes: {},
  lines: [],
  cards: {},
  endsAt: null,
  needs: null
};

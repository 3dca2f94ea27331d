import type { AllSeen } from '../views/all.ts';
import type { BoardSeen } from '../views/board.ts';
import type { ConsoleSeen } from '../views/console.ts';
import type { LineSeen } from '../views/line.ts';
import type { PersonSeen } from '../views/person.ts';

/** For tests of surfaces: views in which nothing has happened yet. Each test adds what it is about. */
export const quietLine: LineSeen = {
  statement: 's1',
  version: 1,
  order: 1,
  of: 3,
  text: 'How do you live?',
  poleA: 'With others',
  poleB: 'On my own',
  middle: null,
  kind: 'continuum',
  way: 'blind',
  stage: 'open',
  round: 1,
  emptyAt: [1],
  revealed: false,
  warmUp: false
};

const looks = { cloud: null, comparison: null, replay: null };

export const quietAll: AllSeen = {
  exposure: 'L1',
  now: null,
  shape: null,
  called: null,
  proposals: false,
  lens: null
};

export const quietBoard: BoardSeen = {
  exposure: 'L1',
  now: null,
  counts: null,
  picture: null,
  called: null,
  reasons: {},
  ...looks
};

export const quietConsole: ConsoleSeen = {
  exposure: 'L1',
  statements: {},
  now: null,
  counts: null,
  acted: {},
  drawn: 0,
  people: null,
  picture: null,
  measures: null,
  hearing: {
    called: null,
    hands: 0,
    willing: null,
    people: null,
    heard: { 0: 0, 1: 0, 2: 0, 3: 0, 4: 0, unsure: 0 }
  },
  reasons: {},
  proposals: { open: false, waiting: {} },
  named: 0,
  ...looks
};

export const quietOwn: PersonSeen = {
  placements: {},
  reasons: {},
  hands: {},
  called: null,
  proposals: {},
  named: false,
  ticket: null
};

import type { PeopleSeen } from '#kit/console/person-choices.ts';
import type { ConsoleSeen } from '../console/chair-details.ts';

/**
 * For tests of the console: a circle of five chairs in which nothing has happened yet. Each test adds what it needs.
 */
export const chair = (
  order: number,
  more: Partial<ConsoleSeen['chairs'][string]> = {}
): ConsoleSeen['chairs'][string] => ({
  order,
  kind: 'free',
  sitter: null,
  called: null,
  behind: 0,
  ...more
});

export const quietConsole: ConsoleSeen = {
  question: 'What are you excited about?',
  form: 'open',
  stage: 'bowl',
  policy: 'first-timers',
  exposure: 'L2',
  tags: [],
  chairs: Object.fromEntries([1, 2, 3, 4, 5].map((order) => [`chair-${order}`, chair(order)])),
  line: {},
  asking: true,
  takesCards: true,
  longMs: 480_000,
  endsAt: null,
  group: null,
  seated: {},
  talking: {},
  invited: {},
  turns: {},
  cards: {},
  groups: [],
  scribes: [],
  airtime: {
    sat: 0,
    present: 4,
    turnover: 0,
    gini: null,
    wait: null,
    unserved: null,
    firstTimers: null,
    empty: 0,
    people: {}
  },
  airtimeShown: false,
  notesShown: false,
  nudgeMinutes: 8,
  nudged: {},
  outline: { branches: {}, notes: {}, holds: null }
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
  gus: guest('Gus', 4, 'walk-in')
};

export const T0 = 1_700_000_000_000;

/** Ana has sat on the first chair for four minutes. */
export const withAna: ConsoleSeen = {
  ...quietConsole,
  chairs: {
    ...quietConsole.chairs,
    'chair-1': chair(1, { sitter: { name: 'Ana', number: 1, turn: 'turn-1', since: T0 - 240_000 } })
  },
  seated: { 'chair-1': 'ana' },
  turns: {
    'turn-1': {
      chair: 'chair-1',
      sitter: { name: 'Ana', number: 1 },
      person: 'ana',
      from: T0 - 240_000,
      to: null
    }
  },
  airtime: {
    ...quietConsole.airtime,
    sat: 1,
    people: { ana: { name: 'Ana', number: 1, turns: 1, seatMs: 0, talkMs: 61_000 } }
  }
};

/** Bo waits and wants to speak about the garden. */
export const waiting: ConsoleSeen['line'] = {
  'request-1': {
    person: 'bo',
    why: 'The garden',
    tag: null,
    chair: null,
    rank: 1,
    at: T0 - 180_000,
    first: true
  }
};

import type { AllSeen } from '../views/all.ts';
import type { BoardSeen } from '../views/board.ts';
import type { ChairSeen } from '../views/chairs.ts';
import type { PersonSeen } from '../views/person.ts';

/** For tests of surfaces: views in which nothing has happened yet. Each test adds what it needs. */
export const NOW = 1_800_000_000_000;
const MINUTE_MS = 60_000;

export const empty = (order: number): ChairSeen => ({ order, kind: 'free', sitter: null, called: null, behind: 0 });

export const taken = (order: number, name: string | null, minutes = 2): ChairSeen => ({
  ...empty(order),
  sitter: { name, number: order, turn: `t${order}`, since: NOW - minutes * MINUTE_MS }
});

/** Chairs c1, c2, … with these people on them; null leaves one free. */
export const chairsOf = (...names: (string | null)[]): Record<string, ChairSeen> =>
  Object.fromEntries(
    names.map((name, index) => [
      `c${index + 1}`,
      name === null ? empty(index + 1) : taken(index + 1, name, 1 + index * 1.7)
    ])
  );

const question = 'What are you excited about, working on and thinking about right now?';

export const quietAll: AllSeen = {
  question,
  form: 'open',
  stage: 'bowl',
  policy: 'first-timers',
  exposure: 'L2',
  tags: [],
  chairs: chairsOf('Ana', 'Bo', 'Chidi', 'Dana', null),
  line: {},
  asking: true,
  cards: false,
  longMs: 10 * MINUTE_MS,
  endsAt: null,
  group: null
};

const { tags: _tags, cards: _cards, ...shared } = quietAll;

export const quietBoard: BoardSeen = { ...shared, next: [], waiting: 0, card: null, notes: null, airtime: null };

export const quietOwn: PersonSeen = {
  request: null,
  why: null,
  chair: null,
  sits: null,
  missed: null,
  nudged: null,
  turns: 0,
  group: null,
  scribe: false,
  cards: {},
  named: false,
  said: {}
};

import type { ConsoleSeen } from './console/chair-details.ts';
import { chair, quietConsole, T0, waiting, withAna } from './testing/console-view.ts';
import { chairsOf, empty, NOW, taken } from './testing/views.ts';
import type { AllSeen } from './views/all.ts';
import type { BoardSeen } from './views/board.ts';
import type { PersonSeen } from './views/person.ts';

/** States of a fishbowl's surfaces, by name. Every check that looks at surfaces in many states uses these. */
const full = chairsOf('Ana', 'Bo', 'Chidi', 'Dana');
const called = { request: 'r1', name: 'Fatima', until: NOW + 24_000 };
const held = { ...full, c5: { ...empty(5), called } };
const line = { r1: { rank: 1, chair: null }, r2: { rank: 2, chair: null } };
const note = { branch: 'b1', parent: null, order: 1, body: 'Repair cafés', ms: 1, pieces: {} };
const cards = {
  k1: { card: 'Who pays for the roof?', state: 'waiting' },
  k2: { card: 'And who decides?', state: 'answered' }
} as const;

export type OnPhone = { view?: Partial<AllSeen>; mine?: Partial<PersonSeen> };
export const phones: Record<string, OnPhone> = {
  ready: { view: { stage: 'ready', asking: false } },
  'a chair is free': { view: { exposure: 'L3', cards: true } },
  'a silent card': { view: { cards: true } },
  balanced: { view: { policy: 'balance', tags: ['Neighbours', 'City hall'], chairs: full } },
  'behind a chair': { view: { form: 'samoan', chairs: { ...full, c1: { ...taken(1, 'Ana'), behind: 2 } } } },
  'in line': { view: { chairs: full, line }, mine: { request: 'r2', why: 'Bees', missed: 'once' } },
  called: { view: { chairs: held }, mine: { request: 'r1' } },
  sitting: { view: { chairs: full, exposure: 'L1' }, mine: { sits: 'c1', turns: 1, nudged: NOW } },
  'stepped out': {
    view: { chairs: full, exposure: 'L3' },
    mine: { turns: 1, said: { n1: note } }
  },
  'a group': { view: { form: 'closed', asking: false, group: { now: 1, of: 3 } }, mine: { group: 2 } },
  asking: { view: { form: 'ux', stage: 'asking', cards: true }, mine: { cards } },
  'a talk of two': { view: { form: 'sandwich', stage: 'pairs', asking: false, endsAt: NOW + 50_000 } },
  closed: { view: { stage: 'closed', asking: false } }
};

const outline: BoardSeen['notes'] = {
  branches: { b1: { order: 1, speaker: { name: 'Ana', number: 1 } } },
  notes: { n1: note, n2: { ...note, parent: 'n1', body: 'Sixty people' } }
};
const next = [{ request: 'r1', name: 'Emeka', why: 'Housing', chair: null }];
const airtime = { sat: 14, present: 61, turnover: 6, gini: 0.31 };
export const boards: Record<string, Partial<BoardSeen>> = {
  'a chair is free': { next, waiting: 3, endsAt: NOW + 90_000 },
  'a chair is held': { chairs: held },
  'people behind chairs, one of them remote': {
    form: 'samoan',
    chairs: { c1: { ...taken(1, null), behind: 7 }, c2: { ...taken(2, 'Bo'), kind: 'remote' } }
  },
  'a card': { card: 'Who pays for the roof?', next, waiting: 1 },
  'notes and figures': { notes: outline, airtime },
  asking: { form: 'ux', stage: 'asking' },
  'a talk of two': { form: 'sandwich', stage: 'pairs', asking: false, endsAt: NOW + 50_000 },
  closed: { stage: 'closed', asking: false, airtime }
};

const desk: ConsoleSeen = {
  ...withAna,
  exposure: 'L3',
  line: waiting,
  tags: ['resident'],
  policy: 'balance',
  endsAt: T0 + 60_000,
  talking: { 'chair-1': T0 - 5000 },
  nudged: { 'chair-1': T0 - 5000 },
  chairs: {
    ...withAna.chairs,
    'chair-2': chair(2, { called: { request: 'request-1', name: 'Bo', until: T0 + 20_000 } }),
    'chair-3': chair(3, { kind: 'remote' })
  },
  cards: { one: { card: 'Who pays?', order: 1, state: 'shown' }, two: { card: null, order: 2, state: 'waiting' } },
  scribes: ['chidi'],
  outline: {
    branches: { ana: { order: 1, speaker: { name: 'Ana', number: 1 } } },
    notes: {
      one: { branch: 'ana', parent: null, order: 1, body: 'Gardens', ms: 0, pieces: {} },
      two: { branch: 'ana', parent: 'one', order: 1, body: 'on roofs', ms: 0, pieces: {} }
    },
    holds: 'ana'
  }
};

export type OnDesk = { view: ConsoleSeen; leads?: boolean };
export const desks: Record<string, OnDesk> = {
  'before it begins': { view: { ...quietConsole, stage: 'ready', asking: false } },
  'chairs that are taken and held': { view: desk },
  groups: { view: { ...desk, form: 'closed', groups: [{ people: ['ana'] }], group: { now: 1, of: 1 } } },
  'a helper': { view: desk, leads: false }
};

import type { AnonymousBallot } from '../surface-types.ts';
import { quietAll, quietConsole, quietLine, quietOwn } from './testing/views.ts';
import type { AllSeen } from './views/all.ts';
import type { ConsoleSeen } from './views/console.ts';
import type { PersonSeen } from './views/person.ts';

/** The named states in which tests show the surfaces of a spectrogram. */
const shape: AllSeen['shape'] = {
  ranges: [
    { from: 0, to: 400, count: 5 },
    { from: 400, to: 1000, count: 11 }
  ],
  unsure: 2
};
const open: AllSeen = { ...quietAll, now: quietLine };
const revealed = { ...quietLine, revealed: true };
const hidden = { why: 'I grew up in a village', pinned: false, hidden: true };
const placed: PersonSeen = {
  ...quietOwn,
  placements: { 's1.1.1': { x: 720, via: 'phone' } },
  reasons: { 's1.1.1': hidden }
};
const pocket = (state: AnonymousBallot['state']): AnonymousBallot => ({
  state,
  points: {},
  open() {},
  place: () => Promise.resolve()
});

export type OnPhone = { view: AllSeen; mine?: PersonSeen; ballot?: AnonymousBallot };
export const phones: Record<string, OnPhone> = {
  'nobody placed': { view: open },
  'waiting for a ticket': { view: { ...open, exposure: 'L0' }, ballot: pocket('drawing') },
  'without names': { view: { ...open, exposure: 'L0' }, ballot: pocket('ready') },
  'asked for consent': { view: { ...open, exposure: 'L3' } },
  revealed: { view: { ...open, now: revealed, shape }, mine: placed },
  placed: { view: open, mine: placed },
  more: { view: { ...open, exposure: 'L3', proposals: true }, mine: placed },
  called: { view: { ...open, now: revealed }, mine: { ...placed, called: 's1.1.1' } },
  closed: { view: { ...open, now: { ...revealed, stage: 'locked' }, shape }, mine: placed },
  'between lines': { view: { ...quietAll, proposals: true } }
};

const { of: _of, ...line } = revealed;
const row = { ...line, placed: 6, unsure: 1, passed: 0 };
const reason = { why: 'The garden', zone: 0, round: 1, order: 1, pinned: true, hidden: false, person: null } as const;
const asked = { text: 'We meet too often', poleA: 'far too often', poleB: 'too rarely', order: 1, person: 'ana' };
const willing = { 0: 1, 1: 0, 2: 0, 3: 2, 4: 0, unsure: 1 };
const desk: ConsoleSeen = {
  ...quietConsole,
  statements: { s1: row, s2: { ...row, statement: 's2', order: 2, stage: 'locked' } },
  now: 's1',
  counts: { present: 8, placed: 6, unsure: 1, passed: 0 },
  hearing: { ...quietConsole.hearing, hands: 4, willing, called: { zone: 3, person: null } },
  reasons: { r1: reason, r2: { ...reason, pinned: false, hidden: true, zone: 'unsure' } },
  proposals: { open: true, waiting: { p1: asked } }
};
const replay = { head: line, round: 1, moves: [[1, 100, 0] as const], ms: 9_000, whole: true };

export type OnDesk = { view: ConsoleSeen; leads?: boolean };
export const desks: Record<string, OnDesk> = {
  empty: { view: quietConsole },
  'a line revealed': { view: desk },
  'without names': { view: { ...desk, exposure: 'L0' } },
  'a replay': { view: { ...desk, replay } },
  'a helper': { view: desk, leads: false }
};
const ana = { name: 'Ana', order: 1, via: 'phone', present: true, rehearsed: false } as const;
export const people = { ana };

import { goodPlan, note, quietCafe, tableWith, talkingCafe } from './testing/console-view.ts';
import { choosingTopics, noteSaying, onWall, tableNo, talking } from './testing/views.ts';
import type { AllSeen } from './views/all.ts';
import type { BoardSeen } from './views/board.ts';
import type { ConsoleSeen } from './views/console.ts';
import type { PersonSeen } from './views/person.ts';
import type { TableSeen } from './views/table.ts';

/**
 * What the surfaces of a World Café can be asked to show, by name: whatever is looked at in every state is looked at in
 * these.
 */
const notes = {
  n1: noteSaying('Block parties', { gem: true }),
  n2: noteSaying('Every summer', { parent: 'n1', order: 2 }),
  n3: noteSaying('', { text: null, photo: { photo: 'R0lGODlhAQABAAAAACwAAAAAAQABAAA=' }, order: 3 })
};
const met = { people: 4, least: 2, median: 2, most: 3, pairs: { count: 5, of: 6 }, again: 1 };
const wall = {
  notes: { n1: onWall('Block parties', { cluster: 'c1' }), n2: onWall('Pot lucks', { gem: true }) },
  asks: { 1: { question: 'What is happening?', order: 1 } },
  clusters: { c1: { name: null, order: 1 } },
  cards: {},
  about: null
};

export type OnPhone = {
  view?: Partial<AllSeen>;
  mine?: Partial<PersonSeen> | null;
  ours?: Partial<TableSeen>;
};
export const phones: Record<string, OnPhone> = {
  ready: { view: { stage: 'ready' }, mine: null },
  'choosing topics': { view: choosingTopics, mine: { table: null, chosen: ['t1', 't3'] } },
  'no seat': { mine: null },
  'finding a table': { view: { round: 2 }, mine: { from: 't5', carry: 'Ask about the roof' } },
  'at the table': { view: { round: 2 }, mine: { here: true }, ours: { notes, lines: ['Welcome'] } },
  writing: { view: talking, mine: { here: true }, ours: { notes } },
  hosting: {
    view: talking,
    mine: { here: true, hosts: true, notes },
    ours: { notes, needs: 'chair' }
  },
  harvest: { view: { stage: 'harvest' }, mine: { notes } },
  closed: { view: { stage: 'closed' } }
};
export const boards: Record<string, Partial<BoardSeen>> = {
  ready: { stage: 'ready' },
  'choosing topics': choosingTopics,
  'finding tables': { seated: 3, expected: 9 },
  moving: { round: 2, rule: { letters: [0, 1, -1].map((step, letter) => ({ letter, step })), passed: ['t12'] } },
  talking,
  topics: {
    ...talking,
    question: null,
    layout: 'topics',
    tables: { t1: tableNo(1, { topic: 'Trees', zone: 'Hall' }) }
  },
  harvest: { stage: 'harvest', wall, met },
  'who met whom': {
    stage: 'harvest',
    met,
    encounters: {
      paths: [
        [1, 2],
        [1, null],
        [2, 1],
        [2, 2]
      ]
    }
  },
  closed: { stage: 'closed' }
};

export const draft = {
  quality: goodPlan,
  way: 'steps' as const,
  people: 25,
  tables: 5,
  sizes: [{ least: 5, most: 5 }]
};

/** Nobody finds a chair: at table 2 fewer sit than at table 1. */
export const noChair: ConsoleSeen = {
  ...talkingCafe,
  full: true,
  unseated: ['fay', 'gus', 'bo'],
  tables: { one: tableWith(1, { ana: true, bo: true }), two: tableWith(2, { chidi: true }) }
};

export const desks: Record<string, ConsoleSeen> = {
  'not begun': { ...quietCafe, draft, tables: talkingCafe.tables },
  finding: { ...talkingCafe, stage: 'finding', asked: false },
  talking: { ...talkingCafe, plan: draft, swap: { round: 2, one: 'bo', other: 'chidi', fewer: 1 } },
  full: noChair,
  harvest: {
    ...talkingCafe,
    stage: 'harvest',
    review: true,
    met: { people: 4, least: 1, median: 1, most: 1, pairs: { count: 3, of: 6 }, again: 0 },
    wall: {
      notes: {
        a: note(1, 'A tool library'),
        b: note(2, 'Late idea', { state: 'waiting' }),
        c: note(3, 'A map', { cluster: 'group000', gem: true, round: 2 }),
        d: note(4, 'A map of gardens', { mergedInto: 'c' }),
        e: note(5, 'Unkind', { state: 'hidden' })
      },
      asks: { 1: { question: 'What is happening here?', order: 1 }, 2: { question: null, order: 2 } },
      clusters: { group000: { name: null, order: 1 } },
      cards: { a: true },
      about: null
    }
  }
};

import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { barriers, live, showOn, takeThemeOff, THEMES } from '../../../tests/support/surfaces.ts';
import '../../app.css';
import Board from './Board.svelte';
import BoardText from './BoardText.svelte';
import Phone from './Phone.svelte';
import {
  NOW,
  choosingTopics,
  noteSaying,
  onWall,
  quietAll,
  quietBoard,
  quietOwn,
  quietTable,
  tableNo,
  talking
} from './quiet.ts';
import type { AllSeen, BoardSeen, OwnSeen, TableSeen } from './seen.ts';
import { words } from './words.ts';

const say = () => Promise.resolve({ version: 1 });
const photoAt = (photo: string) => `data:image/gif;base64,${photo}`;
const notes = {
  n1: noteSaying('Block parties', { gem: true }),
  n2: noteSaying('Every summer', { parent: 'n1', order: 2 }),
  n3: noteSaying('', { text: null, photo: { photo: 'R0lGODlhAQABAAAAACwAAAAAAQABAAA=' }, order: 3 })
};
const met = { people: 4, least: 2, median: 2, most: 3, share: 0.8, again: 1 };
const wall = {
  notes: { n1: onWall('Block parties', { cluster: 'c1' }), n2: onWall('Pot lucks', { gem: true }) },
  asks: { 1: { question: 'What is happening?', order: 1 } },
  clusters: { c1: { name: null, order: 1 } },
  cards: {},
  about: null
};

type OnPhone = { view?: Partial<AllSeen>; mine?: Partial<OwnSeen> | null; ours?: Partial<TableSeen>; press?: string[] };
const phones: Record<string, OnPhone> = {
  ready: { view: { part: 'ready' }, mine: null },
  'choosing topics': { view: choosingTopics, mine: { table: null, chosen: ['t1', 't3'] } },
  'no seat': { mine: null },
  'finding a table': { view: { round: 2 }, mine: { from: 't5', carry: 'Ask about the roof' } },
  'at the table': { view: { round: 2 }, mine: { here: true }, ours: { notes, lines: ['Welcome'] } },
  writing: { view: talking, mine: { here: true }, ours: { notes } },
  hosting: {
    view: talking,
    mine: { here: true, hosts: true, notes },
    ours: { notes, needs: 'chair' },
    press: [words.phone.notes, words.phone.hostTasks, words.phone.carry, words.phone.own]
  },
  harvest: { view: { part: 'harvest' }, mine: { notes } },
  closed: { view: { part: 'closed' } }
};
const boards: Record<string, Partial<BoardSeen>> = {
  ready: { part: 'ready' },
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
  harvest: { part: 'harvest', wall, met },
  'who met whom': {
    part: 'harvest',
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
  closed: { part: 'closed' }
};

afterEach(takeThemeOff);

describe.each(THEMES)('on %s', (theme) => {
  test.each(Object.entries(phones))('the phone: %s', async (_state, { view, mine = {}, ours, press = [] }) => {
    await showOn(theme, 360, 640);
    await render(Phone, {
      view: { ...quietAll, ...view },
      mine: mine && { ...quietOwn, ...mine },
      beside: ours ? { 'table:t7': { ...quietTable, ...ours } } : {},
      say,
      sayWithPhoto: say,
      photoAt,
      link: live
    });
    for (const fold of press) await page.getByText(fold, { exact: false }).first().click();
    expect(await barriers()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  });

  test.each(Object.entries(boards))('the board and its page of text: %s', async (_state, changes) => {
    await showOn(theme, 1280, 720);
    const view = { ...quietBoard, ...changes };
    const screen = await render(Board, { view, now: () => NOW, photoAt });
    Object.assign(screen.container.style, { display: 'grid', blockSize: '640px' });
    expect(await barriers()).toEqual([]);
    await screen.unmount();
    await render(BoardText, { view, now: () => NOW });
    expect(await barriers()).toEqual([]);
  });
});

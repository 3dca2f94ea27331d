import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { asWall, barriers, live, showOn, takeThemeOff, THEMES } from '../../../tests/support/surfaces.ts';
import '../../app.css';
import Board from './Board.svelte';
import BoardText from './BoardText.svelte';
import Phone from './Phone.svelte';
import { chairsOf, empty, NOW, quietAll, quietBoard, quietOwn, taken } from './quiet.ts';
import type { AllSeen, BoardSeen, OwnSeen } from './seen.ts';
import { words } from './words.ts';

const now = () => NOW;
const say = () => Promise.resolve({ version: 1 });
const full = chairsOf('Ana', 'Bo', 'Chidi', 'Dana');
const called = { request: 'r1', name: 'Fatima', until: NOW + 24_000 };
const held = { ...full, c5: { ...empty(5), called } };
const line = { r1: { rank: 1, chair: null }, r2: { rank: 2, chair: null } };
const note = { branch: 'b1', parent: null, order: 1, body: 'Repair cafés', ms: 1, pieces: {} };
const cards = {
  k1: { card: 'Who pays for the roof?', state: 'waiting' },
  k2: { card: 'And who decides?', state: 'answered' }
} as const;

type OnPhone = { view?: Partial<AllSeen>; mine?: Partial<OwnSeen>; press?: string };
const phones: Record<string, OnPhone> = {
  ready: { view: { part: 'ready', asking: false } },
  'a chair is free': { view: { exposure: 'L3', cards: true } },
  'a silent card': { view: { cards: true }, press: words.phone.card },
  balanced: { view: { policy: 'balance', tags: ['Neighbours', 'City hall'], chairs: full } },
  'behind a chair': { view: { form: 'samoan', chairs: { ...full, c1: { ...taken(1, 'Ana'), behind: 2 } } } },
  'in line': { view: { chairs: full, line }, mine: { request: 'r2', why: 'Bees', missed: 'once' } },
  called: { view: { chairs: held }, mine: { request: 'r1' } },
  sitting: { view: { chairs: full, exposure: 'L1' }, mine: { sits: 'c1', turns: 1, nudged: NOW } },
  'stepped out': {
    view: { chairs: full, exposure: 'L3' },
    mine: { turns: 1, said: { n1: note } },
    press: words.phone.said
  },
  'a group': { view: { form: 'closed', asking: false, group: { now: 1, of: 3 } }, mine: { group: 2 } },
  asking: { view: { form: 'ux', part: 'asking', cards: true }, mine: { cards } },
  'a talk of two': { view: { form: 'sandwich', part: 'pairs', asking: false, endsAt: NOW + 50_000 } },
  closed: { view: { part: 'closed', asking: false } }
};

const outline: BoardSeen['notes'] = {
  branches: { b1: { order: 1, speaker: { name: 'Ana', number: 1 } } },
  notes: { n1: note, n2: { ...note, parent: 'n1', body: 'Sixty people' } }
};
const next = [{ request: 'r1', name: 'Emeka', why: 'Housing', chair: null }];
const airtime = { sat: 14, present: 61, turnover: 6, gini: 0.31 };
const boards: Record<string, Partial<BoardSeen>> = {
  'a chair is free': { next, waiting: 3, endsAt: NOW + 90_000 },
  'a chair is held': { chairs: held },
  'people behind chairs, one of them remote': {
    form: 'samoan',
    chairs: { c1: { ...taken(1, null), behind: 7 }, c2: { ...taken(2, 'Bo'), kind: 'remote' } }
  },
  'a card': { card: 'Who pays for the roof?', next, waiting: 1 },
  'notes and figures': { notes: outline, airtime },
  asking: { form: 'ux', part: 'asking' },
  'a talk of two': { form: 'sandwich', part: 'pairs', asking: false, endsAt: NOW + 50_000 },
  closed: { part: 'closed', asking: false, airtime }
};

afterEach(takeThemeOff);

describe.each(THEMES)('by %s', (theme) => {
  test.each(Object.entries(phones))('the phone can be used by everybody: %s', async (_name, { view, mine, press }) => {
    await showOn(theme, 360, 640);
    const all = { ...quietAll, ...view };
    await render(Phone, { view: all, mine: mine ? { ...quietOwn, ...mine } : null, say, link: live, now });
    if (press) await page.getByText(press, { exact: true }).click();
    expect(await barriers()).toEqual([]);
    for (const control of document.querySelectorAll(
      'section button, section summary, section [id]:is(input, textarea)'
    ))
      expect(control.getBoundingClientRect().height).toBeGreaterThanOrEqual(48);
  });

  test.each(Object.entries(boards))('the board can be read by everybody: %s', async (_name, changes) => {
    await showOn(theme, 1280, 720);
    const { container } = await render(Board, { view: { ...quietBoard, ...changes }, now });
    asWall(container);
    // A wall fades in, and grey on its way is not a grey of ours.
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)));
    expect(await barriers()).toEqual([]);
  });

  test.each(Object.entries(boards))('the text twin can be used by everybody: %s', async (_name, changes) => {
    await showOn(theme, 1280, 720);
    await render(BoardText, { view: { ...quietBoard, ...changes }, now });
    expect(await barriers()).toEqual([]);
  });
});

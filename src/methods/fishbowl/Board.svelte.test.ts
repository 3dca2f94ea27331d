import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { asWall } from '../../../tests/support/surfaces.ts';
import '../../app.css';
import Board from './Board.svelte';
import BoardText from './BoardText.svelte';
import { chairsOf, empty, NOW, quietBoard, taken } from './testing/views.ts';
import type { BoardSeen } from './views/board.ts';
import { words } from './words.ts';

const now = () => NOW;
const chairs = () => page.getByRole('list', { name: words.board.ring }).getByRole('listitem').elements();
const told = () => chairs().map((chair) => chair.querySelector('p.visually-hidden')?.textContent?.trim());
const filled = (index: number) =>
  Number.parseFloat(chairs()[index]?.querySelector('.time')?.getAttribute('stroke-dasharray') ?? 'NaN');
const text = (sentence: string) => page.getByText(sentence, { exact: false });

async function wall(changes: Partial<BoardSeen>, wall = true) {
  await page.viewport(1280, 720);
  const view = { ...quietBoard, ...changes };
  const screen = await render(Board, { view, now, wall: wall ? { licence: 'CC0-1.0' } : null });
  Object.assign(screen.container.style, { position: 'fixed', inset: '0', display: 'grid' });
  asWall(screen.container);
  return screen;
}

test('the ring tells who sits where, and since when, and which chair is free', async () => {
  await wall({ chairs: { ...chairsOf('Ana', 'Bo'), c3: taken(3, 'Chidi', 5), c4: empty(4) } });
  await expect.element(text(words.board.middle.free)).toBeVisible();
  expect(told()).toEqual([
    'Ana, has sat for 1 minute',
    'Bo, has sat for 2 minutes',
    'Chidi, has sat for 5 minutes',
    words.board.chair.free
  ]);
  expect(filled(2)).toBeCloseTo(50);
});

test('a ring around a chair is full after the time of the nudge, and stays full without an alarm', async () => {
  await wall({ longMs: 8 * 60_000, chairs: { c1: taken(1, 'Ana', 4), c2: taken(2, 'Bo', 60) } });
  expect(filled(0)).toBeCloseTo(50);
  expect(filled(1)).toBe(100);
});

test('a chair that is held says for whom and for how long still', async () => {
  const called = { request: 'r1', name: 'Dana', until: NOW + 24_000 };
  await wall({ chairs: { ...chairsOf('Ana', 'Bo'), c3: { ...empty(3), called } } });
  expect(told()[2]).toBe('for Dana, held for 24 seconds more');
  await expect.element(text(words.board.middle.held('Dana'))).toBeVisible();
});

test('when it is over chairs are empty, and nobody is said to wait', async () => {
  const chairs = { c1: { ...empty(1), kind: 'invited' as const }, c2: empty(2) };
  const screen = await wall({ stage: 'starters', chairs, asking: true, waiting: 2 });
  expect(told()).toEqual([words.board.chair.invited, words.board.chair.later]);
  await expect.element(text(words.board.waiting(2))).toBeVisible();
  await screen.rerender({ view: { ...quietBoard, stage: 'last-words', chairs, asking: false, waiting: 2 } });
  expect(told()).toEqual([words.board.chair.empty, words.board.chair.empty]);
  await expect.element(text(words.board.waiting(2))).not.toBeInTheDocument();
});

test('of several who are called each finds their chair, and the middle names none before the others', async () => {
  const called = (name: string) => ({ request: name, name, until: NOW + 24_000 });
  const chairs = {
    ...chairsOf('Bo'),
    c2: { ...empty(2), called: called('Ana A.') },
    c3: { ...empty(3), called: called('Eli') }
  };
  const screen = await wall({ chairs });
  await expect.element(text(words.board.middle.heldMany)).toBeVisible();
  await screen.rerender({ view: { ...quietBoard, chairs: { ...chairs, c3: empty(3) } } });
  await expect.element(text('Room for Ana A.')).toBeVisible();
});

test('when every chair is taken, room is asked for only while somebody waits', async () => {
  const chairs = chairsOf('Ana', 'Bo');
  const screen = await wall({ chairs });
  await expect.element(text(words.board.middle.listening)).toBeVisible();
  await screen.rerender({ view: { ...quietBoard, chairs, waiting: 1 } });
  await expect.element(text(words.board.middle.full)).toBeVisible();
});

test('where nobody is named, speakers have numbers', async () => {
  await wall({
    exposure: 'L1',
    chairs: { c1: { ...taken(1, null, 0), sitter: { name: null, number: 7, turn: 't', since: NOW } } }
  });
  expect(told()).toEqual(['Speaker 7, has sat for 0 minutes']);
});

test('who stands behind a chair is a dot outside of it, and beyond five it says more', async () => {
  await wall({
    form: 'samoan',
    chairs: { c1: { ...taken(1, 'Ana'), behind: 2 }, c2: { ...taken(2, 'Bo'), behind: 9 } }
  });
  const dots = (index: number) => chairs()[index]?.querySelectorAll('.behind').length;
  expect([dots(0), dots(1)]).toEqual([2, 5]);
  expect(told()[1]).toContain(words.board.chair.behind(9));
});

test('the rule of the line is always printed, with the next two and what they want to talk about', async () => {
  const next = [
    { request: 'r1', name: 'Emeka', why: 'Housing', chair: null },
    { request: 'r2', name: null, why: null, chair: null }
  ];
  const screen = await wall({ next, waiting: 4 });
  const rule = words.board.rule(words.policies['first-timers']);
  await expect.element(page.getByRole('heading', { name: rule })).toBeVisible();
  await expect.element(text('Emeka')).toBeVisible();
  await expect.element(text('Housing')).toBeVisible();
  await expect.element(text(words.board.waiting(4))).toBeVisible();
  await screen.rerender({ view: { ...quietBoard, next, waiting: 4, card: 'Who pays for the roof?' } });
  await expect.element(page.getByRole('heading', { name: rule })).toBeVisible();
  await expect.element(text('Who pays for the roof?')).toBeVisible();
});

test('nothing of the line is asked for once nobody comes in any more', async () => {
  await wall({ stage: 'last-words', asking: false, chairs: chairsOf('Ana', null) });
  await expect.element(text(words.board.lastWords)).toBeVisible();
  expect(text(words.board.ask).elements()).toEqual([]);
  expect(told()[1]).toBe(words.board.chair.empty);
});

test('the clock counts minutes, then seconds, and then on beyond the end', async () => {
  const screen = await wall({ endsAt: NOW + 18 * 60_000 });
  await expect.element(text('18 min')).toBeVisible();
  await screen.rerender({ view: { ...quietBoard, endsAt: NOW + 90_000 } });
  await expect.element(text('1:30')).toBeVisible();
  await screen.rerender({ view: { ...quietBoard, endsAt: NOW - 65_000 } });
  await expect.element(text('+1:05')).toBeVisible();
});

test('figures are shown as a whole, and nobody is ranked', async () => {
  await wall({ airtime: { sat: 14, present: 61, turnover: 6, gini: 0.31 } });
  await expect.element(text('14 of 61 here')).toBeVisible();
  await expect.element(text('time in the chairs is shared fairly evenly')).toBeVisible();
});

const manyNotes = (): BoardSeen['notes'] => ({
  branches: { b1: { order: 1, speaker: { name: 'Ana', number: 1 } } },
  notes: Object.fromEntries(
    Array.from({ length: 24 }, (_, index) => [
      `n${index}`,
      { branch: 'b1', parent: null, order: index, body: `Point ${index + 1} of what Ana said that evening`, ms: 0 }
    ])
  )
});

test('notes that do not fit go on the next page, which is turned with the arrows, and no letter shrinks', async () => {
  await wall({ notes: manyNotes() });
  const page_ = (number: number) => page.getByText(new RegExp(`^${number} of [2-9]`));
  await expect.element(page_(1)).toBeVisible();
  const size = () => getComputedStyle(document.querySelector('.note') ?? document.body).fontSize;
  expect(Number.parseFloat(size())).toBeGreaterThanOrEqual(38 * 0.66);
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
  await expect.element(page_(2)).toBeVisible();
  window.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true }));
  await expect.element(page.getByText('❚❚')).toBeVisible();
});

test('a talk of two shows whose half minute it is', async () => {
  await wall({ form: 'sandwich', stage: 'pairs', asking: false, endsAt: NOW + 48_000 });
  const steps = page.getByRole('listitem').elements();
  expect(steps.map((step) => step.getAttribute('aria-current'))).toEqual([null, 'step', null]);
  expect(steps[1]?.textContent).toContain(words.board.pairs.seconds(18));
});

test('a name of forty letters stays inside its chair', async () => {
  const long = 'Konstantinopolitanska-Magdalenagruberova';
  await wall({
    chairs: { ...chairsOf('Ana', 'Bo', 'Chidi', 'Dana', 'Emeka', 'Fatima', 'Giulia'), c8: taken(8, long) }
  });
  const chair = chairs()[7]?.querySelector('.chair');
  const plate = chair?.querySelector('bdi');
  expect(told()[7]).toContain(long);
  expect(plate?.getBoundingClientRect().width).toBeLessThan(chair?.getBoundingClientRect().width ?? 0);
});

test('words that were withdrawn leave a gap and not an error', async () => {
  await wall({ question: null, next: [{ request: 'r1', name: null, why: null, chair: 'gone' }], waiting: 1 });
  await expect.element(page.getByRole('heading', { name: '…' })).toBeVisible();
});

test('the text twin reads the same as a page: chairs in a table, the line in order, notes under their speaker', async () => {
  const view: BoardSeen = {
    ...quietBoard,
    next: [{ request: 'r1', name: 'Emeka', why: 'Housing', chair: null }],
    waiting: 1,
    endsAt: NOW + 18 * 60_000,
    notes: manyNotes(),
    card: 'Who pays for the roof?'
  };
  await render(BoardText, { view, now });
  const rows = page.getByRole('row').elements();
  expect(rows).toHaveLength(6);
  expect(rows[1]?.textContent).toContain('Ana');
  expect(rows[5]?.textContent).toContain(words.board.chair.free);
  await expect.element(text('18 minutes left')).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Ana' })).toBeVisible();
  await expect.element(text(words.board.rule(words.policies['first-timers']))).toBeVisible();
  await expect.element(text('Who pays for the roof?')).toBeVisible();
});

test('a card keeps its lines on the board and in its text', async () => {
  const card = 'Who pays\nfor the roof?';
  const screen = await wall({ card });
  expect(screen.container.innerText).toContain(card);
  const told = await render(BoardText, { view: { ...quietBoard, card }, now });
  expect(told.container.innerText).toContain(card);
});

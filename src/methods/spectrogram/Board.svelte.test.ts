import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../app.css';
import Board from './Board.svelte';
import BoardText from './BoardText.svelte';
import { quietBoard, quietLine } from './testing/views.ts';
import { words } from './words.ts';
import type { BoardSeen } from './views/board.ts';

const line: NonNullable<BoardSeen['now']> = { ...quietLine, statement: 's' };

const revealed = (positions: number[], previous: Record<number, number> | null = null): BoardSeen => ({
  ...quietBoard,
  now: { ...line, stage: 'locked', revealed: true },
  counts: { present: positions.length + 2, placed: positions.length, unsure: 2, passed: 0 },
  picture: {
    dots: Object.fromEntries(positions.map((x, index) => [index + 1, { x, order: index + 1 }])),
    previous,
    figures: { round: 1, present: 9, placed: positions.length, unsure: 2, passed: 0, spread: null },
    shift: null
  }
});

const dots = () => [...document.querySelectorAll<SVGCircleElement>('circle.dot:not(.aside)')];

test('while people place themselves the board tells how many, and nobody’s place', async () => {
  const view: BoardSeen = {
    ...quietBoard,
    now: line,
    counts: { present: 112, placed: 84, unsure: 3, passed: 1 },
    picture: null
  };
  await render(Board, { view });
  await expect.element(page.getByRole('heading', { name: 'How do you live?' })).toBeVisible();
  await expect.element(page.getByText(words.board.answered(88, 112))).toBeVisible();
  expect(document.querySelectorAll('circle')).toHaveLength(0);
});

test('a reveal draws one dot for each person, and those who are not sure beside the line', async () => {
  await render(Board, { view: revealed([0, 500, 1000]) });
  await expect.element(page.getByText(/3 people placed themselves/)).toBeVisible();
  expect(dots()).toHaveLength(3);
  expect(document.querySelectorAll('circle.aside')).toHaveLength(2);
});

test('when Ana moves, Bo and Chidi stay where they are', async () => {
  const view = revealed([100, 500, 900]);
  const { rerender } = await render(Board, { view });
  const before = dots().map((dot) => dot.getAttribute('cx'));
  const moved = revealed([700, 500, 900]);
  await rerender({ view: moved });
  const after = dots().map((dot) => dot.getAttribute('cx'));
  expect(after[0]).not.toBe(before[0]);
  expect(after.slice(1)).toEqual(before.slice(1));
});

test('a second round shows where the same dots stood before', async () => {
  await render(Board, { view: revealed([100, 500], { 1: 800, 2: 500 }) });
  expect(document.querySelectorAll('circle.ghost')).toHaveLength(2);
  expect(document.querySelectorAll('line.arrow')).toHaveLength(1);
});

test('words that were withdrawn leave a gap and not an error', async () => {
  const view = revealed([100]);
  if (view.now) view.now.text = null;
  await render(Board, { view });
  await expect.element(page.getByRole('heading', { name: '…' })).toBeVisible();
});

const places = () => dots().map((dot) => dot.getAttribute('cx'));
const wall = { licence: 'CC-BY-SA-4.0' };

const replayed = (): BoardSeen => ({
  ...revealed([100, 900]),
  replay: {
    head: line,
    round: 1,
    moves: [
      [1, 100, 0],
      [2, 900, 0],
      [1, 500, 60_000],
      [3, 300, 120_000]
    ],
    ms: 120_000,
    whole: true
  }
});

const clouded = (): BoardSeen => ({
  ...quietBoard,
  now: line,
  cloud: {
    across: line,
    up: { ...line, text: 'How do you get what you need?', poleA: 'Sharing', poleB: 'Buying' },
    cells: [
      [12, null, 0, 0, 0],
      [0, 0, 0, 0, 0],
      [0, 0, 6, 0, 0],
      [0, 0, 0, 0, null],
      [0, 0, 0, 0, 9]
    ],
    pairs: 31
  }
});

test('six hundred people are painted, one dot each, and none of them is an element', async () => {
  await page.viewport(1200, 700);
  const view = revealed(Array.from({ length: 600 }, (_, index) => (index * 389) % 1001));
  const { container } = await render(Board, { view });
  Object.assign(container.style, { position: 'fixed', inset: '0', display: 'grid' });
  container.style.setProperty('--u', '0.5px');
  const painted = () => {
    const canvas = document.querySelector('canvas');
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    return pixels ? pixels.filter((value, index) => index % 4 === 3 && value === 255).length : 0;
  };
  await expect.poll(painted).toBeGreaterThan(6000);
  expect(dots()).toHaveLength(0);
});

test('a finger on its way takes its dot along, and nobody else’s', async () => {
  const view = revealed([100, 500, 900]);
  const { rerender } = await render(Board, { view });
  const before = places();
  const moving = () => ({ topic: 1, dots: new Map([[2, 720]]), shape: null });
  await rerender({ view, moving });
  const after = places();
  expect([after[0], after[2]]).toEqual([before[0], before[2]]);
  expect(Number(after[1])).toBeGreaterThan(Number(before[1]));
});

test('at the lowest exposure no dot travels, no finger is followed and nothing is replayed', async () => {
  const moving = () => ({ topic: 1, dots: new Map([[1, 720]]), shape: null });
  const view: BoardSeen = { ...replayed(), exposure: 'L0' };
  const { rerender } = await render(Board, { view });
  const before = places();
  await rerender({ view, moving });
  expect(places()).toEqual(before);
  expect(document.querySelector('.travels, .scrubber')).toBe(null);
});

test('before and now of more than sixty people stand back to back, without arrows', async () => {
  const xs = Array.from({ length: 80 }, (_, index) => index * 12);
  const before = Object.fromEntries(xs.map((x, index) => [index + 1, 1000 - x]));
  await render(Board, { view: revealed(xs, before) });
  expect(document.querySelectorAll('circle.ghost')).toHaveLength(80);
  expect(document.querySelectorAll('line.arrow')).toHaveLength(0);
  const sizes = new Set([...document.querySelectorAll('circle.dot, circle.ghost')].map((dot) => dot.getAttribute('r')));
  expect(sizes.size).toBe(1);
});

test('the zone that is listened to is lit and says so', async () => {
  await render(Board, { view: { ...revealed([100, 900]), called: { zone: 4 } } });
  expect(document.querySelectorAll('rect.called')).toHaveLength(1);
  await expect.element(page.getByText(words.board.called)).toBeInTheDocument();
});

test('a cloud names both lines, and hatches what is kept back', async () => {
  await render(Board, { view: clouded() });
  for (const label of [/How do you live/, /How do you get what you need/, 'Sharing', 'Buying', 'With others'])
    await expect.element(page.getByText(label)).toBeVisible();
  expect([...document.querySelectorAll('.field text')].map((text) => text.textContent)).toEqual(['12', '6', '9']);
  expect(document.querySelectorAll('.field rect[fill^="url"]')).toHaveLength(2);
  await expect.element(page.getByText(words.board.cloud.kept)).toBeVisible();
});

test('a replay plays, and keys of the wall stop it and go to its ends', async () => {
  await render(Board, { view: replayed(), wall });
  await userEvent.keyboard('{End}');
  await expect.poll(() => dots().length).toBe(3);
  await userEvent.keyboard('{Home}');
  await expect.poll(() => dots().length).toBe(2);
  await expect.element(page.getByText(words.board.replay.time('0:00', '2:00'))).toBeVisible();
  await userEvent.keyboard(' ');
  await expect.element(page.getByText(words.board.replay.time('0:00', '2:00'))).not.toBeInTheDocument();
});

test('a thumbnail of a replay leaves the keys to the page it is on', async () => {
  await render(Board, { view: replayed() });
  const taken = () => !window.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', cancelable: true }));
  expect(taken()).toBe(false);
  expect(dots()).toHaveLength(2);
});

test('three reasons are seen at once, and the page says that there are more', async () => {
  const whys = ['Bread', 'Silence', 'Tools', 'Children', 'Money'];
  const reasons = Object.fromEntries(
    whys.map((why, order) => [`r${order}`, { why, zone: (4 - order) as 0 | 1 | 2 | 3 | 4, round: 1, order }])
  );
  await render(Board, { view: { ...revealed([100, 900]), reasons } });
  expect([...document.querySelectorAll('.why')].map((why) => why.textContent)).toEqual([
    '“Money”',
    '“Children”',
    '“Tools”'
  ]);
  await expect.element(page.getByText(words.board.reasons.page(1, 2))).toBeVisible();
});

test('S offers the picture to keep, and says so when there is none', async () => {
  const { rerender } = await render(Board, { view: { ...quietBoard, now: line }, wall });
  await userEvent.keyboard('s');
  await expect.element(page.getByText(words.board.keep.nothing)).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await rerender({ view: revealed([100, 900]), wall });
  await userEvent.keyboard('s');
  await expect.element(page.getByRole('button', { name: words.board.keep.svg })).toBeVisible();
});

test('as text a cloud is a table, from the top of the picture down, and a few are a few', async () => {
  await render(BoardText, { view: clouded() });
  const rows = [...document.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].map((cell) => cell.textContent)
  );
  expect(rows[0]).toEqual(['0', '0', '0', '0', '9']);
  expect(rows[4]).toEqual(['12', words.text.few, '0', '0', '0']);
});

test('as text there are the zone that is called, the reasons and the replay', async () => {
  const reasons = { r1: { why: 'Bread', zone: 'unsure' as const, round: 1, order: 1 } };
  await render(BoardText, { view: { ...replayed(), called: { zone: 0 }, reasons } });
  await expect.element(page.getByText(words.text.called('All the way to “With others”'))).toBeVisible();
  await expect.element(page.getByText('Bread')).toBeVisible();
  await expect.element(page.getByText(/4 places were taken/)).toBeVisible();
});

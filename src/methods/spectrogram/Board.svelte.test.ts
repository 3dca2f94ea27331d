import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../app.css';
import Board from './Board.svelte';
import { quietBoard, quietLine } from './quiet.ts';
import { words } from './words.ts';
import type { BoardSeen } from './views.ts';

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
  await expect.element(page.getByText(words.board.placed(84, 112))).toBeVisible();
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

test('before anybody came there is nothing to count', async () => {
  const counts = { present: 0, placed: 0, unsure: 0, passed: 0 };
  await render(Board, { view: { exposure: 'L1', now: line, counts, picture: null } });
  await expect.element(page.getByText(words.board.findYourPlace)).toBeVisible();
  expect(page.getByText(words.board.placed(0, 0)).elements()).toHaveLength(0);
});

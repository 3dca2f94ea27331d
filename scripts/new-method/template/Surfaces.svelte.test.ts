import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { asWall, barriers, showOn, takeThemeOff, THEMES } from '../../../tests/support/surfaces.ts';
import '../../../src/app.css';
import Board from './Board.svelte';
import BoardText from './BoardText.svelte';
import Console from './Console.svelte';
import Phone from './Phone.svelte';
import type { BoardSeen } from './views.ts';
import { words } from './words.ts';

const question = 'What did you come for?';
const hidden: BoardSeen = { question, shown: false, answered: 2, answers: null };
const boards = { hidden, shown: { ...hidden, shown: true, answers: { a1: 'Curiosity', a2: null } } };
const dana = { name: 'Dana', via: 'walk-in', present: true, order: 1, rehearsed: false } as const;
const say = () => Promise.resolve({ version: 1 });
afterEach(takeThemeOff);

describe.each(THEMES)('by %s', (theme) => {
  test.each(Object.entries(boards))('the board can be read by everybody: %s', async (_name, view) => {
    await showOn(theme, 1280, 720);
    const { container } = await render(Board, { view });
    asWall(container);
    expect(await barriers()).toEqual([]);
  });

  test.each(Object.entries(boards))('the text twin can be read by everybody: %s', async (_name, view) => {
    await showOn(theme, 1280, 720);
    await render(BoardText, { view });
    expect(await barriers()).toEqual([]);
  });

  test.each(Object.entries(boards))('the console can be used by everybody: %s', async (_name, view) => {
    await showOn(theme, 1280, 800);
    await render(Console, { view, people: { dana }, say });
    expect(await barriers()).toEqual([]);
  });

  test.each([false, true])('the phone can be used by everybody: shown %s', async (shown) => {
    await showOn(theme, 360, 640);
    await render(Phone, { view: { question, shown }, mine: { answer: 'Curiosity' }, say });
    expect(await barriers()).toEqual([]);
    for (const control of document.querySelectorAll('section button, section :is(input, textarea)[id]'))
      expect(control.getBoundingClientRect().height).toBeGreaterThanOrEqual(48);
  });
});

test('an answer is sent with one press', async () => {
  const said: unknown[] = [];
  const hear = (command: string, input: object) => {
    said.push([command, input]);
    return Promise.resolve({ version: 2 });
  };
  await render(Phone, { view: { question, shown: false }, mine: null, say: hear });
  await page.getByRole('textbox').fill('Curiosity');
  await page.getByRole('button', { name: words.phone.send }).click();
  expect(said).toEqual([['answer', { answer: 'Curiosity' }]]);
});

test('a no is told where it was pressed', async () => {
  const say = () => Promise.resolve({ refused: 'answers-are-shown' });
  await render(Phone, { view: { question, shown: false }, mine: null, say });
  await page.getByRole('textbox').fill('Soup');
  await page.getByRole('button', { name: words.phone.send }).click();
  await expect.element(page.getByText('The answers are shown already.')).toBeVisible();
});

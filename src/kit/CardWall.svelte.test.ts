import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { asWall } from '../../tests/support/surfaces.ts';
import '../app.css';
import CardWall from './board/CardWall.svelte';
import { words } from './words/board.ts';

const card = (id: string) => ({
  id,
  text: `A thought of some length, the ${id}th`,
  photo: null,
  small: null,
  starred: false
});
const cards = (from: number, count: number) => Array.from({ length: count }, (_, index) => card(`${from + index}`));
const groups = [
  { id: 'long', title: 'Places to sit', loose: false, cards: cards(0, 30) },
  { id: 'short', title: 'Trees', loose: false, cards: cards(100, 2) }
];

/** By column, the first line that is read in it. */
function columns(): string[] {
  const first = new Map<number, Element>();
  const left = (one: Element) => Math.round(one.getBoundingClientRect().left);
  for (const one of document.querySelectorAll('.wall :is(h3, li)'))
    if (!first.has(left(one))) first.set(left(one), one);
  return [...first.values()].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
}

async function wall(height: number) {
  await page.viewport(1280, height);
  const screen = await render(CardWall, { title: 'What would help?', groups, empty: '', wall: false });
  screen.container.className = 'wall';
  Object.assign(screen.container.style, { position: 'fixed', inset: '0', display: 'flex' });
  asWall(screen.container);
  return screen;
}

test('a group that goes on in the next column is named there once more', async () => {
  await wall(720);
  const again = `Places to sit ${words.continued}`;
  await expect.poll(() => columns()[4]).toBe(again);
  const [first, ...others] = columns();
  expect(first).toBe('Places to sit');
  expect(others.filter((line) => line !== again && line !== 'Trees')).toEqual([]);
});

test('names follow when the wall has another size, and none stands in the middle of a column', async () => {
  await wall(720);
  await expect.poll(() => document.querySelectorAll('.again').length).toBeGreaterThan(1);
  const before = document.querySelectorAll('.again').length;
  await page.viewport(1280, 1600);
  await expect.poll(() => document.querySelectorAll('.again').length).toBeLessThan(before);
  expect(columns().filter((line) => line.endsWith(words.continued))).toHaveLength(
    document.querySelectorAll('.again').length
  );
});

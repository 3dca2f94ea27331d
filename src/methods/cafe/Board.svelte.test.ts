import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../app.css';
import Board from './Board.svelte';
import BoardText from './BoardText.svelte';
import { NOW, onWall, quietBoard, tableNo, tablesOf, talking } from './quiet.ts';
import type { BoardSeen } from './seen.ts';
import { words } from './words.ts';

const now = () => NOW;
const photoAt = (photo: string) => `/photo/${photo}`;
const text = (sentence: string) => page.getByText(sentence, { exact: false });
const RULE = [0, 1, -1, 2, -2].map((step, letter) => ({ letter, step }));

async function wall(changes: Partial<BoardSeen>) {
  await page.viewport(1280, 720);
  const screen = await render(Board, {
    view: { ...quietBoard, ...changes },
    now,
    photoAt,
    wall: { licence: 'CC0-1.0' }
  });
  Object.assign(screen.container.style, { position: 'fixed', inset: '0', display: 'grid' });
  for (const [name, value] of [
    ['--u', '0.66px'],
    ['--body', '38px'],
    ['--label', '32px'],
    ['--line', '2px']
  ] as const)
    screen.container.style.setProperty(name, value);
  return screen;
}

test('people are first told one thing: to find their table', async () => {
  await wall({ seated: 31, expected: 148 });
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(words.board.finding.first);
  await expect.element(text(words.board.finding.seated(31, 148))).toBeVisible();
  expect(page.getByRole('group', { name: words.board.map }).getByRole('listitem').elements()).toHaveLength(12);
});

test('at the move the rule stands there by letters, for whoever has a card and no phone', async () => {
  await wall({ round: 2, rule: RULE, tables: tablesOf(25) });
  const letters = page.getByRole('list').getByRole('listitem').elements();
  expect(letters.map((tile) => tile.textContent.replace(/\s+/g, ' ').trim())).toEqual([
    'A stays',
    'B +1',
    'C −1',
    'D +2',
    'E −2'
  ]);
  await expect.element(text(words.board.finding.around(25))).toBeVisible();
});

test('where paths are not the same for a letter, no rule is shown that would mislead', async () => {
  await wall({ round: 2, rule: null });
  await expect.element(text(words.board.finding.path)).toBeVisible();
});

test('the last round leads home', async () => {
  await wall({ round: 3, home: true, rule: RULE });
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(words.board.finding.home);
  expect(text('D +2').elements()).toHaveLength(0);
});

test('the question stands with a clock that ends softly and counts on', async () => {
  const screen = await wall(talking);
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('What is happening around here?');
  await expect.element(text('12 min')).toBeVisible();
  await screen.rerender({ view: { ...quietBoard, ...talking, endsAt: NOW - 65_000 } });
  await expect.element(text('+1:05')).toBeVisible();
});

test('tables with topics of their own are all told', async () => {
  const tables = { t1: tableNo(1, { topic: 'Trees' }), t2: tableNo(2, { topic: 'Water' }) };
  await wall({ ...talking, layout: 'topics', question: null, tables });
  await expect.element(text('Trees')).toBeVisible();
  await expect.element(text('Water')).toBeVisible();
});

test('on the wall groups come first, the loose pile is always there, and what says more stands under its note', async () => {
  await wall({
    part: 'harvest',
    met: { least: 15, median: 15, most: 15, ceiling: 15 },
    wall: {
      notes: {
        n1: onWall('Block parties', { cluster: 'c1' }),
        n2: onWall('Every summer', { parent: 'n1', order: 2 }),
        n3: onWall('Pot lucks', { order: 3 }),
        n4: onWall('Gift circles', { order: 4, gem: true, number: 12 })
      },
      clusters: { c1: { name: 'We meet on the street', order: 1 } },
      cards: { n1: true },
      about: null
    }
  });
  const read = page.getByRole('heading', { level: 3 }).elements();
  expect(read.map(({ textContent }) => textContent.trim())).toEqual([
    'We meet on the street',
    words.board.harvest.loose
  ]);
  const cards = document.querySelectorAll('.wall li');
  expect([...cards].map((card) => card.querySelector('p')?.textContent)).toEqual([
    'Block parties',
    'Every summer',
    'Gift circles',
    'Pot lucks'
  ]);
  expect(cards[0]?.contains(cards[1] ?? null)).toBe(true);
  await expect.element(text(words.board.harvest.met(15, 15))).toBeVisible();
});

test('the board can be read as a plain page: where we are, how to move, what was written', async () => {
  const screen = await render(BoardText, { view: { ...quietBoard, round: 2, rule: RULE }, now });
  await expect.element(page.getByRole('row', { name: 'C 1 table back' })).toBeVisible();
  await expect.element(text(words.text.parts.finding)).toBeVisible();
  const notes = { n1: onWall('Pot lucks') };
  const written = { ...quietBoard, part: 'harvest', wall: { notes, clusters: {}, cards: {}, about: null } } as const;
  await screen.rerender({ view: written });
  await expect.element(page.getByRole('listitem')).toHaveTextContent('Pot lucks (table 7)');
});

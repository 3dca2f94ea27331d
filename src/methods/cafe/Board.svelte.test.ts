import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { asWall } from '../../../tests/support/surfaces.ts';
import '../../app.css';
import Board from './Board.svelte';
import BoardText from './BoardText.svelte';
import { NOW, choosingTopics, onWall, quietBoard, tableNo, tablesOf, talking } from './testing/views.ts';
import type { BoardSeen } from './views/board.ts';
import { words } from './words.ts';

const now = () => NOW;
const photoAt = (photo: string) => `/photo/${photo}`;
const text = (sentence: string) => page.getByText(sentence, { exact: false });
const RULE = { letters: [0, 1, -1, 2, -2].map((step, letter) => ({ letter, step })), passed: [] };

async function wall(changes: Partial<BoardSeen>) {
  await page.viewport(1280, 720);
  const screen = await render(Board, {
    view: { ...quietBoard, ...changes },
    now,
    photoAt,
    wall: { licence: 'CC0-1.0' }
  });
  Object.assign(screen.container.style, { position: 'fixed', inset: '0', display: 'grid' });
  asWall(screen.container);
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
  await expect.element(text(words.board.finding.around(25, 1))).toBeVisible();
});

test('WC41 a table nobody travels to is not counted, and the board says so', async () => {
  await wall({ round: 2, rule: { ...RULE, passed: ['t25'] }, tables: tablesOf(25) });
  await expect.element(text(words.board.finding.around(24, 1))).toBeVisible();
  await expect.element(text(words.board.finding.passed([25]))).toBeVisible();
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

test('WC42 before the plan the wall shows what there is to choose from', async () => {
  await wall(choosingTopics);
  await expect.element(text(words.board.ready.choose(2))).toBeVisible();
  expect(
    page
      .getByRole('listitem')
      .elements()
      .map(({ textContent }) => textContent.trim())
  ).toEqual(['1 Trees', '2 Water', '3 Who pays']);
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
    stage: 'harvest',
    question: 'What is happening?',
    met: { people: 150, least: 15, median: 15, most: 15, pairs: { count: 1_118, of: 11_175 }, again: 0 },
    wall: {
      notes: {
        n1: onWall('Block parties', { cluster: 'c1' }),
        n2: onWall('Every summer', { parent: 'n1', order: 2 }),
        n3: onWall('Pot lucks', { order: 3 }),
        n4: onWall('Gift circles', { order: 4, gem: true, number: 12 })
      },
      clusters: { c1: { name: 'We meet on the street', order: 1 } },
      asks: { 1: { question: 'What is happening?', order: 1 } },
      cards: { n1: true },
      about: '1'
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
  await expect.element(text('Everybody met 15 others, and nobody met the same person twice.')).toBeVisible();
});

const twoAsks = {
  notes: {
    n1: onWall('Pot lucks', { ask: '2', round: 2 }),
    n2: onWall('Block parties', { cluster: 'c1' }),
    n3: onWall('Gift circles', { order: 3 })
  },
  asks: { 1: { question: 'What is happening?', order: 1 }, 2: { question: 'What could be?', order: 2 } },
  clusters: { c1: { name: 'On the street', order: 1 } },
  cards: {},
  about: null
};

test('WC35 a wall about everything is read question by question, each with its groups and then what is loose', async () => {
  await wall({ stage: 'harvest', wall: twoAsks });
  const read = document.querySelectorAll('.wall :is(h3, h4, li)');
  expect([...read].map((one) => one.querySelector('p')?.textContent ?? one.textContent.trim())).toEqual([
    'What is happening?',
    'On the street',
    'Block parties',
    words.board.harvest.loose,
    'Gift circles',
    'What could be?',
    'Pot lucks'
  ]);
});

const PATHS = [
  [1, 1],
  [1, 2],
  [2, 2],
  [2, null]
];
const met = { people: 4, least: 1, median: 2, most: 2, pairs: { count: 4, of: 6 }, again: 0 };

test('WC34 the wall shows who met whom, with a sentence to read aloud and nobody’s name', async () => {
  await wall({ stage: 'harvest', encounters: { paths: PATHS }, met });
  await expect.element(page.getByRole('heading', { name: words.board.encounters.title })).toBeVisible();
  await expect.element(text('Everybody met at least 1 other, and half met 2 or more.')).toBeVisible();
  expect(document.querySelectorAll('svg circle')).toHaveLength(4);
  const threads = [...document.querySelectorAll('.threads path')].map(
    (path) => path.getAttribute('d')?.split('M').length
  );
  expect(threads).toEqual([3, 2]);
});

test('WC40 a wall made of few seats says of how many, and no figure', async () => {
  await wall({ stage: 'harvest', encounters: { paths: PATHS }, unsaid: { said: 4, of: 12 } });
  await expect.element(text('This shows only 4 of 12 seats: too few said where they sat to tell more.')).toBeVisible();
  expect(document.body.textContent).not.toContain('met at least');
});

test('WC34 the page of text tells who met whom in figures', async () => {
  await render(BoardText, { view: { ...quietBoard, stage: 'harvest', encounters: { paths: PATHS }, met }, now });
  const told = [...document.querySelectorAll('dl')].at(-1)?.textContent.replace(/\s+/g, ' ');
  expect(told).toContain(`${words.text.met.median} 2`);
  expect(told).toContain(`${words.text.met.pairs} 4 of 6`);
});

test('the board can be read as a plain page: where we are, how to move, what was written', async () => {
  const screen = await render(BoardText, { view: { ...quietBoard, round: 2, rule: RULE }, now });
  await expect.element(page.getByRole('row', { name: 'C 1 table back' })).toBeVisible();
  await expect.element(text(words.text.stages.finding)).toBeVisible();
  const notes = { n1: onWall('Pot lucks') };
  const written = { ...quietBoard, stage: 'harvest', wall: { ...twoAsks, notes } } as const;
  await screen.rerender({ view: written });
  await expect.element(page.getByRole('listitem')).toHaveTextContent('Pot lucks (table 7)');
});

test('a note keeps its lines on the wall and in the board’s text', async () => {
  const notes = { n1: onWall('Pot lucks\nin every street', { ask: '2', round: 2 }) };
  const view = { ...quietBoard, stage: 'harvest', wall: { ...twoAsks, notes } } as const;
  const screen = await wall(view);
  expect(screen.container.innerText).toContain('Pot lucks\nin every street');
  const told = await render(BoardText, { view, now });
  expect(told.container.innerText).toContain('Pot lucks\nin every street');
});

import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { asWall, live } from '../../../tests/support/surfaces.ts';
import Distribution from '#lib/ui/Distribution.svelte';
import '../../app.css';
import Board from './Board.svelte';
import Phone from './Phone.svelte';
import { quietAll, quietBoard, quietLine } from './testing/views.ts';
import { spread } from './figures/statistics.ts';
import type { BoardSeen } from './views/board.ts';

/**
 * The first pole is on the left and the second on the right, whatever script they are written in and wherever the page
 * is read from.
 */
const ARABIC = { poleA: 'مع الآخرين دائمًا!', poleB: 'وحدي', middle: 'بين بين' };
const HEBREW = { poleA: 'יחד', poleB: 'כל אחד לבד, בבית שלו', middle: null };
const scripts = [
  ['Arabic', ARABIC],
  ['Hebrew', HEBREW]
] as const;
const pages = ['ltr', 'rtl'] as const;
const every = scripts.flatMap(([script, ends]) => pages.map((dir) => [script, dir, ends] as const));

/** A letter is not as wide as its place; a pole that has gone to the middle is away by hundreds. */
const CLOSE = 12;

afterEach(() => document.documentElement.removeAttribute('dir'));

/** Where the letters of these words are, whatever is around them. */
function lettersOf(words: string): DOMRect {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.textContent?.trim() !== words || node.parentElement?.closest('.visually-hidden, q, svg')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    return range.getBoundingClientRect();
  }
  throw new Error(`Nobody reads “${words}”.`);
}

function expectAtEnds(
  { poleA, poleB, middle }: { poleA: string; poleB: string; middle: string | null },
  line: DOMRect
) {
  const [first, second] = [lettersOf(poleA), lettersOf(poleB)];
  expect(Math.abs(first.left - line.left)).toBeLessThan(CLOSE);
  expect(Math.abs(second.right - line.right)).toBeLessThan(CLOSE);
  if (middle === null) return;
  const between = lettersOf(middle);
  const centre = (line.left + line.right) / 2;
  expect(Math.abs((between.left + between.right) / 2 - centre)).toBeLessThan(CLOSE);
}

const box = (selector: string) => {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found.getBoundingClientRect();
};

async function wall(view: BoardSeen) {
  await page.viewport(1280, 720);
  const screen = await render(Board, { view });
  Object.assign(screen.container.style, {
    position: 'fixed',
    inset: '0',
    display: 'grid',
    gridTemplateColumns: '1267px'
  });
  asWall(screen.container);
}

test.each(every)('%s poles stand at the ends of the line on a board that is read %s', async (_script, dir, ends) => {
  document.documentElement.dir = dir;
  await wall({ ...quietBoard, now: { ...quietLine, ...ends } });
  // The picture is 1728 wide, the line begins at 230.
  const { left, right, width } = box('.poles');
  expectAtEnds(ends, new DOMRect(left + (230 / 1728) * width, 0, right - left - (230 / 1728) * width, 1));
});

test.each(every)('%s poles stand at their sides of a cloud on a board that is read %s', async (_script, dir, ends) => {
  document.documentElement.dir = dir;
  const line = { ...quietLine, ...ends };
  const up = { ...quietLine, text: 'Up', poleA: 'below', poleB: 'above' };
  const cells = Array.from({ length: 3 }, () => [5, 0, null]);
  await wall({ ...quietBoard, now: line, cloud: { across: line, up, cells, pairs: 20 } });
  const field = box('.field');
  expectAtEnds(ends, box('.across'));
  expect(lettersOf('above').top).toBeLessThan(lettersOf('below').top);
  expect(lettersOf('above').right).toBeLessThan(field.left);
});

test.each(every)('%s poles stand at the ends of the line on a phone that is read %s', async (_script, dir, ends) => {
  document.documentElement.dir = dir;
  await page.viewport(360, 640);
  const view = { ...quietAll, now: { ...quietLine, ...ends } };
  await render(Phone, { view, mine: null, say: () => Promise.resolve({ version: 1 }), link: live });
  expectAtEnds(ends, box('input[type=range]'));
});

test.each(every)(
  '%s poles stand at the ends of the picture in an edition that is read %s',
  async (_script, dir, ends) => {
    document.documentElement.dir = dir;
    await page.viewport(800, 640);
    const round = {
      round: 1,
      present: 6,
      placed: 6,
      unsure: 0,
      passed: 0,
      spread: spread([10, 20, 30, 900, 950, 990])
    };
    if (!round.spread) throw new Error('Six people can be told of.');
    const { poleA, poleB, middle } = ends;
    await render(Distribution, {
      title: 'How?',
      description: '',
      poles: [poleA, poleB],
      middle,
      round: { ...round, spread: round.spread }
    });
    expectAtEnds(ends, box('figure > svg'));
  }
);

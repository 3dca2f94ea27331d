import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Board from './Board.svelte';
import BoardText from './BoardText.svelte';
import { voteTotals as words } from '#kit/words/votes.ts';
import type { BoardSeen } from './views.ts';

const total = { sum: 3, voters: 2, median: null, place: 1 };
const view: BoardSeen = {
  stage: 'closed',
  questions: ['What would help?'],
  of: 1,
  together: false,
  circle: null,
  endsAt: null,
  exposure: 'L1',
  written: [1],
  cards: { c1: { question: 0, text: 'A bench', order: 1, group: 'g1', starred: false, author: null, folded: 0 } },
  groups: { g1: { name: 'Places to sit', order: 1 } },
  vote: {
    ...{
      id: 'v1',
      kind: 'dots',
      dots: 3,
      stack: false,
      most: 3,
      options: ['g1'],
      open: false,
      voted: 2,
      of: 2,
      ties: []
    },
    totals: { g1: total }
  },
  options: { g1: { number: 1, text: 'Places to sit' } }
};

test.each([
  ['the wall', Board],
  ['its text', BoardText]
])('CA12 opened again after a vote, %s shows cards and no totals', async (_name, surface) => {
  const props = { view, now: () => 0 };
  const screen = await render(surface, props);
  expect(screen.container.textContent).toContain(words.total('dots', total));
  expect(page.getByText('A bench').elements()).toHaveLength(0);
  await screen.rerender({ view: { ...view, stage: 'grouping' } });
  await expect.element(page.getByText('A bench')).toBeVisible();
  expect(screen.container.textContent).not.toContain(words.total('dots', total));
});

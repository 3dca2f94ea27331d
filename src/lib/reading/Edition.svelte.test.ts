import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { fullEdition, IN_SHORT } from '../../../tests/support/full-edition.ts';
import { harvest } from '#words/index.ts';
import Edition from './Edition.svelte';

test('HD7 the page says what those who lead say in short, of a line, a question, a table and a theme', async () => {
  const props = { edition: fullEdition(), address: '/commons/a-day-of-cooperation', photoAt: () => '/none.jpg' };
  await render(Edition, props);
  for (const said of IN_SHORT) await expect.element(page.getByText(said, { exact: true })).toBeVisible();
});

test('CO15 a link to a note that was taken back leads to the last section, and no id is there twice', async () => {
  const gone = [{ id: 'mine', by: 'author' as const, at: '2026-11-23T09:00:00.000Z' }];
  const props = { edition: fullEdition({ gone }), address: '/commons/a-day', photoAt: () => '/none.jpg' };
  const { container } = await render(Edition, props);
  await expect.element(page.getByRole('heading', { name: harvest.gone.title })).toBeVisible();
  expect(container.querySelector('#mine')?.textContent).toContain(harvest.gone.by.author('23 November 2026'));
  const ids = [...container.querySelectorAll('[id]')].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { fullEdition, IN_SHORT } from '../../../tests/support/full-edition.ts';
import Edition from './Edition.svelte';

test('HD7 the page says what those who lead say in short, of a line, a question, a table and a theme', async () => {
  const props = { edition: fullEdition(), address: '/commons/a-day-of-cooperation', photoAt: () => '/none.jpg' };
  await render(Edition, props);
  for (const said of IN_SHORT) await expect.element(page.getByText(said, { exact: true })).toBeVisible();
});

import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { unpanel } from '../../../tests/support/editions.ts';
import Outline from './Outline.svelte';

test('a reader finds notes nested under who said them, and can point at each speaker', async () => {
  await render(Outline, { block: unpanel });
  const ana = page.getByRole('region', { name: 'Ana' });
  await expect.element(ana).toHaveAttribute('id', 'b2-1');
  const deepest = ana.element().querySelector('ol ol ol li');
  expect(deepest?.textContent).toContain('Repair needs a room');
  expect(deepest?.textContent).toContain('1.1.1');
  await expect.element(page.getByRole('heading', { name: 'Speaker 2', exact: false })).toBeVisible();
});

import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import axe from 'axe-core';
import { answers, rounds } from '../../../tests/support/editions.ts';
import { harvest } from '#words/index.ts';
import '../../app.css';
import Table from './Table.svelte';

test('a reader finds a table by its question, a row by its answer and a number by its column', async () => {
  await render(Table, { block: answers, originals: new Map() });
  const table = page.getByRole('table', { name: 'We meet every month' });
  await expect.element(table.getByRole('columnheader', { name: 'People' })).toBeVisible();
  const row = table.getByRole('row', { name: '5 31' });
  await expect.element(row.getByRole('rowheader', { name: '5' })).toBeVisible();
  await expect.element(table.getByRole('cell', { name: harvest.table.untold }).first()).toBeVisible();
  await expect.element(page.getByText(harvest.table.untoldWhy)).toBeVisible();
});

test('a table of many columns is no wider than a phone, and stays a table for who cannot see it', async () => {
  await page.viewport(360, 640);
  const { container } = await render(Table, { block: rounds, originals: new Map() });
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  await expect.element(page.getByRole('rowheader', { name: '1' })).toBeVisible();
  await expect.element(page.getByRole('columnheader', { name: 'Low fists' })).toBeInTheDocument();
  await expect.element(page.getByRole('cell', { name: /12 of 40/ })).toBeVisible();
  expect((await axe.run(container)).violations).toEqual([]);
});

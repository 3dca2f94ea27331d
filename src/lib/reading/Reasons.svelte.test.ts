import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { working } from '../../../tests/support/editions.ts';
import { commons, harvest } from '#words/index.ts';
import Reasons from './Reasons.svelte';

const numbers = new Map<string, string>();

test('an edition shows what people said for themselves, under where it comes from', async () => {
  const reasons = [
    { id: 'r1', round: 1, from: 'second' as const, why: 'Somebody has to decide' },
    { id: 'r2', round: 1, from: 'first' as const, why: 'We know more together' },
    { id: 'r3', round: 1, from: 'middle' as const, why: null }
  ];
  await render(Reasons, { block: { ...working, reasons }, numbers: new Map([['r1', '8']]), published: true });
  await expect.element(page.getByRole('heading', { name: harvest.reasons })).toBeVisible();
  await expect.element(page.getByRole('link', { name: commons.linkToNote('8') })).toHaveAttribute('href', '#r1');
  const said = document.querySelector('dl')?.innerText ?? '';
  expect(said.indexOf('We know more together')).toBeLessThan(said.indexOf('Somebody has to decide'));
  expect([...document.querySelectorAll('dd')].map(({ id }) => id)).toEqual(['r2', 'r1']);
});

test('it names only those who agreed, and nobody whose name was withdrawn', async () => {
  await render(Reasons, {
    published: true,
    numbers,
    block: {
      ...working,
      named: [
        { name: 'Chidi', x: 120 },
        { name: null, x: 640 }
      ]
    }
  });
  await expect.element(page.getByRole('rowheader', { name: 'Chidi' })).toBeVisible();
  expect(document.querySelectorAll('tbody tr')).toHaveLength(1);
});

test('where nobody said anything there is no empty heading', async () => {
  await render(Reasons, { block: working, numbers, published: true });
  expect(document.querySelectorAll('h3')).toHaveLength(0);
});

test('parts that are called the same, because the ends of their line were withdrawn, both stand there', async () => {
  const reasons = (['first', 'second'] as const).map((from) => ({ id: from, round: 1, from, why: `From the ${from}` }));
  await render(Reasons, { block: { ...working, poles: [null, null], reasons }, numbers, published: true });
  await expect.element(page.getByRole('heading', { name: harvest.reasons })).toBeVisible();
  expect([...document.querySelectorAll('dd')].map(({ id }) => id)).toEqual(['first', 'second']);
});

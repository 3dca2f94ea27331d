import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { sheet, unpanel } from '../../../tests/support/editions.ts';
import '../../app.css';
import NestedNotes from './NestedNotes.svelte';

const photoAt = ({ name }: { name: string }) => `/photo/${name}`;

test('a reader finds notes nested under who said them, and can point at each speaker', async () => {
  await render(NestedNotes, { block: unpanel, photoAt });
  const ana = page.getByRole('region', { name: 'Ana' });
  await expect.element(ana).toHaveAttribute('id', 'b2-1');
  const deepest = ana.element().querySelector('ol ol ol li');
  expect(deepest?.textContent).toContain('Repair needs a room');
  expect(deepest?.textContent).toContain('1.1.1');
  await expect.element(page.getByRole('heading', { name: 'Speaker 2', exact: false })).toBeVisible();
});

test('WC31 a photo has its place before it is there, says what it is, and opens large', async () => {
  await render(NestedNotes, { block: sheet, photoAt });
  const name = 'Photo of a sheet, Table 3, Round 1';
  const photo = page.getByAltText(name);
  await expect.element(photo).toHaveAttribute('src', '/photo/k3x9');
  await expect.element(photo).toHaveAttribute('loading', 'lazy');
  await expect.element(photo).toHaveAttribute('width', '1600');
  await expect.element(photo).toHaveAttribute('height', '1200');
  await expect.element(page.getByRole('link', { name })).toHaveAttribute('href', '/photo/k3x9');
});

test('a note keeps its lines on the page of an edition', async () => {
  const [first] = unpanel.branches;
  const block = {
    ...unpanel,
    branches: [{ ...first, head: { kind: 'questions' as const }, notes: [{ text: 'Repair\nneeds a room', notes: [] }] }]
  };
  const screen = await render(NestedNotes, { block, photoAt });
  expect(screen.container.innerText).toContain('Repair\nneeds a room');
});

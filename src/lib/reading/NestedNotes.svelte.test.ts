import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { noteNumbers } from '#harvest/note-addresses.ts';
import type { SeenOutline } from '#harvest/document.ts';
import { commons, harvest } from '#words/index.ts';
import { asked, sheet, tables, unpanel } from '../../../tests/support/editions.ts';
import '../../app.css';
import NestedNotes from './NestedNotes.svelte';

const photoAt = ({ name }: { name: string }) => `/photo/${name}`;
const read = (block: SeenOutline, { published = true, of = [block] } = {}) =>
  render(NestedNotes, { block, numbers: noteNumbers(of), originals: new Map(), published, photoAt });

test('a reader finds notes nested under who said them, and can point at each speaker', async () => {
  await read(unpanel);
  const ana = page.getByRole('region', { name: 'Ana' });
  await expect.element(ana).toHaveAttribute('id', 'b2-speaker-1');
  const deepest = ana.element().querySelector('ol ol ol li');
  expect(deepest?.textContent).toContain('Repair needs a room');
  expect(deepest?.textContent).toContain('1.1.1');
  await expect.element(page.getByRole('heading', { name: 'Speaker 2', exact: false })).toBeVisible();
});

test('WC31 a photo has its place before it is there, says what it is, and opens large', async () => {
  await read(sheet);
  const name = 'Photo of a sheet, Table 3, Round 1';
  const photo = page.getByAltText(name);
  await expect.element(photo).toHaveAttribute('src', '/photo/k3x9');
  await expect.element(photo).toHaveAttribute('loading', 'lazy');
  await expect.element(photo).toHaveAttribute('width', '1600');
  await expect.element(photo).toHaveAttribute('height', '1200');
  await expect.element(page.getByRole('link', { name })).toHaveAttribute('href', '/photo/k3x9');
});

test('a note keeps its lines on the page of an edition', async () => {
  const notes = [{ id: 'repair', text: 'Repair\nneeds a room', notes: [] }];
  const block = {
    ...unpanel,
    branches: [{ id: 'open', head: { kind: 'questions' as const }, notes }]
  };
  const screen = await read(block);
  expect(screen.container.innerText).toContain('Repair\nneeds a room');
});

test('a reader points at a single note, and is shown its permanent address once they did', async () => {
  await read(unpanel);
  const number = page.getByRole('link', { name: commons.linkToNote('1.1.1'), exact: true });
  await expect.element(number).toHaveAttribute('href', '#repair');
  await expect.element(page.getByRole('link', { name: commons.permanent })).not.toBeInTheDocument();
  await number.click();
  await expect.element(page.getByRole('link', { name: commons.permanent })).toHaveAttribute('href', '/n/repair');
});

test('a note of a draft has no permanent address yet', async () => {
  await read(unpanel, { published: false });
  await page.getByRole('link', { name: commons.linkToNote('2'), exact: true }).click();
  expect(document.querySelectorAll('a[href^="/n/"]')).toHaveLength(0);
});

test('what a table said is an index of notes, which are not printed twice', async () => {
  const screen = await read(tables, { of: [asked, tables] });
  const index = page.getByRole('list', { name: commons.index('Round 1: What is happening here?') });
  await expect
    .element(index.getByRole('link', { name: harvest.outline.note('1.1') }))
    .toHaveAttribute('href', '#library');
  expect(screen.container.innerText).not.toContain('Bread');
});

import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { DeskAct } from '#gathering/command-types.ts';
import { sorting as words } from '#words/index.ts';
import '../../../../../app.css';
import NotePanel from './NotePanel.svelte';
import Retitle from './Retitle.svelte';
import Summary from './Summary.svelte';

/** HD4: two who write the same thing at once are told of each other, and neither loses what they typed. */
const told = (text: string) => page.getByText(words.meanwhile(text));
const takeTheirs = page.getByRole('button', { name: words.takeTheirs });
const field = () => page.getByRole('textbox');

test('HD4 what another lead saves of a text in short is shown beside what is typed, and taken only by a press', async () => {
  const save = vi.fn(() => Promise.resolve(true));
  const props = { place: 'b', title: 'Food', written: 'Old', most: 200, wrong: null, save };
  const screen = await render(Summary, props);
  await screen.rerender({ ...props, written: 'By Ana' });
  await expect.element(field()).toHaveValue('By Ana');
  await field().fill('By Bo');
  await screen.rerender({ ...props, written: 'By Ana again' });
  await expect.element(told('By Ana again')).toBeVisible();
  await expect.element(field()).toHaveValue('By Bo');
  await page.getByRole('button', { name: words.saveMine }).click();
  expect(save).toHaveBeenCalledExactlyOnceWith('By Bo');
  await screen.rerender({ ...props, written: 'By Bo' });
  await expect.element(told('By Bo')).not.toBeInTheDocument();

  await field().fill('By Bo, more');
  await screen.rerender({ ...props, written: 'By Ana at last' });
  await takeTheirs.click();
  await expect.element(field()).toHaveValue('By Ana at last');
  await expect.element(takeTheirs).not.toBeInTheDocument();
});

test('HD4 so it is with a title', async () => {
  const save = vi.fn(() => Promise.resolve(true));
  const props = { place: 'b', path: 'Old', original: 'Asked', given: 'Old', most: 200, wrong: null, save };
  const screen = await render(Retitle, props);
  await page.getByRole('button', { name: words.changeTitleOf('Old') }).click();
  await field().fill('By Bo');
  await screen.rerender({ ...props, given: 'By Ana' });
  await expect.element(told('By Ana')).toBeVisible();
  await takeTheirs.click();
  await expect.element(field()).toHaveValue('By Ana');
});

test('HD4 and with the words of a note', async () => {
  const act = vi.fn(() => Promise.resolve(true)) as unknown as DeskAct;
  const note = { note: 'n1', words: 'Seads', where: 'Table 1', photo: null, whole: null };
  const gathering = (text: string | null) => ({
    ...{ phase: 'closed', editions: 0, splits: {}, parts: {} },
    corrections: text === null ? {} : { n1: { text, disputes: [], endorsed: 0, leftOut: null } }
  });
  const props = { note, act, wrong: null, most: 200, done: () => {} };
  const screen = await render(NotePanel, { ...props, gathering: gathering(null) } as never);
  await page.getByLabelText(words.says).fill('Seeds, of Bo');
  await screen.rerender({ ...props, gathering: gathering('Seeds, of Ana') } as never);
  await expect.element(told('Seeds, of Ana')).toBeVisible();
  await expect.element(page.getByLabelText(words.says)).toHaveValue('Seeds, of Bo');
  await takeTheirs.click();
  await expect.element(page.getByLabelText(words.says)).toHaveValue('Seeds, of Ana');
});

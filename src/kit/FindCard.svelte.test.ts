import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import FindCard from './console/FindCard.svelte';
import { reviewWords } from './words/review.ts';

const words = reviewWords({ one: 'card', many: 'cards' });
const card = (id: string, text: string) => ({ id, text, from: '', rev: 2 });
const cards = [card('c1', 'A bensh'), card('c2', 'Slower cars')];
const button = (name: string) => page.getByRole('button', { name, exact: true });

async function desk(isTaken: boolean) {
  const correct = vi.fn(() => Promise.resolve(isTaken));
  const hide = vi.fn(() => Promise.resolve(true));
  await render(FindCard, { cards, most: 240, words, correct, hide });
  return { correct, hide };
}

test('a card is found by what it says, and a word in it corrected in the wording that was read', async () => {
  const { correct } = await desk(true);
  await page.getByLabelText(words.find).fill('bensh');
  expect(page.getByRole('listitem').elements()).toHaveLength(1);
  await button(words.correctOf('A bensh')).click();
  const field = page.getByRole('textbox', { name: words.correctOf('A bensh') });
  await expect.element(field).toHaveFocus();
  await field.fill('A bench ');
  await button(words.keep).click();
  expect(correct).toHaveBeenCalledExactlyOnceWith({ card: 'c1', text: 'A bench', rev: 2 }, words.corrected);
  await expect.element(field).not.toBeInTheDocument();
});

test('a correction that is refused stays in its field, and can be left', async () => {
  const { hide } = await desk(false);
  await button(words.correctOf('A bensh')).click();
  const field = page.getByRole('textbox', { name: words.correctOf('A bensh') });
  await field.fill('A bench');
  await button(words.keep).click();
  await expect.element(field).toHaveValue('A bench');
  await button(words.leave).click();
  await expect.element(page.getByText('A bensh', { exact: true })).toBeVisible();
  await button(words.hideOf('Slower cars')).click();
  expect(hide).toHaveBeenCalledExactlyOnceWith('c2', words.hidden);
});

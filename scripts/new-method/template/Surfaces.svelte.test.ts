import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../src/app.css';
import Phone from './Phone.svelte';
import { words } from './words.ts';

const question = 'What did you come for?';

test('an answer is sent with one press', async () => {
  const said: unknown[] = [];
  const hear = (command: string, input: object) => {
    said.push([command, input]);
    return Promise.resolve({ version: 2 });
  };
  await render(Phone, { view: { question, shown: false }, mine: null, say: hear });
  await page.getByRole('textbox').fill('Curiosity');
  await page.getByRole('button', { name: words.phone.send }).click();
  expect(said).toEqual([['answer', { text: 'Curiosity' }]]);
});

test('a no is told where it was pressed', async () => {
  const say = () => Promise.resolve({ refused: 'answers-are-shown' });
  await render(Phone, { view: { question, shown: false }, mine: null, say });
  await page.getByRole('textbox').fill('Soup');
  await page.getByRole('button', { name: words.phone.send }).click();
  await expect.element(page.getByText('The answers are shown already.')).toBeVisible();
});

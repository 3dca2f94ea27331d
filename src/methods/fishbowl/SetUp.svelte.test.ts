import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import * as v from 'valibot';
import '../../app.css';
import { consoleWords } from './words/console.ts';
import { settings, type SettingsForm } from './settings.ts';
import SetUp from './SetUp.svelte';

const words = consoleWords.setUp;

async function form() {
  const { component } = await render(SetUp);
  return () => (component as unknown as { settings(): SettingsForm }).settings();
}

test('a question is enough, and the rest is what most circles want', async () => {
  const told = await form();
  await page.getByLabelText(words.question).fill('What are you excited about?');
  expect(told()).toEqual({
    question: 'What are you excited about?',
    form: 'open',
    seats: 5,
    remoteSeat: false,
    invited: [],
    policy: 'first-timers',
    tags: [],
    exposure: 'L2',
    minutes: 40,
    nudgeMinutes: 8
  });
  expect(v.safeParse(settings, told()).success).toBe(true);
});

test('an unpanel asks who is invited, one name on each line', async () => {
  const told = await form();
  await page.getByLabelText(words.question).fill('What now?');
  expect(page.getByLabelText(words.invited).elements()).toEqual([]);
  await page.getByRole('radio', { name: consoleWords.forms.unpanel.name, exact: false }).click();
  await page.getByLabelText(words.invited).fill('Mei\n\n  Omar \nRosa');
  await page.getByLabelText(words.seats).fill('4');
  await page.getByLabelText(words.minutes, { exact: true }).fill('');
  expect(told()).toMatchObject({ form: 'unpanel', invited: ['Mei', 'Omar', 'Rosa'], seats: 4, minutes: null });
  expect(v.safeParse(settings, told()).success).toBe(true);
});

test('kinds of people are asked for only where the line is balanced', async () => {
  const told = await form();
  await page.getByRole('heading', { name: words.more }).click();
  expect(page.getByLabelText(words.tags).elements()).toEqual([]);
  await page.getByRole('radio', { name: consoleWords.policies.balance.name, exact: false }).click();
  await page.getByLabelText(words.tags).fill('resident\ncouncil');
  expect(told()).toMatchObject({ policy: 'balance', tags: ['resident', 'council'] });
  await page.getByRole('radio', { name: consoleWords.policies['first-come'].name, exact: false }).click();
  expect(told()).toMatchObject({ policy: 'first-come', tags: [] });
});

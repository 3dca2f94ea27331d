import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import * as v from 'valibot';
import '../../app.css';
import { consoleWords } from './words/console.ts';
import { setUpWords as words } from './words/set-up.ts';
import { settings, type SettingsForm } from './settings.ts';
import SetUp from './SetUp.svelte';

async function form() {
  const { component } = await render(SetUp);
  return () => (component as unknown as { settings(): SettingsForm }).settings();
}

test('three questions are enough, and the rest is what most cafés want', async () => {
  const told = await form();
  await page.getByLabelText(words.questions).fill('What is happening?\n\n What can you imagine? \nHow can we help?');
  expect(told()).toEqual({
    layout: 'rounds',
    questions: ['What is happening?', 'What can you imagine?', 'How can we help?'],
    visits: 3,
    tables: [],
    seats: 5,
    hosts: 'stays',
    returnHome: false,
    minutes: 20,
    review: false,
    exposure: 'L2'
  });
  expect(v.safeParse(settings, told()).success).toBe(true);
});

test('with topics each line is a table, and people visit some of them', async () => {
  const told = await form();
  await page.getByRole('radio', { name: consoleWords.layouts.topics.name, exact: false }).click();
  await page.getByLabelText(words.topics).fill('Gardens\nTools\nKitchens\nRepair');
  await page.getByLabelText(words.visits).fill('2');
  expect(told()).toMatchObject({
    layout: 'topics',
    questions: [],
    visits: 2,
    tables: [{ topic: 'Gardens' }, { topic: 'Tools' }, { topic: 'Kitchens' }, { topic: 'Repair' }]
  });
  expect(v.safeParse(settings, told()).success).toBe(true);
});

test('tables can be set beforehand, and a number taken back', async () => {
  const told = await form();
  await page.getByLabelText(words.questions).fill('What now?');
  await page.getByRole('heading', { name: words.more }).click();
  await page.getByLabelText(words.tables).fill('12');
  expect(told().tables).toHaveLength(12);
  expect(v.safeParse(settings, told()).success).toBe(true);
  await page.getByLabelText(words.tables).fill('');
  expect(told().tables).toEqual([]);
});

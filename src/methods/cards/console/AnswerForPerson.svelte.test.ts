import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { PeopleSeen } from '#kit/console/person-choices.ts';
import '../../../app.css';
import type { Act } from '../command-types.ts';
import type { ConsoleSeen } from '../views.ts';
import { consoleWords } from '../words/console.ts';
import AnswerForPerson from './AnswerForPerson.svelte';

const words = consoleWords.matches.answer;
const guest = (name: string, order: number, via: 'phone' | 'walk-in') => ({ name, order, via, present: true });
const people = {
  ana: guest('Ana', 1, 'phone'),
  dana: guest('Dana', 2, 'walk-in'),
  eli: guest('Eli', 3, 'walk-in')
} as unknown as PeopleSeen;
const card = (text: string) => ({ text });
const view = {
  matches: { one: { offer: 'tools', need: 'shelf' }, two: { offer: 'bread', need: 'baking' } },
  cards: { tools: card('Tools'), shelf: card('A shelf'), bread: card('Bread'), baking: card('Baking') }
} as unknown as ConsoleSeen;

const form = async (act = vi.fn(() => Promise.resolve(true))) => {
  const props = { act: act as unknown as Act, wrong: null };
  const screen = await render(AnswerForPerson, { ...props, view, people });
  // As a message brings it: everything anew.
  return Object.assign(act, {
    arrives: (more: object) =>
      screen.rerender({ ...props, ...structuredClone({ view, people: { ...more, ...people } as PeopleSeen }) })
  });
};
const choices = (label: string) =>
  [...(page.getByLabelText(label).element() as HTMLSelectElement).options].map(({ text }) => text);

test('CA13 every person without a phone and every pair is offered, so that no list tells who wrote what', async () => {
  await form();
  expect(choices(words.who)).toEqual(['Dana', 'Eli']);
  expect(choices(words.which)).toEqual(['Tools + A shelf', 'Bread + Baking']);
});

test('CA13 a yes carries how the other one reaches them, from the keyboard', async () => {
  const act = await form();
  await page.getByLabelText(words.who).selectOptions('Eli');
  await page.getByLabelText(words.which).selectOptions('Bread + Baking');
  await page.getByLabelText(words.contact).fill('By the door');
  await userEvent.keyboard('{Enter}');
  expect(act).toHaveBeenCalledExactlyOnceWith(
    'answerMatch',
    { match: 'two', yes: true, contact: 'By the door', for: 'eli' },
    words.done
  );
  await expect.element(page.getByLabelText(words.contact)).toHaveValue('');
});

test('CA13 who was chosen stays chosen while others come in, so that nobody answers for another', async () => {
  const act = await form();
  await page.getByLabelText(words.who).selectOptions('Eli');
  await page.getByLabelText(words.which).selectOptions('Bread + Baking');
  await act.arrives({ abel: guest('Abel', 0, 'walk-in') });
  await expect.poll(() => choices(words.who)).toContain('Abel');
  await page.getByRole('button', { name: words.no, exact: true }).click();
  expect(act).toHaveBeenCalledExactlyOnceWith(
    'answerMatch',
    { match: 'two', yes: false, contact: null, for: 'eli' },
    words.done
  );
});

test('CA13 a no carries nothing, and what was refused keeps its words', async () => {
  const act = await form(vi.fn(() => Promise.resolve(false)));
  await page.getByLabelText(words.contact).fill('By the door');
  await page.getByRole('button', { name: words.no, exact: true }).click();
  expect(act).toHaveBeenCalledExactlyOnceWith(
    'answerMatch',
    { match: 'one', yes: false, contact: null, for: 'dana' },
    words.done
  );
  await expect.element(page.getByLabelText(words.contact)).toHaveValue('By the door');
});

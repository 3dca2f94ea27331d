import { expect, test } from 'vitest';
import { page, userEvent, type Locator } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../app.css';
import { stays } from '#kit/testing/stays.ts';
import { words as pasting } from '#kit/words/pasting.ts';
import type { Answer } from '#wire/messages.ts';
import Phone from './Phone.svelte';
import type { AllSeen, PersonSeen } from './views.ts';
import { phone as words } from './words/phone.ts';
import { refusals } from './words/refusals.ts';

const asked: AllSeen = {
  ...{ stage: 'writing', questions: ['What would help?'], of: 1, together: true, circle: null, endsAt: null },
  ...{ exposure: 'L1', room: null, vote: null, options: null }
};

async function open(view: Partial<AllSeen> = {}) {
  const said: [string, object][] = [];
  let next: Answer | Promise<Answer> = { version: 2 };
  const say = (command: string, input: object) => {
    said.push([command, input]);
    return Promise.resolve(next);
  };
  await page.viewport(360, 640);
  const screen = await render(Phone, { view: { ...asked, ...view }, mine: null, say });
  return {
    said,
    answer: (answer: Answer | Promise<Answer>) => (next = answer),
    becomes: (view: Partial<AllSeen>) => screen.rerender({ view: { ...asked, ...view }, mine: null, say })
  };
}

test('Enter sends a card with the question it answers', async () => {
  const { said } = await open({ questions: ['What happened?', 'And now?'], of: 2, together: false });
  await page.getByLabelText(words.card).fill('A bench');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByLabelText(words.card)).toHaveValue('');
  expect(said).toEqual([['writeCard', { card: expect.any(String), question: 1, text: 'A bench' }]]);
});

test('a pasted list becomes as many cards, and what was refused stays in the field', async () => {
  const { said, answer } = await open();
  const field = page.getByLabelText(words.card);
  const many = page.getByRole('button', { name: pasting.many(2), exact: true });
  await paste(field, 'A bench\nA garden');
  await many.click();
  await expect.element(field).toHaveValue('');
  expect(said.map(([, input]) => input)).toEqual(
    ['A bench', 'A garden'].map((text) => ({ card: expect.any(String), question: 0, text }))
  );
  answer({ refused: 'people-are-choosing' });
  await paste(field, 'A swing\nA bus');
  await many.click();
  await expect.element(field).toHaveValue('A swing\nA bus');
});

const vote: NonNullable<AllSeen['vote']> = {
  ...{ id: 'v1', kind: 'dots', dots: 1, stack: false, most: 5 },
  ...{ options: ['g1'], open: true }
};

test('a card that waited for the network until people chose is shown again, with the reason', async () => {
  const { answer, becomes } = await open();
  const field = page.getByLabelText(words.card);
  await field.fill('A bench');
  const refusal = Promise.withResolvers<Answer>();
  answer(refusal.promise);
  await userEvent.keyboard('{Enter}');
  await becomes({ stage: 'choosing', vote });
  await expect.element(field).not.toBeInTheDocument();
  refusal.resolve({ refused: 'people-are-choosing' });
  await expect.element(page.getByText(refusals['people-are-choosing'])).toBeVisible();
  await expect.element(page.getByText('A bench')).toBeVisible();
});

test('after a vote people write again once the activity was opened again', async () => {
  const { becomes } = await open({ stage: 'closed', vote: { ...vote, open: false } });
  const field = page.getByLabelText(words.card);
  await expect.element(field).not.toBeInTheDocument();
  await becomes({ stage: 'grouping', vote: { ...vote, open: false } });
  await expect.element(field).toBeVisible();
});

const own = (text: string, order: number) => ({
  ...{ question: 0, text, order, rev: 1, starred: false, state: 'shown', folded: false }
});

test('what is under a finger stays there when a card cannot be taken away, and the reason stands at that card', async () => {
  const say = () => Promise.resolve({ refused: 'people-are-choosing' });
  const mine = { cards: { a: own('A bench', 1), b: own('A garden', 2) }, proposals: {}, matches: {}, vote: null };
  await page.viewport(360, 640);
  await render(Phone, { view: asked, mine: mine as unknown as PersonSeen, say });
  await page.getByText(words.change, { exact: true }).last().click();
  const remove = page.getByRole('button', { name: words.removeOf('A bench') });
  await stays(remove, async () => {
    await remove.click();
    await expect.element(page.getByText(refusals['people-are-choosing'])).toBeVisible();
  });
});

test('CA2 what is typed to mend a card stays while other cards arrive', async () => {
  const mine = (...texts: string[]) => {
    const cards = Object.fromEntries(texts.map((text, index) => [`card-${index}`, own(text, index)]));
    return { cards, proposals: {}, matches: {}, vote: null } as unknown as PersonSeen;
  };
  const props = { view: asked, say: () => Promise.resolve({ version: 2 }) };
  const screen = await render(Phone, { ...props, mine: mine('Fewer lorrys') });
  await page.getByText(words.change, { exact: true }).click();
  const field = page.getByLabelText(words.card).last();
  await field.fill('Fewer lorries');
  await screen.rerender({ ...props, mine: mine('Fewer lorrys', 'A bus at night') });
  await expect.element(page.getByText('A bus at night')).toBeVisible();
  await expect.element(field).toHaveValue('Fewer lorries');
  await screen.rerender({ ...props, mine: mine('Fewer lorries', 'A bus at night') });
  await screen.rerender({ ...props, mine: mine('Fewer lorries, said a helper', 'A bus at night') });
  await expect.element(field).toHaveValue('Fewer lorries, said a helper');
});

test('CA8 a card that a helper puts into a group keeps its place in the list of a phone', async () => {
  const cards = (group: string | null) => ({
    ...{ a: { text: 'A bench', group }, b: { text: 'A garden', group: null } }
  });
  const room = (group: string | null): Partial<AllSeen> => ({
    stage: 'grouping',
    room: { cards: cards(group), groups: { g1: { name: 'Sitting', order: 1 } } }
  });
  const { becomes } = await open(room(null));
  const second = page.getByRole('combobox', { name: 'A garden' });
  await stays(second, async () => {
    await becomes(room('g1'));
    await expect.element(page.getByRole('combobox', { name: 'A bench' })).toBeDisabled();
  });
});

/** As in a browser: the paste event comes first, and then the text is in the field. */
async function paste(into: Locator, list: string) {
  const data = new DataTransfer();
  data.setData('text/plain', list);
  into.element().dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  await into.fill(list);
}

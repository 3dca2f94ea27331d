import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { CONVERSIONS } from '../../../tests/support/ime-conversions.ts';
import { live } from '../../../tests/support/surfaces.ts';
import '../../app.css';
import type { Answer } from '#wire/messages.ts';
import Phone from './Phone.svelte';
import { choosingTopics, noteSaying, quietAll, quietOwn, quietTable, talking } from './testing/views.ts';
import type { AllSeen } from './views/all.ts';
import type { PersonSeen } from './views/person.ts';
import type { TableSeen } from './views/table.ts';
import { stays } from '#kit/testing/stays.ts';
import { words as pasting } from '#kit/words/pasting.ts';
import { words as all } from './words.ts';

const words = all.phone;
const button = (name: string) => page.getByRole('button', { name, exact: true });
const topic = (name: string) => page.getByRole('checkbox', { name, exact: true });
const text = (sentence: string) => page.getByText(sentence, { exact: false });

/** Dana's phone, and the server's side of it: what was said, and a way to answer. */
async function dana(
  view: Partial<AllSeen> = {},
  mine: Partial<PersonSeen> | null = {},
  ours: Partial<TableSeen> | null = null,
  arrival: { table: string } | null = null,
  first: Answer = { version: 2 }
) {
  const said: [string, object][] = [];
  let next = first;
  const say = (command: string, input: object) => {
    said.push([command, input]);
    return Promise.resolve(next);
  };
  await page.viewport(360, 640);
  const props = (view: Partial<AllSeen>, mine: Partial<PersonSeen> | null, ours: Partial<TableSeen> | null) => ({
    view: { ...quietAll, ...view },
    mine: mine && { ...quietOwn, ...mine },
    channelViews: ours ? { 'table:t7': { ...quietTable, ...ours } } : {}
  });
  const screen = await render(Phone, {
    ...props(view, mine, ours),
    arrival,
    say,
    sayWithPhoto: say,
    photoAt: (photo: string) => `/photo/${photo}`,
    link: live
  });
  return {
    said,
    answer: (answer: Answer) => (next = answer),
    becomes: (view: Partial<AllSeen>, mine: Partial<PersonSeen> | null, ours: Partial<TableSeen> | null = null) =>
      screen.rerender(props(view, mine, ours))
  };
}

test('a traveller sees a number, where it is from here, and one thing to press', async () => {
  const { said } = await dana({ round: 2 }, { from: 't5', table: 't7', round: 2 });
  await expect.element(page.getByRole('heading', { level: 2 })).toHaveTextContent('Table 7');
  await expect.element(text(words.go.on(2))).toBeVisible();
  await button(words.here).click();
  expect(said).toEqual([['here', { table: 't7', round: 2 }]]);
});

test('after a move the phone begins at its top: the new table is on the screen', async () => {
  const { becomes } = await dana({ ...talking, round: 1 }, { here: true }, {});
  document.body.style.minBlockSize = '2000px';
  window.scrollTo({ top: 900, behavior: 'instant' });
  await becomes({ stage: 'finding', round: 2 }, { from: 't7', table: 't2', round: 2 });
  await expect.element(page.getByRole('heading', { level: 2 })).toHaveTextContent('Table 2');
  await expect.poll(() => window.scrollY).toBe(0);
  document.body.style.minBlockSize = '';
});

test('what somebody is writing is not scrolled away when the talk begins', async () => {
  const { becomes } = await dana({ stage: 'finding', asked: true, question: 'What?' }, { here: true }, {});
  document.body.style.minBlockSize = '2000px';
  await page.getByRole('textbox').first().click();
  window.scrollTo({ top: 60, behavior: 'instant' });
  await becomes({ ...talking, round: 1 }, { here: true }, {});
  expect(window.scrollY).toBe(60);
  document.body.style.minBlockSize = '';
});

test('WC41 the phone counts the way as the rule on the board does', async () => {
  const rule = { letters: [{ letter: 3, step: 2 }], passed: ['t6'] };
  await dana({ round: 2, rule }, { from: 't5', table: 't8', round: 2 });
  await expect.element(text(words.go.on(2))).toBeVisible();
});

test('WC42 topics are chosen by a press each, as many as there are rounds, and given back by another', async () => {
  const { said, becomes } = await dana(choosingTopics, null);
  await topic('1 Trees').click();
  expect(said).toEqual([['chooseTopic', { table: 't1', on: true }]]);
  const both = { table: null, chosen: ['t1', 't3'] };
  await becomes(choosingTopics, both);
  await expect.element(text(words.choose.chosen(2, 2))).toBeVisible();
  await expect.element(topic('2 Water')).toBeDisabled();
  expect(page.getByRole('checkbox', { checked: true }).elements()).toHaveLength(2);
  await topic('3 Who pays').click();
  expect(said.at(-1)).toEqual(['chooseTopic', { table: 't3', on: false }]);
});

test('WC42 where everybody visits each topic anyway, nothing is asked', async () => {
  await dana({ ...choosingTopics, of: 3 }, null);
  await expect.element(page.getByRole('heading', { level: 2 })).toHaveTextContent(words.ready);
});

test('between two views that come one after the other nobody says a table of one round for another', async () => {
  const { said } = await dana({ round: 2 }, { table: 't7', round: 1 });
  await button(words.here).click();
  expect(said).toEqual([['here', { table: 't7', round: 1 }]]);
});

test('the way is told the short way round the room', async () => {
  await dana({ round: 2 }, { from: 't1', table: 't12' });
  await expect.element(text(words.go.back(1))).toBeVisible();
});

test('whoever came to sit elsewhere says where', async () => {
  const { said } = await dana({ round: 2 }, { from: 't5' });
  await text(words.elsewhere).click();
  await page.getByLabelText(words.which).selectOptions('3');
  await button(words.sitHere).click();
  expect(said).toEqual([['here', { table: 't3', round: 2 }]]);
});

test('whoever comes late is given a seat without asking, once a round', async () => {
  const { said, becomes } = await dana({}, null);
  await expect.poll(() => said).toEqual([['comeIn', {}]]);
  await becomes({ seats: 1 } as Partial<AllSeen>, null);
  expect(said).toHaveLength(1);
  await becomes({ round: 2 }, null);
  await expect.poll(() => said).toHaveLength(2);
});

test('WC39 whoever waits for a chair is told so, has nothing to press, and reads their table as soon as there is one', async () => {
  const { said, becomes } = await dana({}, null);
  await expect.element(button(words.askSeat)).toBeVisible();
  await expect.poll(() => said).toEqual([['comeIn', {}]]);
  await becomes({}, { table: null, waits: true });
  await expect.element(text(words.noSeat)).toBeVisible();
  await expect.element(text(words.noSeatAbout)).toBeVisible();
  expect(button(words.askSeat).elements()).toEqual([]);
  await becomes({}, { table: 't3' });
  await expect.element(page.getByRole('heading', { name: 'Table 3' })).toBeVisible();
  expect(text(words.noSeat).elements()).toEqual([]);
  expect(said).toHaveLength(1);
});

test('whoever scanned a table’s code is seated there, and given another seat only when it is full', async () => {
  const { said } = await dana({}, null, null, { table: '3' });
  await expect.poll(() => said).toEqual([['here', { table: 't3', round: 1 }]]);
  const full = await dana({}, null, null, { table: '3' }, { refused: 'table-full' });
  await expect.poll(() => full.said.map(([command]) => command)).toEqual(['here', 'comeIn']);
});

test('what is typed survives the move to the next table', async () => {
  const { becomes, said } = await dana(talking, { here: true });
  const field = page.getByLabelText(words.note);
  await field.fill('Half a thought');
  await becomes({ round: 2 }, { from: 't7', table: 't8', round: 2 });
  await becomes({ ...talking, round: 2 }, { from: 't7', table: 't8', round: 2, here: true });
  await expect.element(field).toHaveValue('Half a thought');
  await button(words.put).click();
  expect(said[0]?.[1]).toMatchObject({ table: 't8', round: 2, text: 'Half a thought', kind: 'idea', parent: null });
});

test('a note that was refused is in the field again, and its no stays at that table', async () => {
  const { answer, becomes } = await dana(talking, { here: true });
  answer({ refused: 'not-at-this-table' });
  await page.getByLabelText(words.note).fill('Pot lucks');
  await button(words.put).click();
  await expect.element(text(all.refusals['not-at-this-table'])).toBeVisible();
  await expect.element(page.getByLabelText(words.note)).toHaveValue('Pot lucks');
  await becomes({ ...talking, round: 2 }, { from: 't7', table: 't8', round: 2, here: true });
  await expect.element(text(all.refusals['not-at-this-table'])).not.toBeInTheDocument();
});

test('the first note of a table moves nothing under the finger of who writes the next one', async () => {
  const { becomes } = await dana(talking, { here: true });
  await page.getByLabelText(words.note).fill('Pot lucks');
  await stays(button(words.put), async () => {
    await becomes(talking, { here: true }, { notes: { n1: noteSaying('Gardens') } });
    await expect.element(page.getByRole('combobox', { name: words.under })).toBeVisible();
  });
});

test('what somebody wrote is theirs to read while they look for the next table', async () => {
  await dana({ round: 2 }, { notes: { n1: noteSaying('Ask about the roof') } });
  await page.getByText(words.own, { exact: false }).click();
  await expect.element(text('Ask about the roof')).toBeVisible();
});

test('those who arrive read what the table remembers: its host’s lines and every round', async () => {
  const notes = { n1: noteSaying('Block parties'), n2: noteSaying('Every summer', { parent: 'n1', order: 2 }) };
  await dana({ round: 2 }, { here: true }, { notes, lines: ['Ask who is missing.'] });
  await expect.element(text('Ask who is missing.')).toBeVisible();
  await expect.element(text('Block parties')).toBeVisible();
  await expect.element(text('Every summer')).toBeVisible();
});

test('a host stars, chooses the one card and tells what the table needs', async () => {
  const { said } = await dana(
    { ...talking, round: 2 },
    { here: true, hosts: true },
    { notes: { n1: noteSaying('Pot lucks') } }
  );
  await text(words.notes).click();
  await text(words.change).first().click();
  await button(words.star).click();
  await button(words.card).click();
  await text(words.hostTasks).click();
  await button(words.needs.chair).click();
  expect(said).toEqual([
    ['starCards', { cards: ['n1'], on: true }],
    ['chooseCard', { table: 't7', note: 'n1' }],
    ['needs', { table: 't7', what: 'chair' }]
  ]);
});

test('where the host left, somebody at the table takes it on with one press', async () => {
  const people = { ...quietTable.people, ana: { name: 'Ana', letter: 0, here: true, hosts: true, present: false } };
  const { said } = await dana(talking, { here: true }, { people });
  await button(words.takeHost).click();
  expect(said).toEqual([['takeHost', { table: 't7' }]]);
});

test('a wording that somebody else changed meanwhile is never written over unread', async () => {
  const mine = { here: true, notes: { n1: noteSaying('Pot luck') } };
  const { said, answer, becomes } = await dana(talking, mine, { notes: mine.notes });
  await text(words.notes).click();
  await text(words.change).first().click();
  await button(words.change).click();
  await page.getByRole('textbox', { name: words.change }).fill('Pot lucks on Sundays');
  answer({ refused: 'card-changed' });
  const changed = { n1: noteSaying('Pot lucks every month', { rev: 1 }) };
  await becomes(talking, { here: true, notes: changed }, { notes: changed });
  await button(words.keep).click();
  await expect.element(text(all.refusals['card-changed'])).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: words.change })).toHaveValue('Pot lucks on Sundays');
  expect(said.map(([, input]) => input)).toEqual([{ card: 'n1', text: 'Pot lucks on Sundays', rev: 0 }]);
});

test('a note keeps its lines on the phone of its table and of who wrote it', async () => {
  const notes = { n1: noteSaying('Pot lucks\nin every street') };
  await dana({ ...talking }, { from: 't7', table: 't7', round: 1, here: true, notes }, { notes });
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  const said = [...document.querySelectorAll('p')].filter(({ textContent }) => textContent.startsWith('Pot lucks'));
  expect(said.map(({ innerText }) => innerText)).toEqual(['Pot lucks\nin every street', 'Pot lucks\nin every street']);
});

test.each(Object.entries(CONVERSIONS))(
  'Enter that takes a converted word sends no note, %s',
  async (_told, convert) => {
    const { said } = await dana(talking, { here: true });
    const field = page.getByLabelText(words.note);
    await field.fill('会議');
    convert(field.element());
    await expect.element(field).toHaveValue('会議');
    expect(said).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await expect.element(field).toHaveValue('');
    expect(said[0]?.[1]).toMatchObject({ text: '会議' });
  }
);

test('a pasted list is asked about: its lines become notes, and what is nested says more about one', async () => {
  const { said } = await dana(talking, { here: true });
  const field = page.getByLabelText(words.note);
  const list = `Community Fix-it\n\nTools for change:\n\n  • open minds\n  • ${'x'.repeat(241)}`;
  const data = new DataTransfer();
  data.setData('text/plain', list);
  field.element().dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  await field.fill(list);
  await button(pasting.many(4)).click();
  const notes = said.map(([, input]) => input as { card: string; text: string; parent: string | null });
  expect(notes.map(({ text }) => text)).toEqual(['Community Fix-it', 'Tools for change:', 'open minds']);
  expect(notes.map(({ parent }) => parent)).toEqual([null, null, notes[1]?.card]);
  // What is too long for a note is not lost.
  await expect.element(field).toHaveValue('x'.repeat(241));
});

test('a pasted list may stay one note, with its lines', async () => {
  const { said } = await dana(talking, { here: true });
  const field = page.getByLabelText(words.note);
  const data = new DataTransfer();
  data.setData('text/plain', 'snow plowing\npot lucks');
  field.element().dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  await field.fill('snow plowing\npot lucks');
  await button(pasting.one).click();
  await button(words.put).click();
  expect(said[0]?.[1]).toMatchObject({ text: 'snow plowing\npot lucks' });
});

import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../app.css';
import { people, quietCafe, talkingCafe, tableWith } from './testing/console-view.ts';
import { printWords as words } from './words/print.ts';
import { tables } from './print/printables.ts';
import Print from './Print.svelte';
import type { ConsoleSeen } from './views/console.ts';

const view: ConsoleSeen = {
  ...talkingCafe,
  tables: { ...talkingCafe.tables, 'table-3': tableWith(3, {}, { mergedInto: 'table-1' }) },
  cards: {
    gus: { letter: 3, path: ['table-2', 'table-1', null] },
    fay: { letter: null, path: ['table-1', 'table-2', 'table-1'] }
  }
};
const codes = { 1: { size: 8, path: 'M0 0h1v1h-1z' }, 2: { size: 8, path: 'M1 1h1v1h-1z' } };
const show = (sheet: string, of: ConsoleSeen = view) =>
  render(Print, { view: of, people, sheet, host: 'example.org', code: '123456', codes });
const cardOf = (name: string) =>
  [...document.querySelectorAll('li')].find((one) => one.textContent.includes(name)) as HTMLElement;
const read = (card: HTMLElement, what: string) =>
  [...card.querySelectorAll(what)].map((one) => one.textContent.trim()).filter((text) => text !== '');

describe('on paper', () => {
  test('every table that people sit at has a card with its number and its own code', async () => {
    expect(tables(view)).toEqual([1, 2]);
    await show('tables');
    expect([...document.querySelectorAll('strong')].map((one) => one.textContent)).toEqual(['1', '2']);
    for (const number of [1, 2]) await expect.element(page.getByRole('img', { name: words.qr(number) })).toBeVisible();
  });

  test('whoever has no phone reads where to begin, their letter, and the table of each round', async () => {
    await show('seats');
    expect(read(cardOf('Gus'), 'strong, td')).toEqual(['2', 'D', '2', '1', '…']);
    expect(read(cardOf('Fay'), 'strong, td')).toEqual(['1', '1', '2', '1']);
    expect(cardOf('Fay').textContent).not.toContain(words.letter);
  });

  test('the last page is full: what is left over is for those who come late', async () => {
    await show('seats');
    const cards = [...document.querySelectorAll('li')];
    expect(cards).toHaveLength(8);
    expect(cards.filter(({ textContent }) => textContent.includes(words.yourName))).toHaveLength(6);
  });

  test('before anybody is told a table there are cards to fill in by hand', async () => {
    await show('seats', quietCafe);
    await expect.element(page.getByText(words.noSeats)).toBeVisible();
    expect(document.querySelectorAll('li')).toHaveLength(8);
  });

  test('there is a sheet for each table and round, with its question', async () => {
    await show('notes');
    expect([...document.querySelectorAll('article h2')].map((one) => one.textContent)).toEqual(
      view.questions.flatMap((question) => [question, question])
    );
  });

  test('what was typed in lines is printed in lines', async () => {
    const topic = 'Trees\nand who waters them';
    const lines = { ...view, tables: { one: tableWith(1, {}, { topic, name: 'By the\ndoor', zone: 'Hall\nNorth' }) } };
    const onPaper = async (sheet: string) => (await show(sheet, lines)).container.innerText;
    const tables = await onPaper('tables');
    for (const typed of [topic, 'By the\ndoor', 'Hall\nNorth']) expect(tables).toContain(typed);
    const notes = await onPaper('notes');
    for (const typed of [topic, 'By the\ndoor']) expect(notes).toContain(typed);
  });

  test('without tables it says what to do', async () => {
    await show('notes', quietCafe);
    await expect.element(page.getByText(words.noTables)).toBeVisible();
  });
});

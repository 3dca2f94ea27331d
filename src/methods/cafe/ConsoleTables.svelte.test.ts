import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import Console from './Console.svelte';
import { button, deskOf, starting, status } from './testing/console-desk.ts';
import { quietCafe, T0, tableWith, talkingCafe } from './testing/console-view.ts';
import { consoleWords as words } from './words/console.ts';
import { refusals } from './words/refusals.ts';
import { desks, draft } from './surface-fixtures.ts';

const desk = deskOf(Console);

describe('the room moving', () => {
  const finding = { ...talkingCafe, stage: 'finding' as const, asked: false, seated: 3, expected: 4 };

  test('those without a table come first, then those who are on their way; a helper says who is there', async () => {
    const { say } = await desk(finding, false);
    const listed = [...document.querySelectorAll('.waiting strong')].map((one) => one.textContent);
    expect(listed).toEqual(['Fay', 'Chidi']);
    await button(words.seating.giveOf('Fay')).click();
    await button(words.seating.hereOf('Chidi', 2)).click();
    expect(say.mock.calls).toEqual([
      ['comeIn', { for: 'fay' }],
      ['here', { for: 'chidi', table: 'table-2', round: 1 }]
    ]);
    await expect.element(status()).toHaveTextContent(words.seating.said('Chidi', 2));
  });

  test('a no is gone once there is what it missed, and not because somebody wrote a note', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { see } = await desk(finding, false, { refused: 'table-full' });
    await button(words.seating.elsewhereOf('Chidi')).click();
    await page.getByLabelText(words.seating.to('Chidi')).selectOptions('table-1');
    await button(words.seating.place).click();
    const alert = page.getByRole('alert');
    await expect.element(alert).toHaveTextContent(refusals['table-full']);
    vi.setSystemTime(Date.now() + 60_000);
    const withOne = (more: object) => {
      const one = { ...tableWith(1), ...finding.tables['table-1'], ...more };
      return { ...finding, tables: { ...finding.tables, 'table-1': one } };
    };
    await see(withOne({ written: 9, lastNote: T0 }));
    await expect.element(alert).toBeVisible();
    await see(withOne({ seats: 9 }));
    await expect.element(alert).not.toBeInTheDocument();
    vi.useRealTimers();
  });

  test('somebody who sits elsewhere is moved: the person first, then the table', async () => {
    const { say } = await desk(finding, false);
    await button(words.seating.elsewhereOf('Chidi')).click();
    await page.getByLabelText(words.seating.to('Chidi')).selectOptions('table-1');
    await button(words.seating.place).click();
    expect(say).toHaveBeenCalledExactlyOnceWith('movePerson', { person: 'chidi', table: 'table-1' });
  });

  test('the question is asked anyway only while too few sit', async () => {
    const { say, see } = await desk(finding);
    await button(words.round.askAnyway).click();
    expect(say).toHaveBeenCalledExactlyOnceWith('ask', { anyway: true, from: 1 });
    await see({ ...finding, seated: 4 });
    expect(button(words.round.askAnyway).elements()).toEqual([]);
  });

  test('a helper is offered nothing that turns a page or changes the plan', async () => {
    await desk({ ...finding, draft }, false);
    expect(document.querySelectorAll('details')).toHaveLength(0);
    for (const name of [words.round.askAnyway, words.plan.tellLater, words.plan.replan])
      expect(button(name).elements()).toEqual([]);
    await starting('Table 1').click();
    for (const name of [words.panel.merge, words.panel.split]) expect(button(name).elements()).toEqual([]);
    await expect.element(button(words.panel.write)).toBeVisible();
  });
});

describe('the tables', () => {
  test('one without a note for ten minutes is marked, and found under those to visit', async () => {
    await desk(talkingCafe);
    await button(words.grid.visit(1)).click();
    await expect.element(page.getByText(words.grid.silent(10))).toBeVisible();
    expect(starting('Table 1').elements()).toEqual([]);
    await starting('Table 2').click();
    await expect.element(page.getByRole('heading', { name: 'Table 2', level: 4 })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(starting('Table 2')).toHaveFocus();
  });

  test('all at a table are there, somebody else hosts, and it gets two minutes more', async () => {
    const { say } = await desk(talkingCafe);
    await starting('Table 2').click();
    await button(words.panel.hear).click();
    await button(words.panel.makeHostOf('Chidi')).click();
    await button(words.round.plusFull(2, 'Table 2')).click();
    expect(say.mock.calls).toEqual([
      ['hear', { table: 'table-2' }],
      ['makeHost', { table: 'table-2', person: 'chidi' }],
      ['addMinutes', { minutes: 2, table: 'table-2' }]
    ]);
  });

  test('two tables are joined, and one is split', async () => {
    const { say } = await desk(talkingCafe);
    await starting('Table 2').click();
    await button(words.panel.merge).click();
    await page.getByLabelText(words.panel.mergeInto, { exact: true }).selectOptions('table-1');
    await button(words.panel.mergeButton).click();
    await button(words.panel.split).click();
    await page.getByRole('checkbox', { name: 'Chidi' }).click();
    await button(words.panel.splitButton(1)).click();
    expect(say.mock.calls).toEqual([
      ['mergeTables', { from: 'table-2', into: 'table-1' }],
      ['splitTable', { table: 'table-2', people: ['chidi'] }]
    ]);
  });

  test('what a table calls for is settled', async () => {
    const tables = { ...talkingCafe.tables, 'table-1': { ...talkingCafe.tables['table-1']!, needs: 'chair' as const } };
    const { say } = await desk({ ...talkingCafe, tables }, false);
    await starting('Table 1').click();
    await button(words.panel.settled).click();
    expect(say).toHaveBeenCalledExactlyOnceWith('needs', { table: 'table-1', what: null });
  });

  test('a helper writes down what Gus says, who has no phone and is offered first', async () => {
    const { say } = await desk(talkingCafe, false);
    await starting('Table 2').click();
    await button(words.panel.write).click();
    await expect.element(page.getByLabelText(words.panel.from)).toHaveValue('gus');
    await page.getByLabelText(words.panel.note, { exact: true }).fill('The old mill');
    await button(words.panel.put).click();
    const [command, input] = say.mock.calls[0] ?? [];
    expect(command).toBe('addNote');
    expect(input).toMatchObject({ for: 'gus', table: 'table-2', round: 1, kind: 'idea', text: 'The old mill' });
    expect((input as { card: string }).card).toMatch(/^[0-9a-z]{16}$/);
  });
});

describe('for everybody', () => {
  test('every button is large enough for a finger that is in a hurry', async () => {
    await desk(desks['talking'] ?? quietCafe);
    await starting('Table 2').click();
    const small = [...document.querySelectorAll('button, select, summary')].filter(
      (one) => one.getBoundingClientRect().height < 48
    );
    expect(small.map((one) => one.textContent)).toEqual([]);
  });
});

afterEach(async () => {
  localStorage.removeItem('plenary-keys');
  await page.viewport(1280, 800);
});

import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { words as area } from '#kit/words/working-area.ts';
import Console from './Console.svelte';
import { button, deskOf, show, starting } from './testing/console-desk.ts';
import { goodPlan, quietCafe, tableWith, talkingCafe } from './testing/console-view.ts';
import { consoleWords as words } from './words/console.ts';
import { offerWords as offers } from './words/offers.ts';
import { qualityInWords } from './words/quality.ts';
import { refusals } from './words/refusals.ts';
import { draft, noChair } from './surface-fixtures.ts';
import type { ConsoleSeen } from './views/console.ts';

const desk = deskOf(Console);

const inPlan = async (title: string) => {
  await show(area.plan);
  await page.getByRole('heading', { name: title, level: 3, exact: true }).click();
};

describe('the plan', () => {
  test('is made, read, and only then told', async () => {
    const { say, see } = await desk(quietCafe);
    await button(words.plan.make).click();
    expect(say).toHaveBeenCalledExactlyOnceWith('plan', { after: 0 });
    await see({ ...quietCafe, planning: true });
    await expect.element(page.getByText(words.plan.making)).toBeVisible();
    expect(button(words.plan.tell).elements()).toEqual([]);
    await see({ ...quietCafe, draft });
    await expect.element(page.getByText(qualityInWords(goodPlan))).toBeVisible();
    await button(words.plan.tell).click();
    expect(say).toHaveBeenLastCalledWith('seat', { after: 0 });
  });

  test('says in plain words which rules it could not keep', async () => {
    const broken = { ...goodPlan.broken, apart: 2 };
    await desk({ ...quietCafe, draft: { ...draft, quality: { ...goodPlan, broken } } });
    await expect.element(page.getByText('2 times, two people who should sit apart share a table.')).toBeVisible();
  });

  test('can be dropped, and a no stands beside it', async () => {
    const { say } = await desk({ ...quietCafe, draft }, true, { refused: 'no-plan-yet' });
    await button(words.plan.drop).click();
    expect(say).toHaveBeenCalledExactlyOnceWith('dropPlan', { after: 0 });
    await expect.element(page.getByRole('alert')).toHaveTextContent(refusals['no-plan-yet']);
  });
});

/** Three topics of which people choose two; Gus and Fay have no phone. */
const choosing: ConsoleSeen = {
  ...quietCafe,
  layout: 'topics',
  of: 2,
  hosts: 'stays',
  tables: {
    one: tableWith(1, {}, { topic: 'Trees', seats: 3 }),
    two: tableWith(2, {}, { topic: 'Water' }),
    three: tableWith(3, {}, { topic: 'Who pays' })
  },
  choosing: { people: 5, wanted: { one: 5, three: 2 }, walkIns: { gus: ['one'] } }
};

describe('topics', () => {
  test('WC43 are read with how many want them, and where chairs are short', async () => {
    await desk(choosing);
    await expect.element(page.getByText(words.choosing.count(5, 5))).toBeVisible();
    await expect.element(page.getByText(words.choosing.wanted(5, 4))).toBeVisible();
    expect(page.getByText(words.choosing.short).elements()).toHaveLength(1);
  });

  test('WC42 are chosen by a helper for somebody without a phone', async () => {
    const { say } = await desk(choosing, false);
    await page.getByText(words.choosing.forSomebody).click();
    await page.getByLabelText(words.choosing.who).selectOptions('Gus');
    await expect.element(button('Trees')).toHaveAttribute('aria-pressed', 'true');
    await button('Water').click();
    expect(say).toHaveBeenCalledExactlyOnceWith('chooseTopic', { table: 'two', on: true, for: 'gus' });
  });

  test('WC42 a plan says how many of the choices it keeps', async () => {
    const choices = { asked: 20, kept: 12, bound: 12 };
    await desk({ ...choosing, draft: { ...draft, quality: { ...goodPlan, choices } } });
    await expect
      .element(page.getByText('12 of 20 topics that people chose are visited. There are chairs for no more.'))
      .toBeVisible();
  });
});

describe('what is offered', () => {
  test('WC38 names who waits for a chair, and adds one or opens a table at one press', async () => {
    const { say, see } = await desk(noChair);
    await expect.element(page.getByText('Fay, Gus and Bo wait for a chair.')).toBeVisible();
    const offered = starting('Add a chair').elements();
    expect(offered.map((one) => one.textContent)).toEqual([offers.full.add(2), offers.full.add(1)]);
    await button(offers.full.add(2)).click();
    expect(say).toHaveBeenLastCalledWith('addChair', { table: 'two', seats: noChair.tables['two']?.seats });
    await button(offers.full.open(3)).click();
    expect(say).toHaveBeenLastCalledWith('openTable', { number: 3 });
    await see({ ...noChair, unseated: ['fay'] });
    expect(button(offers.full.open(3)).elements()).toEqual([]);
    await see({ ...noChair, full: false, unseated: [] });
    expect(starting('Add a chair').elements()).toEqual([]);
  });

  test('WC38 leaves opening a table to those who lead', async () => {
    await desk(noChair, false);
    await expect.element(button(offers.full.add(1))).toBeVisible();
    expect(button(offers.full.open(3)).elements()).toEqual([]);
  });

  test('WC37 offers an exchange in one sentence, and takes it as it was read', async () => {
    const { say, see } = await desk({ ...talkingCafe, swap: { round: 3, one: 'bo', other: 'chidi', fewer: 2 } });
    await expect.element(page.getByText('Swap Bo and Chidi in round 3: 2 repeats fewer.')).toBeVisible();
    await button(offers.swap.takeOf('Bo', 'Chidi')).click();
    expect(say).toHaveBeenLastCalledWith('takeSwap', { round: 3, one: 'bo', other: 'chidi' });
    await see(talkingCafe);
    expect(page.getByText('Swap Bo').elements()).toEqual([]);
  });
});

describe('preparing', () => {
  test('questions are added, changed and removed; one that has begun stays', async () => {
    const { say } = await desk({ ...quietCafe, round: 1 });
    await inPlan(words.questions.title);
    expect(button(words.questions.remove(1)).elements()).toEqual([]);
    await button(words.questions.remove(3)).click();
    await button(words.questions.edit(2)).click();
    await page.getByLabelText(words.questions.of(2)).fill('What could grow here?');
    await button(words.save).click();
    await page.getByLabelText(words.questions.new).fill('Who begins?');
    await button(words.questions.add).click();
    expect(say.mock.calls).toEqual([
      ['removeQuestion', { round: 3, of: 3 }],
      ['setQuestion', { round: 2, of: 3, question: 'What could grow here?' }],
      ['addQuestion', { question: 'Who begins?' }]
    ]);
  });

  test('tables are as many as are needed for those who are here, until somebody says otherwise', async () => {
    const { say } = await desk(quietCafe);
    await inPlan(words.tables.title);
    await expect.element(page.getByLabelText(words.tables.howMany)).toHaveValue(1);
    await page.getByLabelText(words.tables.howMany).fill('6');
    await button(words.tables.set).click();
    expect(say).toHaveBeenCalledExactlyOnceWith('setTables', { count: 6, seats: 5 });
  });

  test('a table is given a name and a language', async () => {
    const { say } = await desk({ ...quietCafe, tables: talkingCafe.tables });
    await inPlan(words.tables.title);
    await button(words.tables.describe(2)).click();
    await page.getByLabelText(words.tables.name, { exact: true }).fill('By the window');
    await page.getByLabelText(words.tables.language).fill('es');
    await button(words.save).click();
    const rest = { topic: null, zone: null, seats: 5 };
    expect(say).toHaveBeenCalledExactlyOnceWith('describeTable', {
      table: 'table-2',
      name: 'By the window',
      language: 'es',
      ...rest
    });
  });

  test('two people are kept together, somebody is pinned, and a wish is taken away', async () => {
    const wishes = { ...quietCafe.wishes, apart: { 'wish-1': ['bo', 'chidi'] } };
    const { say } = await desk({ ...quietCafe, tables: talkingCafe.tables, wishes });
    await inPlan(words.wishes.title);
    await button(words.wishes.add).click();
    await expect.element(button(words.wishes.keep)).toBeDisabled();
    await button('Gus').click();
    await button('Ana').click();
    await button(words.wishes.keep).click();
    await page.getByRole('radio', { name: words.wishes.kinds.pin, exact: false }).click();
    await button('Fay').click();
    await page.getByLabelText(words.wishes.at).selectOptions('table-2');
    await button(words.wishes.keep).click();
    await button(words.wishes.removeOf(words.wishes.apart('Bo, Chidi'))).click();
    expect(say.mock.calls).toEqual([
      ['keepTogether', { people: ['gus', 'ana'] }],
      ['pin', { person: 'fay', table: 'table-2' }],
      ['dropWish', { wish: 'wish-1' }]
    ]);
  });

  test('who learns what can only show less once people were told', async () => {
    const { say } = await desk({ ...talkingCafe, exposure: 'L1' });
    await show(area.settings);
    await expect.element(page.getByRole('radio', { name: words.exposures.L2.name, exact: false })).toBeDisabled();
    expect(say).not.toHaveBeenCalled();
  });
});

afterEach(async () => {
  localStorage.removeItem('plenary-keys');
  await page.viewport(1280, 800);
});

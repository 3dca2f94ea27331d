import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Answer } from '#wire/messages.ts';
import '../../app.css';
import Console from './Console.svelte';
import { goodPlan, note, people, quietCafe, T0, tableWith, talkingCafe } from './testing/console-view.ts';
import { words as area } from '#kit/words/working-area.ts';
import { board } from './words/board.ts';
import { consoleWords as words } from './words/console.ts';
import { deskWords } from './words/desk.ts';
import { offerWords as offers } from './words/offers.ts';
import { qualityInWords } from './words/quality.ts';
import { refusals } from './words/refusals.ts';
import { desks, draft, noChair } from './surface-fixtures.ts';
import type { ConsoleSeen } from './views/console.ts';

type Say = (command: string, input: object) => Promise<Answer>;

/** The console at one moment; `say` remembers what was asked for. */
async function desk(view: ConsoleSeen, leads = true, answer: Answer = { version: 9 }) {
  const say = vi.fn<Say>(() => Promise.resolve(answer));
  const photoAt = (photo: string) => `/photo/${photo}`;
  const screen = await render(Console, { view, people, say, leads, photoAt, now: () => T0 });
  return { say, see: (next: ConsoleSeen) => screen.rerender({ view: next }) };
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const starting = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) });
const show = (tab: string) => page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
const inPlan = async (title: string) => {
  await show(area.plan);
  await page.getByRole('heading', { name: title, level: 3, exact: true }).click();
};
const status = () => page.getByRole('status').first();

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

describe('the harvest', () => {
  const harvest: ConsoleSeen = {
    ...talkingCafe,
    stage: 'harvest',
    round: 3,
    wall: {
      notes: {
        a: note(1, 'A tool library'),
        b: note(2, 'Repair evenings'),
        c: note(3, 'A map of gardens', { cluster: 'group000' }),
        d: note(4, 'Seeds to swap', { round: 2 })
      },
      asks: {
        1: { question: 'What is happening here?', order: 1 },
        2: { question: 'What can you imagine?', order: 2 }
      },
      clusters: { group000: { name: 'Places', order: 1 } },
      cards: {},
      about: null
    }
  };
  const box = (text: string) => page.getByRole('checkbox', { name: new RegExp(`^${text}`) });

  test('by keyboard alone: picked with Space, put into a group by its digit, and work goes on in the loose pile', async () => {
    const { say, see } = await desk(harvest);
    (box('A tool library').element() as HTMLElement).focus();
    await userEvent.keyboard(' {ArrowDown} 1');
    expect(say).toHaveBeenCalledExactlyOnceWith('groupCards', { cards: ['a', 'b'], group: 'group000' });
    const notes = { ...harvest.wall.notes };
    for (const id of ['a', 'b']) notes[id] = { ...notes[id]!, cluster: 'group000' };
    await see({ ...harvest, wall: { ...harvest.wall, notes } });
    await expect.element(box('Seeds to swap')).toHaveFocus();
  });

  test('Enter puts what is picked beside the note that has the focus', async () => {
    const { say } = await desk(harvest);
    (box('A tool library').element() as HTMLElement).focus();
    await userEvent.keyboard(' {ArrowRight}');
    await expect.element(box('A map of gardens')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(say).toHaveBeenCalledExactlyOnceWith('groupCards', { cards: ['a'], group: 'group000' });
  });

  test('WC24 a helper groups, too, and is offered nothing that changes what the board is about', async () => {
    const { say } = await desk({ ...harvest, wall: { ...harvest.wall, about: '1' } }, false);
    await page.getByLabelText(deskWords.about).selectOptions(deskWords.all);
    expect(button(deskWords.toBoard).elements()).toEqual([]);
    (box('A tool library').element() as HTMLElement).focus();
    await userEvent.keyboard(' 1');
    expect(say).toHaveBeenCalledExactlyOnceWith('groupCards', { cards: ['a'], group: 'group000' });
  });

  test('N makes a group of both; with single keys switched off it does not', async () => {
    const { say } = await desk(harvest);
    (box('A tool library').element() as HTMLElement).focus();
    localStorage.setItem('plenary-keys', 'off');
    await userEvent.keyboard(' {ArrowDown} n1');
    expect(say).not.toHaveBeenCalled();
    localStorage.removeItem('plenary-keys');
    await userEvent.keyboard('n');
    const [command, input] = say.mock.calls[0] ?? [];
    expect(command).toBe('groupCards');
    expect(input).toMatchObject({ cards: ['a', 'b'] });
    expect((input as { group: string }).group).toMatch(/^[0-9a-z]{16}$/);
  });

  test('by taps alone: picked, then put where it belongs', async () => {
    const { say } = await desk(harvest);
    await box('Repair evenings').click();
    await button(deskWords.desk.putInto(1, 'Places')).click();
    expect(say).toHaveBeenCalledExactlyOnceWith('groupCards', { cards: ['b'], group: 'group000' });
    await expect.element(status()).toHaveTextContent(deskWords.desk.placed(1, 'Places'));
  });

  test('a group is named after it was made', async () => {
    const { say } = await desk(harvest);
    await button(deskWords.desk.nameOf('Places')).click();
    await expect.element(page.getByLabelText(deskWords.desk.theName)).toHaveFocus();
    await page.getByLabelText(deskWords.desk.theName).fill('Places to meet');
    await userEvent.keyboard('{Enter}');
    expect(say).toHaveBeenCalledExactlyOnceWith('nameGroup', { group: 'group000', name: 'Places to meet' });
    await expect.element(button(deskWords.desk.nameOf('Places'))).toHaveFocus();
  });

  test('WC35 all of it stands question by question, and what nobody wrote to is named once', async () => {
    await desk(harvest);
    expect(
      page
        .getByRole('heading', { level: 4 })
        .elements()
        .map(({ textContent }) => textContent)
    ).toEqual([deskWords.desk.title, 'What is happening here?', 'What can you imagine?']);
    await expect.element(page.getByText(deskWords.unanswered('3. How can we help?'))).toBeVisible();
  });

  test('WC34 the board is told to show who met whom, by keyboard, and to go back to what was written', async () => {
    const met = { people: 4, least: 1, median: 1, most: 1, pairs: { count: 3, of: 6 }, again: 0 };
    const { say, see } = await desk({ ...harvest, met });
    const shows = page.getByRole('switch', { name: deskWords.showMet });
    await expect.element(shows).toHaveAccessibleDescription(board.encounters.sentence(met));
    (shows.element() as HTMLElement).focus();
    await userEvent.keyboard(' ');
    await see({ ...harvest, met, shows: 'encounters' });
    await expect.element(shows).toHaveFocus();
    await userEvent.keyboard(' ');
    expect(say.mock.calls).toEqual([
      ['showEncounters', {}],
      ['showAbout', { about: null }]
    ]);
  });

  test('by dragging alone: a note is let go on a group and is in it', async () => {
    const { say } = await desk(harvest);
    const group = page.getByRole('group', { name: deskWords.desk.group(1, 'Places') });
    await userEvent.dragAndDrop(page.getByText('Repair evenings'), group);
    await expect.poll(() => say.mock.calls).toEqual([['groupCards', { cards: ['b'], group: 'group000' }]]);
    await expect.element(status()).toHaveTextContent(deskWords.desk.placed(1, 'Places'));
  });

  test('one question is looked at by itself, and shown on the board when it is said so', async () => {
    const { say } = await desk(harvest);
    await page.getByLabelText(deskWords.about).selectOptions('2');
    expect(box('A tool library').elements()).toEqual([]);
    await expect.element(box('Seeds to swap')).toBeVisible();
    expect(say).not.toHaveBeenCalled();
    await button(deskWords.toBoard).click();
    expect(say).toHaveBeenCalledExactlyOnceWith('showAbout', { about: '2' });
  });

  test('with review on a note is looked at before the wall shows it', async () => {
    const notes = { ...harvest.wall.notes, e: note(5, 'Late idea', { state: 'waiting' }) };
    const { say } = await desk({ ...harvest, review: true, wall: { ...harvest.wall, notes } });
    await button(deskWords.review.hideOf('Late idea')).click();
    await button(deskWords.review.showOf('Late idea')).click();
    expect(say.mock.calls).toEqual([
      ['hideCard', { card: 'e' }],
      ['showCard', { card: 'e' }]
    ]);
  });

  test('a note keeps its lines: on its card, under another, folded into one, and while it is looked at', async () => {
    const typed = ['card', 'more', 'folded', 'waiting', 'hidden'].map(
      (where) => `Two things, ${where}:\nwho, and when`
    );
    const [a = '', b = '', c = '', d = '', e = ''] = typed;
    const notes = {
      a: note(1, a),
      b: note(2, b, { parent: 'a' }),
      c: note(3, c, { mergedInto: 'a' }),
      d: note(4, d, { state: 'waiting' }),
      e: note(5, e, { state: 'hidden' })
    };
    await desk({ ...harvest, review: true, wall: { ...harvest.wall, notes } });
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    for (const each of typed) expect(document.body.innerText).toContain(each);
  });

  test('two notes that say the same become one, the one picked first', async () => {
    const { say } = await desk(harvest);
    await box('Repair evenings').click();
    await box('A tool library').click();
    await button(deskWords.desk.fold).click();
    expect(say).toHaveBeenCalledExactlyOnceWith('mergeCards', { from: ['a'], into: 'b' });
  });

  test('several notes are marked by one press', async () => {
    const { say } = await desk(harvest);
    await box('Repair evenings').click();
    await box('A tool library').click();
    await button(deskWords.marks.gem).click();
    expect(say).toHaveBeenCalledExactlyOnceWith('gemNote', { cards: ['b', 'a'], on: true });
  });

  test('a photo of a sheet is shown, and said', async () => {
    const photo = note(9, '', { text: null, photo: { photo: 'sheet-1' }, number: 4, round: 2 });
    await desk({ ...harvest, wall: { ...harvest.wall, notes: { p: photo } } });
    const image = page.getByRole('img', { name: deskWords.note.photo(4, 2) });
    await expect.element(image).toHaveAttribute('src', '/photo/sheet-1');
  });

  test('the loose pile says that it is empty', async () => {
    const { a, ...rest } = harvest.wall.notes;
    expect(a).toBeDefined();
    const notes = Object.fromEntries(Object.entries(rest).map(([id, each]) => [id, { ...each, cluster: 'group000' }]));
    await desk({ ...harvest, wall: { ...harvest.wall, notes } });
    await expect.element(page.getByText(deskWords.desk.looseNone).first()).toBeVisible();
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

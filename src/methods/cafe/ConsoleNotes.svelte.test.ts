import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import Console from './Console.svelte';
import { button, deskOf, status } from './testing/console-desk.ts';
import { note, talkingCafe } from './testing/console-view.ts';
import { board } from './words/board.ts';
import { deskWords } from './words/desk.ts';
import type { ConsoleSeen } from './views/console.ts';

const desk = deskOf(Console);

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

afterEach(async () => {
  localStorage.removeItem('plenary-keys');
  await page.viewport(1280, 800);
});

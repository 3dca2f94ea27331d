import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { CONVERSIONS } from '../../../tests/support/ime-conversions.ts';
import type { Answer } from '#wire/messages.ts';
import '../../app.css';
import Console from './Console.svelte';
import type { ConsoleSeen } from './console/chair-details.ts';
import { words as shared } from '#kit/words/exposure.ts';
import { moreTime } from '#kit/words/time.ts';
import { words as area } from '#kit/words/working-area.ts';
import { words as pickerWords } from '#kit/words/people.ts';
import { words as outlineWords } from '#kit/words/outline.ts';
import { chair, people, quietConsole, T0, waiting, withAna } from './testing/console-view.ts';
import { desks } from './surface-fixtures.ts';
import { consoleWords as words } from './words/console.ts';
import { refusals } from './words/refusals.ts';
import { eventually } from '../../../tests/support/until.ts';

type Say = (command: string, input: object) => Promise<Answer>;

/** The console at one moment; `say` remembers what was asked for. */
async function desk(view: ConsoleSeen, leads = true, answer: Answer = { version: 9 }) {
  const say = vi.fn<Say>(() => Promise.resolve(answer));
  const screen = await render(Console, { view, people, say, leads, now: () => T0 });
  return { say, screen, see: (next: ConsoleSeen) => screen.rerender({ view: next }) };
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const show = (tab: string) => page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
/** By how its name begins: after it the time goes on. */
const starting = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) });
const chairOf = (number: number, who: string) => starting(`${words.ring.chair(number)}: ${who}`);
const choose = (number: number, who: string) => chairOf(number, who).click();
const talkOf = (who: string) => starting(`${who}: ${words.ring.talk}`);

describe('the circle', () => {
  test('a chair and then a person: Bo is seated in two taps, the line first', async () => {
    const { say } = await desk({ ...withAna, line: waiting });
    await choose(2, words.ring.free);
    const offered = [...document.querySelectorAll('.picker button')].map((one) => one.textContent.trim());
    expect(offered).toEqual([`Bo The garden · ${words.line.first}`, 'Gus', 'Chidi']);
    await page.getByRole('button', { name: /^Bo/ }).click();
    expect(say).toHaveBeenCalledExactlyOnceWith('seat', { chair: 'chair-2', turn: null, person: 'bo' });
    await expect.element(page.getByRole('status')).toHaveTextContent(words.chair.seated('Bo', 2));
  });

  test('somebody invited who has no phone is seated by name', async () => {
    const mei = { order: 1, name: 'Mei', person: null, seated: false, sat: false };
    const { say } = await desk({ ...quietConsole, stage: 'starters', invited: { 'invited-1': mei } });
    await choose(1, words.ring.free);
    await button('Mei').click();
    expect(say).toHaveBeenCalledExactlyOnceWith('seat', { chair: 'chair-1', turn: null, invited: 'invited-1' });
  });

  test('among many, a part of a name is enough, and Enter takes the only one left', async () => {
    const say = vi.fn<Say>(() => Promise.resolve({ version: 9 }));
    const crowd = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `p${index}`,
        { name: `Person ${index}`, order: index, via: 'phone' as const, present: true, rehearsed: false }
      ])
    );
    await render(Console, { view: quietConsole, people: { ...people, ...crowd }, say, now: () => T0 });
    await choose(1, words.ring.free);
    await expect.element(page.getByText(pickerWords.more(40))).toBeVisible();
    await page.getByLabelText(pickerWords.find).fill('person 57');
    await userEvent.keyboard('{Enter}');
    expect(say).toHaveBeenCalledExactlyOnceWith('seat', { chair: 'chair-1', turn: null, person: 'p57' });
  });

  test('talk is timed by a tap, and by T for the chair that is chosen', async () => {
    const { say, see } = await desk(withAna);
    await talkOf('Ana').click();
    expect(say).toHaveBeenLastCalledWith('beginTalk', { chair: 'chair-1', turn: 'turn-1' });
    await see({ ...withAna, talking: { 'chair-1': T0 - 5000 } });
    await expect.element(talkOf('Ana')).toHaveAttribute('aria-pressed', 'true');
    await userEvent.keyboard('1');
    await userEvent.keyboard('t');
    expect(say).toHaveBeenLastCalledWith('endTalk', { chair: 'chair-1', turn: 'turn-1' });
  });

  test('with single keys switched off neither a digit nor T does anything', async () => {
    localStorage.setItem('plenary-keys', 'off');
    const { say } = await desk(withAna);
    await userEvent.keyboard('1t');
    localStorage.removeItem('plenary-keys');
    expect(say).not.toHaveBeenCalled();
    await expect.element(chairOf(1, 'Ana')).toHaveAttribute('aria-expanded', 'false');
  });

  test('somebody is told that others wait only when others wait', async () => {
    const { say, see } = await desk(withAna);
    await choose(1, 'Ana');
    expect(button(words.chair.nudge).elements()).toEqual([]);
    await see({ ...withAna, line: waiting });
    await button(words.chair.nudge).click();
    expect(say).toHaveBeenCalledExactlyOnceWith('nudge', { chair: 'chair-1', turn: 'turn-1' });
    await see({ ...withAna, line: waiting, nudged: { 'chair-1': T0 - 125_000 } });
    await expect.element(page.getByText(words.chair.nudgedAgo(125_000), { exact: false })).toBeVisible();
  });

  test('the wrong person was written down: the turn is corrected, also to somebody who waits', async () => {
    const { say } = await desk({ ...withAna, line: waiting });
    await choose(1, 'Ana');
    await button(words.chair.correct('Ana')).click();
    expect(button('Ana').elements()).toEqual([]);
    await button('Bo').click();
    expect(say).toHaveBeenCalledExactlyOnceWith('correctTurn', { turn: 'turn-1', person: 'bo' });
  });

  test('when the chair is free again the focus stays with it', async () => {
    const { say, see } = await desk(withAna);
    await choose(1, 'Ana');
    await button(words.chair.unseatOf('Ana')).click();
    expect(say).toHaveBeenCalledExactlyOnceWith('unseat', { chair: 'chair-1', turn: 'turn-1' });
    await see(quietConsole);
    await expect.element(page.getByRole('heading', { name: words.ring.chair(1) })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(chairOf(1, words.ring.free)).toHaveFocus();
  });

  test('a chair that is held is taken, or passed on, for somebody without a phone', async () => {
    const called = { request: 'request-1', name: 'Bo', until: T0 + 20_000 };
    const held = {
      ...quietConsole,
      line: waiting,
      chairs: { ...quietConsole.chairs, 'chair-2': chair(2, { called }) }
    };
    const { say } = await desk(held);
    await choose(2, words.ring.held('Bo', 20_000));
    await page.getByText(words.chair.heldFor('Bo', 20_000)).click();
    await button(words.chair.letPass).click();
    await button(words.chair.sit('Bo')).first().click();
    expect(say.mock.calls).toEqual([
      ['letPass', { for: 'bo' }],
      ['sit', { for: 'bo' }]
    ]);
  });

  test('a no is said beside the circle in its own words, until there is what it asked for', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { say, see } = await desk(withAna, true, { refused: 'one-chair-stays-free' });
    await choose(3, words.ring.free);
    await button('Gus').click();
    expect(say).toHaveBeenCalledOnce();
    const alert = page.getByRole('alert');
    await expect.element(alert).toHaveTextContent(refusals['one-chair-stays-free']);
    expect(alert.element().closest('section')?.textContent).toContain(words.ring.title);
    vi.setSystemTime(Date.now() + 60_000);
    await see({ ...withAna, chairs: { ...withAna.chairs, 'chair-6': chair(6) } });
    await expect.element(alert).not.toBeInTheDocument();
    vi.useRealTimers();
  });

  test('chairs come and go', async () => {
    const { say } = await desk(withAna);
    await button(words.ring.addRemote).click();
    await choose(4, words.ring.free);
    await button(words.chair.remove).click();
    expect(say.mock.calls).toEqual([
      ['addChair', { kind: 'remote' }],
      ['removeChair', { chair: 'chair-4' }]
    ]);
  });
});

describe('the line', () => {
  test('its rule is always printed, and can be changed', async () => {
    const { say } = await desk({ ...withAna, line: waiting });
    await expect.element(page.getByText(words.policies['first-timers'].about)).toBeVisible();
    await expect.element(page.getByText('“The garden”')).toBeVisible();
    await page.getByLabelText(words.line.rule).selectOptions(words.policies.facilitator.name);
    expect(say).toHaveBeenCalledExactlyOnceWith('setPolicy', { policy: 'facilitator' });
  });

  test('a long line leaves in sight what leads on, and tells how long it is', async () => {
    const [one] = Object.values(waiting);
    if (!one) throw new Error('nobody waits');
    const line = Object.fromEntries(Array.from({ length: 12 }, (_, nth) => [`r${nth}`, { ...one, rank: nth }]));
    await desk({ ...withAna, line });
    const takeOff = page.getByRole('button', { name: words.line.withdrawShort, exact: false });
    expect(takeOff.elements()).toHaveLength(8);
    await button(words.line.all(12)).click();
    expect(takeOff.elements()).toHaveLength(12);
    await button(words.line.fewer).click();
    expect(takeOff.elements()).toHaveLength(8);
  });

  test('those who lead ask somebody in, or take them off the line', async () => {
    const { say } = await desk({ ...withAna, line: waiting, policy: 'facilitator' });
    await button(`${words.line.askIn}: Bo`).click();
    await button(`${words.line.withdrawShort}: Bo`).click();
    expect(say.mock.calls).toEqual([
      ['seat', { chair: 'chair-2', turn: null, person: 'bo' }],
      ['withdraw', { for: 'bo' }]
    ]);
  });

  test('where the line is balanced, a helper says what somebody comes in as', async () => {
    const { say } = await desk({ ...withAna, policy: 'balance', tags: ['resident', 'council'] }, false);
    await button(words.line.askFor).click();
    await page.getByLabelText(words.line.tag).selectOptions('council');
    await button('Gus').click();
    expect(say).toHaveBeenCalledExactlyOnceWith('ask', { for: 'gus', why: null, chair: null, tag: 1 });
  });

  test('a helper asks for somebody without a phone, who is offered first', async () => {
    const { say } = await desk(withAna, false);
    await button(words.line.askFor).click();
    await page.getByLabelText(words.line.why).fill('The old mill');
    const offered = [...document.querySelectorAll('.picker button')].map((one) => one.textContent.trim());
    expect(offered).toEqual(['Gus', 'Bo', 'Chidi']);
    await button('Gus').click();
    expect(say).toHaveBeenCalledExactlyOnceWith('ask', { for: 'gus', why: 'The old mill', chair: null, tag: null });
  });

  test('an empty line says why that is no misfortune', async () => {
    await desk(quietConsole);
    await expect.element(page.getByText(words.line.inviting, { exact: false })).toBeVisible();
  });
});

describe('its course', () => {
  test('any stage can come next, and says what the sender saw', async () => {
    const { say } = await desk({ ...withAna, form: 'unpanel', stage: 'starters' });
    await button(words.course.turnTo.bowl).click();
    expect(say).toHaveBeenCalledExactlyOnceWith('turnTo', { stage: 'bowl', from: 'starters' });
  });

  test('the form changes in the middle, when it is said so and not when it is looked at', async () => {
    const { say } = await desk(withAna);
    await show(area.settings);
    await page.getByRole('radio', { name: words.forms.samoan.name, exact: false }).click();
    expect(say).not.toHaveBeenCalled();
    await button(words.course.change('samoan')).click();
    expect(say).toHaveBeenCalledExactlyOnceWith('setForm', { form: 'samoan' });
  });

  test('the question, the time and the nudge can be changed', async () => {
    const { say } = await desk(withAna);
    await page.getByRole('button', { name: moreTime.plusFull(5) }).click();
    await show(area.settings);
    await page.getByLabelText(words.course.question).fill('What do you need?');
    await button(words.course.editQuestion).click();
    await expect.element(page.getByLabelText(words.course.nudge)).toHaveDisplayValue(words.course.nudgeAfter(8));
    await page.getByLabelText(words.course.nudge).selectOptions(words.course.nudgeAfter(null));
    expect(say.mock.calls).toEqual([
      ['addMinutes', { minutes: 5 }],
      ['setQuestion', { question: 'What do you need?' }],
      ['setNudge', { minutes: null }]
    ]);
  });

  test('groups of a closed fishbowl are made and follow each other', async () => {
    const groups = [{ people: ['ana', 'bo'] }, { people: ['chidi', 'gus'] }];
    const { say } = await desk({ ...quietConsole, form: 'closed', asking: false, group: { now: 1, of: 2 }, groups });
    await show(area.settings);
    await expect.element(page.getByText('Chidi, Gus')).toBeVisible();
    await button(words.groups.next).click();
    expect(say).toHaveBeenCalledExactlyOnceWith('nextGroup', { from: 1 });
  });
});

describe('what stands beside it', () => {
  const cards: ConsoleSeen['cards'] = {
    one: { card: 'Who pays?', order: 1, state: 'waiting' },
    two: { card: 'Since when?', order: 2, state: 'shown' }
  };

  test('silent cards are read in their lines, shown, taken off, answered', async () => {
    const inLines = { ...cards, three: { card: 'Two things:\nwho, and when', order: 3, state: 'waiting' as const } };
    const { say, screen } = await desk({ ...withAna, cards: inLines });
    await show(words.cards.title);
    expect(screen.container.innerText).toContain('Two things:\nwho, and when');
    await button(`${words.cards.show}: Who pays?`).click();
    await button(`${words.cards.takeOff}: Since when?`).click();
    await button(`${words.cards.answered}: Since when?`).click();
    await button(`${words.cards.hide}: Who pays?`).click();
    expect(say.mock.calls).toEqual([
      ['showCard', { card: 'one' }],
      ['showCard', { card: null }],
      ['answerCard', { card: 'two' }],
      ['hideCard', { card: 'one' }]
    ]);
  });

  test('a scribe is made in one tap, and only of somebody with something to write on', async () => {
    const { say } = await desk({ ...withAna, scribes: ['chidi'] });
    await show(area.notes);
    await page.getByRole('heading', { name: words.scribes.title, level: 3 }).click();
    await button(pickerWords.scribes.add).click();
    expect(button('Gus').elements()).toEqual([]);
    await button('Bo').click();
    await button(pickerWords.scribes.removeOf('Chidi')).click();
    expect(say.mock.calls).toEqual([
      ['makeScribe', { person: 'bo', on: true }],
      ['makeScribe', { person: 'chidi', on: false }]
    ]);
  });

  test('times stand in the order people first sat, and the room sees none of it unless it is chosen', async () => {
    const chidi = { name: 'Chidi', number: 2, turns: 2, seatMs: 900_000, talkMs: 0 };
    const airtime = { ...withAna.airtime, gini: 0.3, people: { chidi, ...withAna.airtime.people } };
    const { say } = await desk({ ...withAna, airtime });
    await show(words.turns.tab);
    const rows = [...document.querySelectorAll('tbody tr')].map(({ children }) =>
      [...children].map((cell) => cell.textContent)
    );
    expect(rows).toEqual([
      ['Ana', '1', '4:00', '1:01'],
      ['Chidi', '2', '15:00', '–']
    ]);
    await expect.element(page.getByText('0.30')).toBeVisible();
    await page.getByRole('switch', { name: words.airtime.show }).click();
    expect(say).toHaveBeenCalledExactlyOnceWith('showAirtime', { on: true });
  });

  test('a switch that is refused goes back to what is so', async () => {
    await desk(withAna, true, { refused: 'already-so' });
    await show(area.notes);
    const shown = page.getByRole('switch', { name: words.notes.show });
    await shown.click();
    await expect.element(page.getByRole('alert')).toHaveTextContent(refusals['already-so']);
    await expect.element(shown).not.toBeChecked();
  });

  test('notes are written here, too, under whoever spoke', async () => {
    const { say } = await desk({
      ...withAna,
      outline: (desks['chairs that are taken and held']?.view ?? withAna).outline
    });
    await show(area.notes);
    await expect.element(page.getByRole('heading', { name: 'Ana' })).toBeVisible();
    await button(outlineWords.addTo('Ana')).click();
    await eventually(() => expect(say.mock.calls[0]?.[0]).toBe('addNote'));
  });

  test('an earlier turn is corrected from the list', async () => {
    const { say } = await desk(withAna);
    await show(words.turns.tab);
    await button(words.turns.wrongOf('Ana')).click();
    await button('Chidi').click();
    expect(say).toHaveBeenCalledExactlyOnceWith('correctTurn', { turn: 'turn-1', person: 'chidi' });
  });

  test('who learns who said what only falls once the circle was opened', async () => {
    const { say } = await desk(withAna);
    await show(area.settings);
    await expect.element(page.getByRole('radio', { name: words.exposures.L3.name, exact: false })).toBeDisabled();
    await page.getByRole('radio', { name: words.exposures.L1.name, exact: false }).click();
    await button(shared.lower).click();
    expect(say).toHaveBeenCalledExactlyOnceWith('setExposure', { to: 'L1' });
  });

  test('a helper seats, asks and answers, and is offered nothing a helper may not do', async () => {
    await desk({ ...withAna, line: waiting, cards }, false);
    await choose(1, 'Ana');
    await expect.element(button(words.chair.unseatOf('Ana'))).toBeVisible();
    await expect.element(button(words.chair.nudge)).toBeVisible();
    await show(words.cards.title);
    await expect.element(button(`${words.cards.answered}: Who pays?`)).toBeVisible();
    expect(button(`${words.cards.show}: Who pays?`).elements()).toEqual([]);
    for (const name of [words.ring.add, words.ring.addRemote, words.chair.remove])
      expect(button(name).elements()).toEqual([]);
    for (const { title } of [words.course, words.scribes, words.airtime, words.exposure, words.groups])
      expect(page.getByRole('heading', { name: title, level: 3 }).elements()).toEqual([]);
    expect(page.getByLabelText(words.line.rule).elements()).toEqual([]);
    expect(page.getByRole('tab', { name: area.settings }).elements()).toEqual([]);
  });
});

test.each(Object.entries(CONVERSIONS))('Enter that takes a converted name seats nobody, %s', async (_told, convert) => {
  const many = Object.fromEntries(
    Array.from({ length: 9 }, (_, index) => [`p${index}`, { ...people['bo']!, name: `山田 ${index}` }])
  );
  const say = vi.fn<Say>(() => Promise.resolve({ version: 9 }));
  await render(Console, { view: withAna, people: { ...people, ...many }, say, leads: true, now: () => T0 });
  await choose(2, words.ring.free);
  const find = page.getByRole('searchbox', { name: pickerWords.find });
  await find.fill('山田 7');
  convert(find.element());
  expect(say).not.toHaveBeenCalled();
  await userEvent.keyboard('{Enter}');
  expect(say).toHaveBeenCalledExactlyOnceWith('seat', { chair: 'chair-2', turn: null, person: 'p7' });
});

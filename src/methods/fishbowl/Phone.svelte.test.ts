import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { live } from '../../../tests/support/surfaces.ts';
import '../../app.css';
import type { Answer } from '#wire/messages.ts';
import { fields } from '#words/en/fields.ts';
import Phone from './Phone.svelte';
import { chairsOf, empty, NOW, quietAll, quietOwn, taken } from './testing/views.ts';
import type { AllSeen } from './views/all.ts';
import type { PersonSeen } from './views/person.ts';
import { words as all } from './words.ts';

const words = all.phone;
const full = chairsOf('Ana', 'Bo', 'Chidi', 'Dana');
const line = { r1: { rank: 1, chair: null }, r2: { rank: 2, chair: null }, r3: { rank: 3, chair: null } };
const held = { ...full, c5: { ...empty(5), called: { request: 'r3', name: 'Fatima', until: NOW + 24_000 } } };
const noted = { branch: 'b1', parent: null, order: 1, body: 'Repair cafés', ms: 1, pieces: {} };
const button = (name: string) => page.getByRole('button', { name });
const text = (sentence: string) => page.getByText(sentence, { exact: false });

/** Fatima's phone, and the server's side of it: what was said, and a way to answer. */
async function fatima(view: Partial<AllSeen> = {}, mine: PersonSeen | null = null, channelViews = {}) {
  const said: [string, object][] = [];
  const told: string[] = [];
  let next: Answer = { version: 2 };
  const say = (command: string, input: object) => {
    said.push([command, input]);
    return Promise.resolve(next);
  };
  await page.viewport(360, 640);
  const tell = (sentence: string) => told.push(sentence);
  const screen = await render(Phone, {
    view: { ...quietAll, ...view },
    mine,
    say,
    link: live,
    now: () => NOW,
    tell,
    channelViews
  });
  return {
    said,
    told,
    answer: (answer: Answer) => (next = answer),
    becomes: (view: Partial<AllSeen>, mine: PersonSeen | null) =>
      screen.rerender({ view: { ...quietAll, ...view }, mine })
  };
}

test('Fatima asks to come in with one press, and says why only if she likes', async () => {
  const { said } = await fatima();
  await expect.element(text(words.exposure.L2)).toBeVisible();
  await button(words.comeIn).click();
  await page.getByRole('textbox').fill('The school garden');
  await button(words.comeIn).click();
  expect(said).toEqual([
    ['ask', { why: null, chair: null, tag: null }],
    ['ask', { why: 'The school garden', chair: null, tag: null }]
  ]);
});

test('all of it goes with the keyboard alone', async () => {
  const { said } = await fatima();
  await userEvent.tab();
  await userEvent.keyboard('Bees');
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(said).toEqual([['ask', { why: 'Bees', chair: null, tag: null }]]);
});

test('where the line is balanced, she says what she comes as, or rather not', async () => {
  const { said } = await fatima({ policy: 'balance', tags: ['Neighbours', 'City hall'] });
  await button('City hall').click();
  await button(words.tagUnsaid).click();
  expect(said.map(([, input]) => input)).toEqual([
    { why: null, chair: null, tag: 1 },
    { why: null, chair: null, tag: null }
  ]);
});

test('in a Samoan circle she chooses behind whom she stands', async () => {
  const chairs = { ...full, c2: { ...taken(2, 'Bo'), behind: 2 } };
  const { said } = await fatima({ form: 'samoan', chairs });
  await button(`Bo ${words.stands(2)}`).click();
  await button(words.anyChair).click();
  expect(said.map(([, input]) => input)).toEqual([
    { why: null, chair: 'c2', tag: null },
    { why: null, chair: null, tag: null }
  ]);
});

test('in line she reads how many are ahead of her, what happens next, and can leave', async () => {
  const { said, told, becomes } = await fatima({ chairs: full, line }, { ...quietOwn, request: 'r3', why: 'Bees' });
  await expect.element(text('Two people are ahead of you.')).toBeVisible();
  await expect.element(text(words.then)).toBeVisible();
  await expect.element(text('Bees')).toBeVisible();
  await becomes({ chairs: full, line: { r2: line.r2, r3: line.r3 } }, { ...quietOwn, request: 'r3' });
  await expect.element(text('One person is ahead of you.')).toBeVisible();
  expect(told).toEqual([]);
  await becomes({ chairs: full, line: { r3: line.r3 } }, { ...quietOwn, request: 'r3' });
  await expect.poll(() => told).toEqual([words.before(0)]);
  await button(words.withdraw).click();
  expect(said).toEqual([['withdraw', {}]]);
});

test('when somebody is asked in by those who lead, no place in line is made up', async () => {
  await fatima({ chairs: full, line, policy: 'facilitator' }, { ...quietOwn, request: 'r3' });
  await expect.element(text(words.thenChosen)).toBeVisible();
  expect(text(words.before(2)).elements()).toEqual([]);
});

test('called, her phone is one thing only: the chair, and whether she takes it', async () => {
  const vibrate = vi.fn(() => true);
  Object.defineProperty(navigator, 'vibrate', { value: vibrate, configurable: true });
  const { said, told, becomes } = await fatima({ chairs: full, line, cards: true }, { ...quietOwn, request: 'r3' });
  await becomes({ chairs: held, line: {}, cards: true }, { ...quietOwn, request: 'r3' });
  await expect.poll(() => document.activeElement?.textContent).toBe(words.called);
  expect(told).toContain(words.called);
  expect(vibrate).toHaveBeenCalledWith([200, 100, 200]);
  await expect.element(page.getByRole('img', { name: words.heldFor(24) })).toBeVisible();
  expect(page.getByRole('button').elements()).toHaveLength(2);
  await button(words.sit).click();
  await button(words.letPass).click();
  expect(said).toEqual([
    ['sit', {}],
    ['letPass', {}]
  ]);
});

test('what she was typing is still there after a chair came and went', async () => {
  const { becomes } = await fatima({ cards: true }, { ...quietOwn });
  await page.getByRole('textbox').fill('Bees');
  await becomes({ chairs: held }, { ...quietOwn, request: 'r3' });
  await expect.element(text(words.called)).toBeVisible();
  await becomes({ chairs: full }, { ...quietOwn, missed: 'ended' });
  await expect.element(text(words.lapsed)).toBeVisible();
  await expect.element(page.getByRole('textbox')).toHaveValue('Bees');
});

test('in the circle there is nothing to do but step out, and the nudge is a quiet line', async () => {
  const mine = { ...quietOwn, sits: 'c2', turns: 1 };
  const { said, told, becomes } = await fatima({ chairs: full, cards: true }, mine);
  expect(page.getByRole('button').elements()).toHaveLength(1);
  expect(text(words.card).elements()).toEqual([]);
  expect(text(words.nudged).elements()).toEqual([]);
  await becomes({ chairs: full }, { ...mine, nudged: NOW });
  await expect.element(text(words.nudged)).toBeVisible();
  expect(told).toEqual([words.nudged]);
  await button(words.stepOut).click();
  expect(said).toEqual([['stepOut', {}]]);
  await becomes({ chairs: chairsOf('Ana', null) }, { ...quietOwn, turns: 1 });
  await expect.element(text(words.steppedOut)).toBeVisible();
  await expect.element(button(words.comeInAgain)).toBeVisible();
});

test('whoever stands behind her chair is told to her, and the first behind a chair may tap', async () => {
  const chairs = { ...full, c2: { ...taken(2, 'Fatima'), behind: 1 } };
  const { said, becomes } = await fatima({ form: 'samoan', chairs }, { ...quietOwn, sits: 'c2', turns: 1 });
  await expect.element(text(words.someBehind(1))).toBeVisible();
  const line = { r1: { rank: 1, chair: 'c1' }, r2: { rank: 2, chair: 'c1' } };
  await becomes({ form: 'samoan', chairs, line }, { ...quietOwn, request: 'r2', chair: 'c1' });
  await expect.element(text(words.standBehind('Ana'))).toBeVisible();
  expect(button(words.tapIn).elements()).toEqual([]);
  await becomes({ form: 'samoan', chairs, line: { r2: line.r2 } }, { ...quietOwn, request: 'r2', chair: 'c1' });
  await button(words.tapIn).click();
  expect(said).toEqual([['tapIn', {}]]);
});

test('a closed fishbowl tells her group and when it talks', async () => {
  const { becomes } = await fatima(
    { form: 'closed', asking: false, group: { now: 1, of: 4 } },
    { ...quietOwn, group: 3 }
  );
  await expect.element(text(`${words.group(3)} ${words.groupSoon(2)}`)).toBeVisible();
  await becomes({ form: 'closed', asking: false, group: { now: 3, of: 4 } }, { ...quietOwn, group: 3 });
  await expect.element(page.getByRole('heading', { name: words.groupTalks })).toBeVisible();
});

test('a silent card is sent, followed, and taken back', async () => {
  const { said, told, becomes } = await fatima({ form: 'ux', stage: 'asking', cards: true });
  await page.getByLabelText(words.cardLabel).fill('Who pays for the roof?');
  await button(words.cardSend).click();
  await expect.poll(() => told).toContain(words.cardSent);
  const cards = { k1: { card: 'Who pays for the roof?', state: 'waiting' as const } };
  await becomes({ form: 'ux', stage: 'asking', cards: true }, { ...quietOwn, cards });
  await expect.element(text(words.cardStates.waiting)).toBeVisible();
  expect(page.getByLabelText(words.cardLabel).elements()).toEqual([]);
  await button(words.takeBackCard('Who pays for the roof?')).click();
  await button(words.cardAnother).click();
  await expect.element(page.getByLabelText(words.cardLabel)).toHaveValue('');
  expect(said).toEqual([
    ['sendCard', { card: 'Who pays for the roof?' }],
    ['takeBackCard', { card: 'k1' }]
  ]);
});

test('a card that is too long cannot be sent, and says by how much', async () => {
  await fatima({ form: 'ux', stage: 'asking', cards: true });
  await page.getByLabelText(words.cardLabel).fill('a'.repeat(243));
  await expect.element(text(fields.tooLong(3)).first()).toBeVisible();
  await expect.element(button(words.cardSend)).toBeDisabled();
});

test('a refusal is a sentence, shown and spoken, and nothing typed is lost', async () => {
  const { answer, told } = await fatima();
  answer({ refused: 'nobody-comes-in-now' });
  await page.getByRole('textbox').fill('Bees');
  await button(words.comeIn).click();
  const sentence = all.refusals['nobody-comes-in-now'];
  await expect.element(text(sentence)).toBeVisible();
  expect(told).toEqual([sentence]);
  await expect.element(page.getByRole('textbox')).toHaveValue('Bees');
});

test('at L3 she agrees to be named, or does not', async () => {
  const { said } = await fatima({ exposure: 'L3' });
  await page.getByRole('switch', { name: words.consent }).click();
  expect(said).toEqual([['consent', { named: true }]]);
});

test('what was noted of her is there to read', async () => {
  await fatima({ chairs: full }, { ...quietOwn, turns: 1, said: { n1: noted } });
  await page.getByText(words.said).click();
  await expect.element(page.getByRole('textbox')).toHaveValue('Repair cafés');
});

test('a scribe writes under whoever has the floor, and finds the words again after being called', async () => {
  const branches = { b1: { order: 1, speaker: { name: 'Ana', number: 1 } } };
  const channelViews = { scribes: { question: 'What now?', outline: { branches, notes: { n1: noted }, holds: 'b1' } } };
  const mine = { ...quietOwn, scribe: true };
  const { becomes, said } = await fatima({ chairs: full }, mine, channelViews);
  await button(words.write).click();
  await expect.element(page.getByRole('heading', { name: 'Ana' })).toBeVisible();
  expect(button(words.comeIn).elements()).toEqual([]);
  await page.getByRole('textbox').fill('Repair cafés, and bees');
  await becomes({ chairs: held }, { ...mine, request: 'r3' });
  await expect.element(text(words.called)).toBeVisible();
  await becomes({ chairs: full }, mine);
  await expect.element(page.getByRole('textbox')).toHaveValue('Repair cafés, and bees');
  await expect.poll(() => said.map(([command]) => command)).toContain('write');
  await button(words.back).click();
  await expect.element(button(words.comeIn)).toBeVisible();
});

test.each([
  ['ready', words.ready],
  ['last-words', words.lastWords],
  ['closed', words.closed]
] as const)('%s: there is nothing to press, and the phone asks her to look up', async (stage, sentence) => {
  await fatima({ stage, asking: false });
  await expect.element(page.getByRole('heading', { name: sentence })).toBeVisible();
  expect(page.getByRole('button').elements()).toEqual([]);
});

test('each of these fits a small phone without scrolling', async () => {
  const { becomes } = await fatima({ exposure: 'L3', cards: true, chairs: full });
  // What the page around it takes: its heading and its edges.
  const ROOM = 640 - 50 - 24;
  const high = () => document.querySelector('section.fishbowl')?.scrollHeight ?? Infinity;
  document.body.style.padding = '0 32px';
  expect(high()).toBeLessThanOrEqual(ROOM);
  await becomes({ chairs: held }, { ...quietOwn, request: 'r3' });
  await expect.element(text(words.called)).toBeVisible();
  expect(high()).toBeLessThanOrEqual(ROOM);
  await becomes(
    { chairs: full, line, cards: true },
    { ...quietOwn, request: 'r3', missed: 'once', why: 'a '.repeat(29) }
  );
  await expect.element(text(words.missedOnce)).toBeVisible();
  expect(high()).toBeLessThanOrEqual(ROOM);
  document.body.style.padding = '';
});

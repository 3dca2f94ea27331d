import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { CONVERSIONS } from '../../../tests/support/ime-conversions.ts';
import { live } from '../../../tests/support/surfaces.ts';
import { fields } from '#words/en/fields.ts';
import '../../app.css';
import type { Answer } from '#wire/messages.ts';
import type { AnonymousBallot } from '../surface-types.ts';
import Phone from './Phone.svelte';
import { quietAll, quietLine, quietOwn } from './testing/views.ts';
import type { AllSeen } from './views/all.ts';
import type { PersonSeen } from './views/person.ts';
import { words as all } from './words.ts';
import { eventually } from '../../../tests/support/until.ts';

const words = all.phone;
const KEY = 's1.1.1';
const where = { statement: 's1', version: 1, round: 1 };
const open: AllSeen = { ...quietAll, now: quietLine };
const revealed = { ...quietLine, revealed: true };
const unnamed: AllSeen = { ...open, exposure: 'L0' };

const at = (x: number, more: Partial<PersonSeen> = {}): PersonSeen => ({
  ...quietOwn,
  placements: { [KEY]: { x, via: 'phone' } },
  ...more
});

type Given = { view?: AllSeen; mine?: PersonSeen | null; ballot?: AnonymousBallot | null };

/** Bo's phone, with the commands it sent, the sentences of its live region and the moves it showed. */
async function bo({ view = open, mine = null, ballot = null }: Given = {}) {
  const say = vi.fn<(command: string, input: object) => Promise<Answer>>(() => Promise.resolve({ version: 7 }));
  const tell = vi.fn<(sentence: string) => void>();
  const move = vi.fn<(about: string, x: number) => void>();
  const screen = await render(Phone, { view, mine, say, link: live, ballot, tell, move });
  return { say, tell, move, screen };
}

/** The anonymous ballot of this phone, without a server. */
function pocket(state: AnonymousBallot['state'] = 'ready', points: AnonymousBallot['points'] = {}) {
  return { state, points, open: vi.fn(), place: vi.fn<AnonymousBallot['place']>(() => Promise.resolve()) };
}

const button = (name: string) => page.getByRole('button', { name, exact: false });
const text = (words: string) => page.getByText(words, { exact: false });
const fingerOn = async (x: number) => {
  const slider = page.getByRole('slider').element() as HTMLInputElement;
  slider.value = String(x);
  slider.dispatchEvent(new Event('input', { bubbles: true }));
};

test('nothing but the line is there before Bo has placed himself', async () => {
  await bo();
  await expect.element(button(words.farTowards('On my own'))).toBeVisible();
  for (const name of [words.why, words.say, words.more]) expect(button(name).elements()).toEqual([]);
});

test('Bo gives a reason in one line, hears how much room is left, and takes it back', async () => {
  const { say, tell, screen } = await bo({ mine: at(720) });
  await button(words.why).click();
  const field = page.getByLabelText(words.whyLabel);
  await expect.element(field).toHaveAttribute('enterkeyhint', 'send');
  await field.fill('x'.repeat(125));
  await eventually(() => expect(tell).toHaveBeenCalledExactlyOnceWith(fields.left(15)));
  await field.fill('x'.repeat(140));
  await eventually(() => expect(tell).toHaveBeenLastCalledWith(fields.left(0)));
  await field.fill(' I grew up in a village. ');
  await userEvent.keyboard('{Enter}');
  expect(say).toHaveBeenCalledExactlyOnceWith('giveReason', { ...where, why: 'I grew up in a village.' });
  await eventually(() => expect(tell).toHaveBeenLastCalledWith(words.whySent));

  const reason = { why: 'I grew up in a village.', pinned: false, hidden: true };
  await screen.rerender({ mine: at(720, { reasons: { [KEY]: reason } }) });
  await button(words.whyChange).click();
  await expect.element(page.getByText(words.whyHidden)).toBeVisible();
  await button(words.whyTake).click();
  expect(say).toHaveBeenLastCalledWith('giveReason', { ...where, why: null });
});

test('a reason that is refused stays in the field', async () => {
  const { say } = await bo({ mine: at(720) });
  say.mockResolvedValueOnce({ refused: 'other-round' });
  await button(words.why).click();
  const field = page.getByLabelText(words.whyLabel);
  await field.fill('Because of the garden');
  await button(words.whySend).click();
  await expect.element(text(all.refusals['other-round'])).toBeVisible();
  await expect.element(field).toHaveValue('Because of the garden');
});

test('Bo says that he would say something, and takes his hand down again', async () => {
  const { say, screen } = await bo({ mine: at(720) });
  await expect.element(button(words.say)).toHaveAttribute('aria-pressed', 'false');
  await button(words.say).click();
  expect(say).toHaveBeenLastCalledWith('raiseHand', { ...where, on: true });
  await screen.rerender({ mine: at(720, { hands: { [KEY]: true } }) });
  await expect.element(button(words.say)).toHaveAttribute('aria-pressed', 'true');
  await button(words.say).click();
  expect(say).toHaveBeenLastCalledWith('raiseHand', { ...where, on: false });
});

test('being asked to speak fills the screen, takes the focus, and can be passed', async () => {
  const { say, tell, screen } = await bo({ view: { ...open, now: revealed }, mine: at(720) });
  await screen.rerender({ mine: at(720, { called: KEY }) });
  await expect.poll(() => document.activeElement?.textContent).toContain(words.called);
  expect(tell).toHaveBeenCalledWith(words.called);
  expect(page.getByRole('slider').elements()).toEqual([]);
  await button(words.calledPass).click();
  expect(say).toHaveBeenCalledExactlyOnceWith('passCall', {});
});

test('whoever speaks says so, and afterwards that they have spoken', async () => {
  const { say } = await bo({ view: { ...open, now: revealed }, mine: at(720, { called: KEY }) });
  await button(words.calledSpeak).click();
  await expect.element(text(words.speaking)).toBeVisible();
  expect(say).not.toHaveBeenCalled();
  await button(words.spoken).click();
  expect(say).toHaveBeenCalledExactlyOnceWith('heard', {});
});

test('a finger on the line is seen by others only once the line is revealed', async () => {
  const { move, say, screen } = await bo({ mine: at(300) });
  await fingerOn(400);
  expect(move).not.toHaveBeenCalled();
  await screen.rerender({ view: { ...open, now: revealed } });
  await fingerOn(410);
  await fingerOn(420);
  expect(move.mock.calls).toEqual([
    [KEY, 410],
    [KEY, 420]
  ]);
  expect(say).not.toHaveBeenCalled();
});

test('where places belong to nobody, a place leaves by its ticket and never with Bo’s name', async () => {
  const ballot = pocket();
  const { say, move, screen } = await bo({ view: unnamed, ballot });
  await expect.element(text(words.exposure.L0)).toBeVisible();
  expect(ballot.open).toHaveBeenCalled();
  await button(words.farTowards('On my own')).click();
  await button(words.unsureHint).click();
  await fingerOn(640);
  (page.getByRole('slider').element() as HTMLInputElement).dispatchEvent(new Event('change', { bubbles: true }));
  await eventually(() => expect(ballot.place).toHaveBeenCalledTimes(3));
  expect(ballot.place.mock.calls).toEqual([
    [KEY, { ...where, x: 1000 }],
    [KEY, { ...where, answer: 'unsure' }],
    [KEY, { ...where, x: 640 }]
  ]);
  await screen.rerender({ view: { ...unnamed, now: { ...revealed, way: 'live' } } });
  await fingerOn(700);
  expect(move).not.toHaveBeenCalled();
  expect(say).not.toHaveBeenCalled();
});

test('before its ticket is drawn, a phone without names has nothing to press and no address to send to', async () => {
  const { screen } = await bo({ view: unnamed, ballot: pocket('drawing') });
  await expect.element(text(words.notAlive)).toBeVisible();
  for (const each of page.getByRole('button').elements()) expect(each.matches(':disabled')).toBe(true);
  expect(document.querySelector('form')?.method).toBe('dialog');
  await screen.rerender({ ballot: pocket({ refused: 'ticket-drawn' }) });
  await expect.element(text(all.refusals['ticket-drawn'])).toBeVisible();
});

test('a place without a name is on its way until it was kept among others', async () => {
  const sent = (state: 'sending' | 'kept' | { refused: string }) =>
    pocket('ready', { [KEY]: { point: { ...where, x: 250, why: 'Quiet' }, state } });
  const { screen } = await bo({ view: unnamed, ballot: sent('sending') });
  await expect.element(text(words.together)).toBeVisible();
  await screen.rerender({ ballot: sent('kept') });
  await expect.element(text(words.onlyHere)).toBeVisible();
  await expect.element(button(words.whyChange)).toBeVisible();
  await screen.rerender({ ballot: sent({ refused: 'line-is-locked' }) });
  await expect.element(text(all.refusals['line-is-locked'])).toBeVisible();
  await expect.element(text(words.notPlaced)).toBeVisible();
});

test('a reason that is still on its way goes along when Bo moves', async () => {
  const ballot = pocket('ready', { [KEY]: { point: { ...where, x: 250, why: 'Quiet' }, state: 'sending' } });
  await bo({ view: unnamed, ballot });
  await button(words.farTowards('On my own')).click();
  expect(ballot.place).toHaveBeenCalledExactlyOnceWith(KEY, { ...where, x: 1000, why: 'Quiet' });
});

test('Bo agrees to be named before he answers, and can take it back', async () => {
  const { say, screen } = await bo({ view: { ...open, exposure: 'L3' } });
  const agrees = page.getByRole('switch', { name: words.consent });
  await expect.element(agrees).toHaveAttribute('aria-checked', 'false');
  await agrees.click();
  expect(say).toHaveBeenLastCalledWith('consent', { named: true });
  await screen.rerender({ mine: { ...quietOwn, named: true } });
  await agrees.click();
  expect(say).toHaveBeenLastCalledWith('consent', { named: false });
});

test('Bo proposes a line while none is on, and sees what became of it', async () => {
  const { say, tell, screen } = await bo({ view: { ...quietAll, proposals: true } });
  await page.getByLabelText(words.proposeText).fill('We meet too often');
  await page.getByLabelText(words.proposeA).fill('yes, far too often');
  await page.getByLabelText(words.proposeB).fill('not often enough');
  await button(words.proposeSend).click();
  const proposed = { text: 'We meet too often', poleA: 'yes, far too often', poleB: 'not often enough' };
  expect(say).toHaveBeenCalledExactlyOnceWith('propose', proposed);
  await eventually(() => expect(tell).toHaveBeenCalledWith(words.proposed));
  await expect.element(page.getByLabelText(words.proposeText)).toHaveValue('');
  await screen.rerender({ mine: { ...quietOwn, proposals: { p1: { ...proposed, state: 'accepted' } } } });
  await expect.element(text(words.proposalStates.accepted)).toBeVisible();
});

test('in another round Bo reads where he stood before', async () => {
  const second = { ...revealed, round: 2, emptyAt: [1, 2] };
  await bo({ view: { ...open, now: second }, mine: at(250) });
  await expect.element(text(`${words.placeBefore}: 25 of 100`)).toBeVisible();
  await expect.element(text(words.notPlaced)).toBeVisible();
});

test.each(Object.entries(CONVERSIONS))(
  'Enter that takes a converted word sends no reason, %s',
  async (_told, convert) => {
    const { say } = await bo({ mine: at(720) });
    await button(words.why).click();
    const field = page.getByLabelText(words.whyLabel);
    await field.fill('庭');
    convert(field.element());
    expect(say).not.toHaveBeenCalled();
    await userEvent.keyboard('{Enter}');
    expect(say).toHaveBeenCalledExactlyOnceWith('giveReason', { ...where, why: '庭' });
  }
);

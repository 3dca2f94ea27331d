import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Answer } from '#wire/messages.ts';
import '../../app.css';
import { words as shared } from '#kit/words/exposure.ts';
import { coachWords } from './words/coach.ts';
import { words as area } from '#kit/words/working-area.ts';
import Console from './Console.svelte';
import { quietConsole, quietLine } from './testing/views.ts';
import type { ConsoleSeen } from './views/console.ts';
import { words as all } from './words.ts';

const words = all.console;
type Row = ConsoleSeen['statements'][string];
type Say = (command: string, input: object) => Promise<Answer>;

const { of: _of, ...line } = quietLine;
const row = (statement: string, more: Partial<Row> = {}): Row => ({
  ...line,
  statement,
  order: Number(statement.slice(1)),
  text: `Statement ${statement.slice(1)}`,
  placed: 6,
  unsure: 0,
  passed: 0,
  ...more
});
const revealed = row('s1', { revealed: true });
const view: ConsoleSeen = {
  ...quietConsole,
  statements: { s1: revealed },
  now: 's1',
  counts: { present: 8, placed: 6, unsure: 0, passed: 0 }
};
const guest = (name: string, order: number, via: 'phone' | 'walk-in' = 'phone') => ({
  name,
  order,
  via,
  present: true,
  rehearsed: false
});
const people = { ana: guest('Ana', 1), bo: guest('Bo', 2), gus: guest('Gus', 3, 'walk-in') };
const willing = { 0: 2, 1: 0, 2: 0, 3: 1, 4: 0, unsure: 0 };
const heard = { 0: 0, 1: 0, 2: 0, 3: 2, 4: 0, unsure: 0 };
const hearing = { ...quietConsole.hearing, hands: 3, willing, heard };
const farA = all.board.reasons.from('With others', 'On my own')[0] ?? '';
const middle = all.board.reasons.from('With others', 'On my own')[2] ?? '';

/** A facilitator's console; `say` records its commands. */
async function desk(changes: Partial<ConsoleSeen> = {}, leads = true) {
  const say = vi.fn<Say>(() => Promise.resolve({ version: 9 }));
  const screen = await render(Console, { view: { ...view, ...changes }, people, say, leads });
  return { say, screen };
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const unfold = (title: string) => page.getByRole('heading', { name: title, level: 3 }).click();
const show = (tab: string) => page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();

test('somebody is called from a zone where people would speak, and from no other', async () => {
  const { say } = await desk({ hearing });
  await expect.element(button(words.callFrom(middle))).toBeDisabled();
  await button(words.callFrom(farA)).click();
  expect(say).toHaveBeenCalledExactlyOnceWith('call', { zone: 0 });
});

test('whoever is called was heard, or is let pass', async () => {
  const { say } = await desk({ hearing: { ...hearing, called: { zone: 0, person: null } } });
  await expect.element(page.getByText(words.calling(farA, null))).toBeVisible();
  await button(words.heard).click();
  await button(words.letPass).click();
  const call = { zone: 0, nth: hearing.heard[0] };
  expect(say.mock.calls).toEqual([
    ['heard', call],
    ['passCall', call]
  ]);
});

test('where those who lead may know, they call by name, first who was not heard yet', async () => {
  const asking = {
    bo: { zone: 0 as const, order: 1, heard: true },
    ana: { zone: 0 as const, order: 2, heard: false }
  };
  const { say } = await desk({ exposure: 'L2', hearing: { ...hearing, people: asking } });
  const names = [...document.querySelectorAll('.names button')].map((each) => each.textContent?.trim());
  expect(names).toEqual(['Ana', words.callPerson('Bo', true)]);
  await button('Ana').click();
  expect(say).toHaveBeenCalledExactlyOnceWith('call', { zone: 0, person: 'ana' });
});

test('before the reveal a hand is counted, and nobody is told where it is', async () => {
  await desk({ statements: { s1: row('s1') }, hearing: { ...hearing, willing: null } });
  await expect.element(page.getByText(words.handsHidden, { exact: false })).toBeVisible();
  expect(page.getByRole('button', { name: words.call }).elements()).toEqual([]);
});

test('a reason is pinned, and a rude one hidden until it is allowed again', async () => {
  const reason = {
    why: 'The garden',
    zone: 0,
    round: 1,
    order: 1,
    pinned: false,
    hidden: false,
    person: null
  } as const;
  const { say, screen } = await desk({ reasons: { r1: reason } });
  await show(words.reasons);
  await button(words.pin).click();
  await button(words.hide).click();
  expect(say.mock.calls).toEqual([
    ['pin', { reason: 'r1' }],
    ['hide', { reason: 'r1' }]
  ]);
  await screen.rerender({ view: { ...view, reasons: { r1: { ...reason, hidden: true } } } });
  expect(button(words.pin).elements()).toEqual([]);
  await button(words.unhide).click();
  expect(say).toHaveBeenLastCalledWith('unhide', { reason: 'r1' });
});

test('the coach advises beside the form, stands in nobody’s way, and can be sent away for the evening', async () => {
  const { say } = await desk();
  await show(words.statements);
  await button(words.add).click();
  expect(page.getByText(coachWords.ignore).elements()).toEqual([]);
  await page.getByLabelText(words.text).fill('We should meet more and decide together');
  await expect.element(page.getByText(coachWords.advice['double-barrelled'].says, { exact: false })).toBeVisible();
  await button(words.adviceHide).click();
  expect(page.getByText(coachWords.ignore).elements()).toEqual([]);
  await page.getByLabelText(words.poleA).fill('agree');
  await page.getByLabelText(words.poleB).fill('disagree');
  await page.getByLabelText(words.warmUp).click();
  await button(words.save).click();
  const typed = { text: 'We should meet more and decide together', poleA: 'agree', poleB: 'disagree', warmUp: true };
  expect(say.mock.calls).toEqual([['addStatement', { settings: expect.objectContaining(typed) as object }]]);

  await button(words.add).click();
  await page.getByLabelText(words.text).fill('We eat and drink');
  await expect.element(button(words.adviceShow)).toBeVisible();
  expect(page.getByText(coachWords.ignore).elements()).toEqual([]);
});

test('who sees what can fall and not rise, and says before it does that there is no way back', async () => {
  const { say } = await desk({ exposure: 'L2' });
  await show(area.settings);
  const level = (name: 'L0' | 'L1' | 'L2' | 'L3') =>
    page.getByRole('radio', { name: words.levels[name], exact: false });
  await expect.element(level('L3')).toBeDisabled();
  await expect.element(level('L0')).toBeDisabled();
  await level('L1').click();
  expect(say).not.toHaveBeenCalled();
  await expect.element(page.getByText(words.onlyFalls)).toBeVisible();
  await button(shared.lower).click();
  expect(say).toHaveBeenCalledExactlyOnceWith('setExposure', { to: 'L1' });
});

test('before anybody acted even names can be left out altogether', async () => {
  await desk({ statements: { s1: row('s1', { stage: 'ready', placed: 0 }) }, counts: null, now: null });
  await show(area.settings);
  await expect.element(page.getByRole('radio', { name: words.levels.L0 })).toBeEnabled();
});

test('where places have no names nobody is placed by name, and papers go in five together', async () => {
  const { say } = await desk({ exposure: 'L0', statements: { s1: row('s1') }, drawn: 7 });
  expect(page.getByLabelText(words.who).elements()).toEqual([]);
  await page.getByLabelText(farA).fill('4');
  await expect.element(button(words.papersSend(4))).toBeDisabled();
  await page.getByLabelText(words.passedZone).fill('1');
  await button(words.papersSend(5)).click();
  const points = [{ x: 0 }, { x: 0 }, { x: 0 }, { x: 0 }, { answer: 'pass' }];
  expect(say).toHaveBeenCalledExactlyOnceWith('placePaper', { statement: 's1', version: 1, round: 1, points });
});

test('two rounds are compared, and the way back to the line is always there', async () => {
  const third = { ...revealed, round: 3 };
  const { say, screen } = await desk({ statements: { s1: third } });
  await unfold(words.rounds);
  await page.getByLabelText(words.compareBefore).selectOptions(words.round(2));
  await page.getByRole('button', { name: words.showOnBoard }).first().click();
  expect(say).toHaveBeenCalledExactlyOnceWith('compare', { statement: 's1', rounds: [2, 3] });
  const compared = { rounds: [2, 3] } as unknown as ConsoleSeen['comparison'];
  await screen.rerender({ view: { ...view, statements: { s1: third }, comparison: compared } });
  await expect.element(page.getByText(words.looking.compared([2, 3]))).toBeVisible();
  await button(words.back).click();
  expect(say).toHaveBeenLastCalledWith('closeCompare', {});
});

test('a round that is over is played again, and any moment of it can be looked at here', async () => {
  const { say, screen } = await desk({ statements: { s1: { ...revealed, stage: 'locked' } } });
  await unfold(words.rounds);
  await button(words.showOnBoard).click();
  expect(say).toHaveBeenCalledExactlyOnceWith('replay', { statement: 's1', round: 1 });
  const moves = [
    [1, 100, 0],
    [2, 900, 60_000]
  ];
  const replay = { head: quietLine, round: 1, moves, ms: 60_000, whole: true } as unknown as ConsoleSeen['replay'];
  await screen.rerender({ view: { ...view, replay } });
  const scrubber = page.getByLabelText(words.scrub);
  await expect.element(scrubber).toHaveAttribute('aria-valuetext', words.moment('1:00', '1:00', 2));
  await scrubber.fill('30000');
  await expect.element(scrubber).toHaveAttribute('aria-valuetext', words.moment('0:30', '1:00', 1));
  expect(document.querySelectorAll('.scrub circle')).toHaveLength(1);
});

test('two revealed lines are set against each other', async () => {
  const { say } = await desk({ statements: { s1: revealed, s2: row('s2', { stage: 'locked', revealed: true }) } });
  await unfold(words.rounds);
  await page.getByRole('button', { name: words.showOnBoard }).last().click();
  expect(say).toHaveBeenCalledExactlyOnceWith('cross', { across: 's1', up: 's2' });
});

test('a proposal that is taken up to be changed opens with its words', async () => {
  const proposal = { text: 'We meet too often', poleA: 'far too often', poleB: 'too rarely', order: 1, person: null };
  const { say, screen } = await desk({ proposals: { open: true, waiting: { p1: proposal } } });
  await show(words.statements);
  await unfold(words.proposals);
  await button(words.acceptAndEdit).click();
  expect(say).toHaveBeenCalledExactlyOnceWith('acceptProposal', { proposal: 'p1' });
  const taken = row('s2', { ...proposal, order: 2, stage: 'ready', placed: 0 });
  await screen.rerender({ view: { ...view, statements: { s1: revealed, s2: taken } } });
  await expect.element(page.getByLabelText(words.text)).toHaveValue('We meet too often');
});

test('where the harvest may name people, somebody without a phone is asked here', async () => {
  const { say } = await desk({ exposure: 'L3', statements: { s1: row('s1') } });
  const who = page.getByLabelText(words.who);
  await who.selectOptions('ana');
  expect(page.getByText(words.mayBeNamed).elements()).toEqual([]);
  await who.selectOptions('gus');
  await button(words.yes).click();
  expect(say).toHaveBeenCalledExactlyOnceWith('consent', { named: true, for: 'gus' });
});

test('a helper calls people and takes papers, and changes nothing of the activity', async () => {
  await desk({ hearing }, false);
  await expect.element(button(words.callFrom(farA))).toBeEnabled();
  for (const title of [words.reasons, words.rounds, words.proposals, words.whoSees])
    expect(page.getByRole('heading', { name: title, level: 3 }).elements()).toEqual([]);
  expect(page.getByRole('tab').elements()).toEqual([]);
});

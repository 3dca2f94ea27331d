import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { asWall, barriers, showOn, takeThemeOff, THEMES } from '../../tests/support/surfaces.ts';
import '../app.css';
import Tally from './board/Tally.svelte';
import TallyText from './board/TallyText.svelte';
import VotePanel from './console/VotePanel.svelte';
import VoteForm from './phone/VoteForm.svelte';
import { VOTE_KINDS } from './rules/votes/limits.ts';
import type { AllVoteView, ConsoleVoteView, OwnVoteView } from './rules/votes/views.ts';
import type { Commands } from '#contract/part.ts';
import type { Say } from '#lib/live/typed-commands.ts';
import type { choosing } from './rules/votes/testing/choosing.ts';
import { voteConsole } from './words/vote-console.ts';
import { votePhone } from './words/votes.ts';

const [ISOLATE, END] = [String.fromCodePoint(0x2068), String.fromCodePoint(0x2069)];
const LONG = 'W'.repeat(140);
const labels: Record<string, string> = { a: 'More trees', b: 'سوق محلي للأغذية', c: LONG, d: 'A bench' };
const labelOf = (option: string) => labels[option] ?? option;

const vote: AllVoteView = {
  id: 'v1',
  kind: 'dots',
  dots: 3,
  stack: true,
  most: 5,
  options: Object.keys(labels),
  open: true
};
const mine: OwnVoteView = { vote: 'v1', votes: { a: 2 } };
const total = (sum: number, voters: number, place: number) => ({
  sum,
  voters,
  median: voters ? sum / voters : null,
  place
});
const closed: ConsoleVoteView = {
  ...vote,
  open: false,
  voted: 7,
  of: 9,
  totals: { a: total(4, 4, 2), b: total(7, 5, 1), c: total(4, 4, 2), d: total(0, 0, 4) },
  ties: [['a', 'c']],
  without: ['dana']
};
const running: ConsoleVoteView = { ...closed, open: true, totals: null, ties: null };
const dana = { name: 'Dana', via: 'walk-in', present: true, order: 1, rehearsed: false } as const;
const eli = { ...dana, name: 'Eli', order: 2 };
const people = { dana, eli };
const taken = () => Promise.resolve({ version: 1 });

function hearing(answer: () => Promise<{ version: number } | { refused: string }> = taken) {
  const said: unknown[] = [];
  const say = (command: string, input: object) => {
    said.push([command, input]);
    return answer();
  };
  return { said, say };
}
const widerThan = (width: number) =>
  [...document.querySelectorAll('body *')].filter((each) => each.getBoundingClientRect().right > width + 1);

afterEach(takeThemeOff);

describe.each(THEMES)('by %s', (theme) => {
  test.each(VOTE_KINDS)('a phone can be used by everybody: %s', async (kind) => {
    await showOn(theme, 360, 640);
    await render(VoteForm, { view: { ...vote, kind }, mine, labelOf, say: taken });
    expect(await barriers()).toEqual([]);
    for (const button of document.querySelectorAll('button')) {
      expect(button.getBoundingClientRect().height).toBeGreaterThanOrEqual(48);
      expect(button.getBoundingClientRect().width).toBeGreaterThanOrEqual(48);
    }
    expect(widerThan(360)).toEqual([]);
  });

  test.each(VOTE_KINDS)('a closed vote can be read by everybody: %s', async (kind) => {
    await showOn(theme, 1280, 720);
    const { container } = await render(Tally, { view: { ...closed, kind }, labelOf, wall: true });
    asWall(container);
    expect(await barriers()).toEqual([]);
    expect(widerThan(1280)).toEqual([]);
  });

  test.each([
    ['open', running],
    ['closed', closed],
    ['none', null]
  ])('a console can be used by everybody: %s', async (_, view) => {
    await showOn(theme, 1280, 800);
    await render(VotePanel, { view, count: 9, people, labelOf, say: taken, leads: true });
    for (const fold of document.querySelectorAll('summary')) fold.click();
    await expect.poll(() => document.querySelectorAll('details:not([open])').length).toBe(0);
    expect(await barriers()).toEqual([]);
  });

  test('the text twin can be read by everybody', async () => {
    await showOn(theme, 360, 640);
    await render(TallyText, { view: closed, labelOf });
    expect(await barriers()).toEqual([]);
    expect(widerThan(360)).toEqual([]);
  });
});

describe('a phone', () => {
  test('builds each press on the one before, although the first is still under way', async () => {
    let answer = (_: { version: number }) => {};
    const { said, say } = hearing(() => new Promise((resolve) => (answer = resolve)));
    await render(VoteForm, { view: vote, mine: null, labelOf, say });
    await page.getByRole('button', { name: /^One dot more for .A bench.$/ }).click();
    await page.getByRole('button', { name: /^One dot more for .A bench.$/ }).click();
    expect(said).toEqual([
      ['vote', { vote: 'v1', votes: { d: 1 } }],
      ['vote', { vote: 'v1', votes: { d: 2 } }]
    ]);
    await expect.element(page.getByText('1 dot left')).toBeVisible();
    await expect.element(page.getByText(votePhone.sending)).toBeVisible();
    answer({ version: 1 });
  });

  test('says that no dots are left, and sends nothing', async () => {
    const { said, say } = hearing();
    await render(VoteForm, { view: { ...vote, dots: 2 }, mine, labelOf, say });
    await expect.element(page.getByText('No dots left', { exact: true })).toBeVisible();
    const more = document.querySelectorAll<HTMLButtonElement>('[role=group] button:last-of-type')[3];
    more?.focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(votePhone.noneLeft)).toBeVisible();
    expect(said).toEqual([]);
  });

  test('ticks and unticks by keys', async () => {
    const { said, say } = hearing();
    await render(VoteForm, {
      view: { ...vote, kind: 'approval' },
      mine: { vote: 'v1', votes: { a: 1 } },
      labelOf,
      say
    });
    const first = page.getByRole('checkbox', { name: 'More trees' });
    await expect.element(first).toBeChecked();
    (first.element() as HTMLElement).focus();
    await userEvent.keyboard(' ');
    expect(said).toEqual([['vote', { vote: 'v1', votes: {} }]]);
  });

  test('gives a score of 0, which is another than none', async () => {
    const { said, say } = hearing();
    await render(VoteForm, { view: { ...vote, kind: 'score', options: ['a'] }, mine: null, labelOf, say });
    await page.getByRole('button', { name: '0' }).click();
    expect(said).toEqual([['vote', { vote: 'v1', votes: { a: 0 } }]]);
  });

  test('holds in each button what a phone without JavaScript sends', async () => {
    await render(VoteForm, { view: { ...vote, kind: 'scale', options: ['a', 'd'] }, mine, labelOf, say: taken });
    const values = [...document.querySelectorAll<HTMLButtonElement>('form button')].map(({ name, value }) => [
      name,
      JSON.parse(value)
    ]);
    expect(values).toHaveLength(10);
    expect(values[1]).toEqual(['input', { vote: 'v1', votes: {} }]);
    expect(values[9]).toEqual(['input', { vote: 'v1', votes: { a: 2, d: 5 } }]);
  });

  test('tells a no, and shows what is kept', async () => {
    const { say } = hearing(() => Promise.resolve({ refused: 'another-vote-now' }));
    await render(VoteForm, { view: vote, mine, labelOf, say });
    await page.getByRole('button', { name: /^One dot more for .A bench.$/ }).click();
    await expect.element(page.getByText('That vote is over. Another one is open now.')).toBeVisible();
    await expect.element(page.getByText('1 dot left')).toBeVisible();
  });

  test('does not take marks of an earlier vote for those of this one', async () => {
    await render(VoteForm, { view: { ...vote, id: 'v2' }, mine, labelOf, say: taken });
    await expect.element(page.getByText('3 dots left')).toBeVisible();
    await expect.element(page.getByText(votePhone.notYet)).toBeVisible();
  });

  test('shows once the vote is closed what this person gave', async () => {
    await render(VoteForm, { view: { ...vote, open: false }, mine, labelOf, say: taken });
    await expect.element(page.getByRole('listitem')).toHaveTextContent('More trees: 2 dots');
    expect(document.querySelector('form')).toBeNull();
  });
});

describe('a wall', () => {
  test('shows no total before the vote is closed', async () => {
    await render(Tally, { view: running, labelOf, wall: true });
    await expect.element(page.getByText('7 of 9 have voted')).toBeVisible();
    expect(document.querySelector('li')).toBeNull();
  });

  test('shows the best first, with dots and people, and names who are level', async () => {
    await page.viewport(1280, 720);
    const { container } = await render(Tally, { view: closed, labelOf, wall: true });
    asWall(container);
    const rows = [...document.querySelectorAll('li')].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
    expect(rows[0]).toBe(`1 ${labelOf('b')} 7 dots from 5 people`);
    expect(rows[1]).toBe('=2 More trees 4 dots from 4 people');
    expect(rows[3]).toBe(`${ISOLATE}More trees${END} and ${ISOLATE}${LONG}${END} are level with 4 dots each.`);
    expect(rows[4]).toBe('4 A bench nothing');
  });
});

describe('a console', () => {
  test('opens a vote with the suggested number of dots', async () => {
    const { said, say } = hearing();
    await render(VotePanel, { view: null, count: 9, people, labelOf, say, leads: true });
    await page.getByRole('button', { name: voteConsole.open }).click();
    expect(said).toEqual([['openVote', { kind: 'dots', dots: 3, stack: false }]]);
  });

  test('opens a scale with its steps', async () => {
    const { said, say } = hearing();
    await render(VotePanel, { view: null, count: 9, people, labelOf, say, leads: true });
    await page.getByRole('radio', { name: /^Scale/ }).click();
    await page.getByLabelText(voteConsole.most.scale).fill('7');
    await page.getByRole('button', { name: voteConsole.open }).click();
    expect(said).toEqual([['openVote', { kind: 'scale', most: 7 }]]);
  });

  test('votes for somebody without a phone, and for nobody else when the list changes meanwhile', async () => {
    const { said, say } = hearing();
    const props = { count: 9, people, labelOf, say, leads: false };
    const screen = await render(VotePanel, { ...props, view: { ...running, without: ['dana', 'eli'] } });
    await page.getByText(voteConsole.forWhom).click();
    await page.getByRole('button', { name: /^One dot more for .A bench.$/ }).click();
    await screen.rerender({ view: { ...running, without: ['eli'] } });
    await page.getByRole('button', { name: voteConsole.send }).click();
    expect(said).toEqual([['vote', { votes: { d: 1 }, vote: 'v1', for: 'dana' }]]);
    await expect.element(page.getByText('Voted for Dana.')).toBeInTheDocument();
    await expect.element(page.getByText('3 dots left')).toBeVisible();
  });

  test('offers helpers neither to open nor to close', async () => {
    await render(VotePanel, { view: null, count: 9, people, labelOf, say: taken, leads: false });
    expect(document.querySelector('button')).toBeNull();
  });

  test('closes and opens again, by the say of a method with other commands, too', async () => {
    const { said, say: hear } = hearing();
    const say: Say<Commands<typeof choosing>> = (command, input) => hear(command, input);
    const screen = await render(VotePanel, { view: running, count: 9, people, labelOf, say, leads: true });
    await page.getByRole('button', { name: voteConsole.close }).click();
    await screen.rerender({ view: closed });
    await page.getByRole('button', { name: voteConsole.reopen }).click();
    expect(said).toEqual([
      ['closeVote', {}],
      ['reopenVote', {}]
    ]);
  });
});

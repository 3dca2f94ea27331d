import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Answer } from '#wire/messages.ts';
import '../../app.css';
import Console from './Console.svelte';
import { quietConsole } from './testing/views.ts';
import { words } from './words.ts';
import type { ConsoleSeen } from './views/console.ts';

const row = (order: number, stage: 'ready' | 'open' | 'locked'): ConsoleSeen['statements'][string] => ({
  statement: `s-${order}`,
  version: 1,
  order,
  text: `Statement ${order}`,
  poleA: 'With others',
  poleB: 'On my own',
  middle: null,
  kind: 'continuum',
  way: 'blind',
  stage,
  round: 1,
  emptyAt: [1],
  revealed: false,
  warmUp: false,
  placed: stage === 'ready' ? 0 : 1,
  unsure: 0,
  passed: 0
});

const view: ConsoleSeen = {
  ...quietConsole,
  statements: { 's-1': row(1, 'open'), 's-2': row(2, 'ready') },
  now: 's-1',
  counts: { present: 3, placed: 1, unsure: 0, passed: 0 },
  acted: { ana: 'phone' }
};

const guest = (name: string, order: number, via: 'phone' | 'walk-in') => ({
  name,
  order,
  via,
  present: true,
  rehearsed: false
});
const people = { ana: guest('Ana', 1, 'phone'), bo: guest('Bo', 2, 'walk-in'), chidi: guest('Chidi', 3, 'phone') };

type Say = (command: string, input: object) => Promise<Answer>;
const statements = () => page.getByRole('tab', { name: new RegExp(`^${words.console.statements}`) });
const answering = (answer: Answer) => vi.fn<Say>(() => Promise.resolve(answer));

test('somebody without a phone is placed in two steps, and is the first to be offered', async () => {
  const say = answering({ version: 9 });
  await render(Console, { view, people, say, leads: true });
  const who = page.getByLabelText(words.console.who);
  const [, , , , atTheEnd = ''] = words.console.fifths('With others', 'On my own');
  const offered = [...document.querySelectorAll('select option')].map((option) => option.textContent);
  expect(offered).toEqual([words.console.choose, 'Bo · not yet', 'Chidi · not yet', 'Ana']);
  await who.selectOptions('bo');
  await page.getByRole('button', { name: atTheEnd }).click();
  await expect.element(page.getByText(words.console.placedThem('Bo'))).toBeVisible();
  expect(say).toHaveBeenCalledExactlyOnceWith('place', { statement: 's-1', version: 1, round: 1, for: 'bo', x: 1000 });
});

test('nobody can be placed before they are chosen', async () => {
  await render(Console, { view, people, say: answering({ version: 9 }), leads: true });
  const [far = ''] = words.console.fifths('With others', 'On my own');
  await expect.element(page.getByRole('button', { name: far })).toBeDisabled();
});

test('a no is said beside the statement that was pressed and nowhere else, until it is no longer so', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const props = { view, people, say: answering({ refused: 'already-open' }), leads: true };
  const screen = await render(Console, props);
  await statements().click();
  await page.getByRole('button', { name: words.console.open }).click();
  const alert = page.getByRole('alert');
  await expect.element(alert).toHaveTextContent(words.refusals['already-open']);
  expect(alert.element().closest('li')?.textContent).toContain('Statement 2');
  // A person places themselves; then the line closes.
  vi.setSystemTime(Date.now() + 60_000);
  await screen.rerender({ view: { ...view, counts: { present: 3, placed: 2, unsure: 0, passed: 0 } } });
  await expect.element(alert).toBeVisible();
  await screen.rerender({ view: { ...view, statements: { 's-1': row(1, 'locked'), 's-2': row(2, 'ready') } } });
  await expect.element(alert).not.toBeInTheDocument();
  vi.useRealTimers();
});

test('a new statement is sent as typed, and stays in the form when it is refused', async () => {
  const say = answering({ refused: 'too-many-statements' });
  await render(Console, { view, people, say, leads: true });
  await statements().click();
  await page.getByRole('button', { name: words.console.add }).click();
  await page.getByLabelText(words.console.text).fill('How do you work?');
  await page.getByLabelText(words.console.poleA).fill('Peer to peer');
  await page.getByLabelText(words.console.poleB).fill('Alone');
  await page.getByRole('button', { name: words.console.save }).click();
  await expect.element(page.getByRole('alert')).toHaveTextContent(words.refusals['too-many-statements']);
  await expect.element(page.getByLabelText(words.console.text)).toHaveValue('How do you work?');
  const settings = { text: 'How do you work?', poleA: 'Peer to peer', poleB: 'Alone', middle: null };
  const rest = { kind: 'continuum', way: 'blind', warmUp: false };
  expect(say).toHaveBeenCalledWith('addStatement', { settings: { ...settings, ...rest } });
});

test('a helper places people and is offered no page to turn', async () => {
  await render(Console, { view, people, say: answering({ version: 9 }), leads: false });
  await expect.element(page.getByLabelText(words.console.who)).toBeVisible();
  expect(page.getByRole('button', { name: words.console.reveal }).elements()).toHaveLength(0);
  expect(page.getByRole('button', { name: words.console.add }).elements()).toHaveLength(0);
});

test('an opened form has the focus, and gives it back to what opened it', async () => {
  await render(Console, { view, people, say: answering({ version: 9 }), leads: true });
  await statements().click();
  const add = page.getByRole('button', { name: words.console.add });
  const cancel = page.getByRole('button', { name: words.console.cancel });
  await add.click();
  await expect.element(page.getByLabelText(words.console.text)).toHaveFocus();
  await cancel.click();
  await expect.element(add).toHaveFocus();
  const more = page.getByText(words.console.moreShort).first();
  await more.click();
  await page.getByRole('button', { name: words.console.edit }).first().click();
  await expect.element(page.getByLabelText(words.console.text)).toHaveFocus();
  await cancel.click();
  await expect.element(more).toHaveFocus();
});

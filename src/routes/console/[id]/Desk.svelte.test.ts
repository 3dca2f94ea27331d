import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { quietConsole } from '#methods/spectrogram/testing/views.ts';
import { words as lines } from '#methods/spectrogram/words.ts';
import type { Answer, Doc } from '#wire/messages.ts';
import { steps as spectrogramSteps } from '#methods/spectrogram/words/steps.ts';
import { console as words, refusals } from '#words/index.ts';
import '../../../app.css';
import Desk from './Desk.svelte';

const block = (title: string | null, order: number, method = 'circle') => ({ method, title, order, removed: false });

const MOVED = { activity: 'gathering', command: 'moveBlock' };

const doc = (changes: object = {}): Doc => ({
  gathering: {
    phase: 'open',
    title: 'An evening',
    now: null,
    licence: 'CC0-1.0',
    rehearsal: false,
    edition: null,
    place: null,
    code: '482915',
    blank: false,
    frozen: false,
    textSize: null,
    theme: null,
    pages: { held: false, turn: 0 },
    present: 1,
    people: { bo: { name: 'Bo', via: 'walk-in', present: true, rehearsed: false, order: 1 } },
    agenda: { one: block('Check-in', 1), two: block('Harvest', 2) },
    convenedAt: 0,
    ...changes
  },
  activities: {},
  next: [{ activity: 'gathering', command: 'turnTo', input: { activity: 'one', from: null } }],
  undo: { ...MOVED, step: 7 }
});

type Say = (activity: string, command: string, input: object) => Promise<Answer>;
const nothing = createRawSnippet(() => ({ render: () => '<span></span>' }));

function open(say: Say, shown = doc(), leads = true) {
  const props = { id: 'evening', doc: shown, leads, connected: null, now: () => 0, say };
  return render(Desk, { ...props, thumbnail: nothing, links: nothing, status: nothing });
}
const people = () => page.getByRole('button', { name: words.people.open(1) });
const agreeing = () => vi.fn<Say>(() => Promise.resolve({ version: 2 }));
const TURN = ['gathering', 'turnTo', { activity: 'one', from: null }] as const;

test('the big button does what comes next, and says what that is', async () => {
  const say = agreeing();
  await open(say);
  await page.getByRole('button', { name: /Go on to.*Check-in/ }).click();
  expect(say.mock.calls).toEqual([TURN]);
});

test('a block without a title goes by the name of its method', async () => {
  await open(agreeing(), doc({ agenda: { one: block(null, 1, 'fishbowl'), two: block(null, 2) } }));
  await expect.element(page.getByRole('button', { name: /Go on to.*Fishbowl/ })).toBeVisible();
  await expect.element(page.getByText('circle', { exact: true })).toBeVisible();
});

test('of several steps a person chooses: each has a button, and a key or a clicker chooses none', async () => {
  const say = agreeing();
  const both = [TURN, ['gathering', 'turnTo', { activity: 'two', from: null }]] as const;
  const next = both.map(([activity, command, input]) => ({ activity, command, input }));
  const screen = await open(say, { ...doc(), next });
  const first = page.getByRole('group', { name: words.choose }).getByRole('button', { name: /Check-in/ });
  await userEvent.keyboard(' ');
  expect(say).not.toHaveBeenCalled();
  await expect.element(first).toHaveFocus();
  await page.getByRole('button', { name: /Go on to.*Harvest/ }).click();
  expect(say.mock.calls).toEqual([both[1]]);
  await screen.rerender({ doc: { ...doc(), next: [] } });
  await expect.element(page.getByRole('button', { name: words.steps.end })).toBeVisible();
});

test('the space bar is the big button, but a space in a name is a space', async () => {
  const say = agreeing();
  await open(say);
  await userEvent.keyboard(' ');
  expect(say.mock.calls).toEqual([TURN]);
  await people().click();
  const name = page.getByLabelText(words.people.add);
  await name.click();
  await userEvent.keyboard('b q u');
  await expect.element(name).toHaveValue('b q u');
  expect(say.mock.calls).toEqual([TURN]);
});

test('with single keys switched off a key does nothing, and undo by Ctrl and Z still works', async () => {
  localStorage.setItem('plenary-keys', 'off');
  const say = agreeing();
  await open(say);
  await userEvent.keyboard('b');
  await userEvent.keyboard('{Control>}z{/Control}');
  localStorage.removeItem('plenary-keys');
  expect(say.mock.calls).toEqual([['gathering', 'undo', { step: 7 }]]);
});

test('undo says what it takes back', async () => {
  await open(agreeing());
  await expect.element(page.getByRole('button', { name: words.undo('move block') })).toBeVisible();
});

test('a block moves without dragging', async () => {
  const say = agreeing();
  await open(say);
  await page.getByLabelText(words.show.more('Harvest')).click();
  await page.getByRole('button', { name: words.show.up('Harvest') }).click();
  expect(say.mock.calls).toEqual([['gathering', 'moveBlock', { activity: 'two', to: 0 }]]);
});

test('after a block was removed without a mouse the focus is on adding one, not at the top of the page', async () => {
  const screen = await open(
    vi.fn<Say>(async () => {
      await screen.rerender({ doc: doc({ agenda: { one: block('Check-in', 1) } }) });
      return { version: 2 };
    })
  );
  await page.getByLabelText(words.show.more('Harvest')).click();
  const remove = page.getByRole('button', { name: words.show.remove, exact: true });
  (remove.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('button', { name: words.show.add })).toHaveFocus();
});

test('a new block is asked for what its method needs, and begins with that', async () => {
  const say = agreeing();
  await open(say);
  await page.getByRole('button', { name: words.show.add }).click();
  await page.getByLabelText(words.show.blockTitle).fill('Where we stand');
  await page.getByLabelText(words.show.method).selectOptions(spectrogramSteps.method);
  await expect.element(page.getByText(lines.console.setUp)).toBeVisible();
  await page.getByRole('button', { name: words.show.save, exact: true }).click();
  const block = { title: 'Where we stand', method: 'spectrogram', settings: { statements: [] } };
  expect(say.mock.calls).toEqual([['gathering', 'addBlock', block]]);
});

test('two consoles that go on at once: the second is told, beside the button', async () => {
  await open(vi.fn<Say>(() => Promise.resolve({ refused: 'already-moved-on' })));
  await page.getByRole('button', { name: /Go on to/ }).click();
  await expect.element(page.getByRole('alert')).toHaveTextContent(refusals['already-moved-on']);
});

/** As a finger does it: it goes down, the room goes on, it comes up. */
async function pressAcross(name: RegExp | string, meanwhile: () => Promise<void>): Promise<void> {
  const button = page.getByRole('button', { name }).element();
  button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'touch' }));
  await meanwhile();
  button.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'touch' }));
  button.dispatchEvent(new PointerEvent('click', { bubbles: true, detail: 1, pointerType: 'touch' }));
}

test('a press means what the label said when the finger went down, whatever it says when it comes up', async () => {
  const say = agreeing();
  const screen = await open(say);
  const later = { activity: 'gathering', command: 'turnTo', input: { activity: 'two', from: 'one' } };
  await pressAcross(/Go on to.*Check-in/, async () => {
    await screen.rerender({ doc: { ...doc({ now: 'one' }), next: [later], undo: { ...MOVED, step: 8 } } });
    await expect.element(page.getByRole('button', { name: /Go on to.*Harvest/ })).toBeVisible();
  });
  expect(say.mock.calls).toEqual([TURN]);
  await pressAcross(words.undo('move block'), () =>
    screen.rerender({ doc: { ...doc({ now: 'one' }), next: [later], undo: { ...MOVED, step: 9 } } })
  );
  await pressAcross(words.blank, () => screen.rerender({ doc: doc({ now: 'one', blank: true }) }));
  expect(say.mock.calls.slice(1)).toEqual([
    ['gathering', 'undo', { step: 8 }],
    ['gathering', 'blank', { blank: true }]
  ]);
});

test('a helper is offered to take back the last step of this page, and never that of others', async () => {
  const say = agreeing();
  const shown = { ...doc(), helperUndo: { 'r-page': { ...MOVED, command: 'titleBlock', step: 9 } } };
  const screen = await open(say, shown, false);
  await expect.element(page.getByRole('button', { name: words.nothingToUndo })).toBeVisible();
  await screen.rerender({ device: 'the-device-of-another-one' });
  await expect.element(page.getByRole('button', { name: words.nothingToUndo })).toBeVisible();
  await screen.rerender({ device: 'the-device-of-their-page' });
  await page.getByRole('button', { name: words.undo(words.undone.titleBlock ?? '') }).click();
  expect(say.mock.calls).toEqual([['gathering', 'undo', { step: 9 }]]);
});

test('a key means what the label said when it went down, and a click that nothing began what it says now', async () => {
  const say = agreeing();
  const screen = await open(say);
  const next = page.getByRole('button', { name: /Go on to/ }).element() as HTMLElement;
  next.focus();
  await userEvent.keyboard('{ >}');
  await screen.rerender({ doc: { ...doc({ now: 'one' }), next: [] } });
  await userEvent.keyboard('{/ }');
  expect(say.mock.calls).toEqual([TURN]);
  await screen.rerender({ doc: doc() });
  next.click();
  expect(say.mock.calls).toEqual([TURN, TURN]);
});

test('a sentence about what was pressed is gone when something else comes next', async () => {
  const refused = vi.fn<Say>(() => Promise.resolve({ refused: 'no-such-block' }));
  const screen = await open(refused);
  await page.getByRole('button', { name: /Go on to/ }).click();
  await expect.element(page.getByRole('alert')).toHaveTextContent(refusals['no-such-block']);
  vi.setSystemTime(Date.now() + 60_000);
  await screen.rerender({ doc: { ...doc({ now: 'one' }), next: [] } });
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  vi.useRealTimers();
});

test('a no in what is in hand goes when the room goes on, and one in the list when the list is another', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const shown = (step: object, changes: object = {}): Doc => ({
    ...doc({ now: 'one', ...changes }),
    activities: { one: { method: 'spectrogram', view: { ...quietConsole, statements: {} } } },
    next: [{ activity: 'one', command: 'open', input: step }]
  });
  const screen = await open(
    vi.fn<Say>(() => Promise.resolve({ refused: 'text-too-long' })),
    shown({ statement: 's-1' })
  );
  const alerts = page.getByRole('alert');
  const refuse = async (press: () => Promise<void>) => {
    await press();
    await expect.element(alerts).toHaveTextContent(refusals['text-too-long']);
    vi.setSystemTime(Date.now() + 60_000);
  };
  await refuse(async () => {
    await page.getByText(lines.console.proposals).click();
    await page.getByRole('switch').click();
  });
  await screen.rerender({ doc: shown({ statement: 's-2' }) });
  await expect.element(alerts).not.toBeInTheDocument();

  await refuse(() => page.getByRole('button', { name: words.show.turn(words.show.welcome) }).click());
  await screen.rerender({ doc: shown({ statement: 's-2' }, { agenda: { two: block('Harvest', 2) } }) });
  await expect.element(alerts).not.toBeInTheDocument();
  vi.useRealTimers();
});

test('closing ends joining, so it asks first', async () => {
  const say = agreeing();
  await open(say);
  await page.getByRole('button', { name: words.close, exact: true }).click();
  expect(say).not.toHaveBeenCalled();
  await page.getByRole('button', { name: words.dialogs.closeYes }).click();
  expect(say.mock.calls).toEqual([['gathering', 'close', {}]]);
});

test('a helper can add Rosa without a phone, and turns no page', async () => {
  const say = agreeing();
  await open(say, doc(), false);
  await people().click();
  await page.getByLabelText(words.people.add).fill('Rosa');
  await page.getByRole('button', { name: words.people.addButton, exact: true }).click();
  expect(say.mock.calls).toEqual([['gathering', 'addWalkIn', { name: 'Rosa' }]]);
  expect(page.getByRole('button', { name: /Go on to/ }).elements()).toHaveLength(0);
  expect(page.getByRole('button', { name: words.close, exact: true }).elements()).toHaveLength(0);
});

test('people are listed when they are asked for, and the focus goes back where it was', async () => {
  await open(agreeing());
  await expect.element(page.getByText('Bo', { exact: true })).not.toBeInTheDocument();
  await userEvent.keyboard('p');
  const drawer = page.getByRole('dialog', { name: words.people.title });
  await expect.element(drawer.getByText('Bo', { exact: true })).toBeVisible();
  await expect.element(page.getByLabelText(words.people.add)).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(drawer).not.toBeInTheDocument();
  (people().element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(drawer).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(people()).toHaveFocus();
});

test('what is typed around an opened form never drives the show', async () => {
  const say = agreeing();
  await open(say);
  const more = page.getByText('⋯').first();
  await more.click();
  await page.getByRole('button', { name: words.show.rename }).first().click();
  const field = page.getByLabelText(words.show.blockTitle);
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard(' b');
  await expect.element(field).toHaveValue('Check-in b');
  (field.element() as HTMLElement).blur();
  await userEvent.keyboard(' b');
  expect(say).not.toHaveBeenCalled();
  await page.getByRole('button', { name: words.show.cancel }).click();
  await expect.element(more).toHaveFocus();
});

test('letters meant for a field that somebody else took away press nothing', async () => {
  const say = agreeing();
  const screen = await open(say);
  await page.getByText('⋯').first().click();
  await page.getByRole('button', { name: words.show.rename }).first().click();
  await screen.rerender({ doc: doc({ agenda: { two: block('Harvest', 2) }, now: null }) });
  await expect.element(page.getByLabelText(words.show.blockTitle)).not.toBeInTheDocument();
  await userEvent.keyboard(' ');
  expect(say).not.toHaveBeenCalled();
});

test('a form in a dialog begins in its first field, not on the button that closes it', async () => {
  await open(agreeing());
  await page.getByRole('button', { name: words.show.add }).click();
  await expect.element(page.getByLabelText(words.show.blockTitle)).toHaveFocus();
});

test('a clock that was set is said until somebody has read it, and a record that cannot be written says why', async () => {
  const read = vi.fn();
  const stopped = { ...doc(), stopped: 'history-broken' as const };
  const props = { id: 'evening', doc: stopped, leads: true, connected: null, now: () => 0, say: agreeing() };
  const shown = { ...props, thumbnail: nothing, links: nothing, status: nothing };
  const screen = await render(Desk, { ...shown, clock: { byMs: -7_200_000, read } });
  await expect.element(page.getByText(words.clock(-7_200_000))).toBeVisible();
  await expect.element(page.getByText(refusals['history-broken'], { exact: false })).toBeVisible();
  await expect.element(page.getByRole('link', { name: words.closed.harvest })).toBeVisible();
  await page.getByRole('button', { name: words.clockRead }).click();
  expect(read).toHaveBeenCalledOnce();
  await screen.rerender({ ...shown, clock: null });
  await expect.element(page.getByText(words.clock(-7_200_000))).not.toBeInTheDocument();
});

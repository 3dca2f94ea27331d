import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { Answer } from '#wire/messages.ts';
import { flushSync, mount, unmount } from 'svelte';
import { ConsoleActions } from './console-actions.svelte.ts';

type Inputs = { addMinutes: object; makeScribe: object; movePerson: object; ask: object };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** As a component makes it; `room.chairs` is what a no is about. */
function made(say: () => Promise<Answer>, room = { chairs: 4 }): ConsoleActions<Inputs> {
  let actions: ConsoleActions<Inputs> | undefined;
  const component = () => {
    actions = new ConsoleActions<Inputs>(say, { 'table-full': 'Every chair is taken.' }, () => room.chairs);
    return {};
  };
  const mounted = mount(component, { target: document.body, context: new Map() });
  onTestFinished(() => unmount(mounted));
  if (!actions) throw new Error('not made');
  return actions;
}

test('what was done is said for a while, and not over what comes after it', async () => {
  const actions = made(async () => ({ version: 1 }));
  await actions.at('round')('addMinutes', {}, 'Two minutes more.');
  expect(actions.said).toBe('Two minutes more.');
  vi.advanceTimersByTime(8_000);
  await actions.at('scribes')('makeScribe', {}, 'Bo is a scribe now.');
  vi.advanceTimersByTime(8_000);
  expect(actions.said).toBe('Bo is a scribe now.');
  vi.advanceTimersByTime(8_000);
  expect(actions.said).toBe('');
});

test('a no stands beside what was pressed until something else is pressed', async () => {
  let answer: Answer = { refused: 'table-full' };
  const actions = made(async () => answer);
  expect(await actions.at('grid')('movePerson')).toBe(false);
  vi.advanceTimersByTime(60_000);
  expect([actions.refusalAt('grid'), actions.refusalAt('round'), actions.said]).toEqual([
    'Every chair is taken.',
    null,
    ''
  ]);
  answer = { version: 2 };
  expect(await actions.at('round')('ask')).toBe(true);
  expect(actions.refusalAt('grid')).toBeNull();
});

test('a no goes as soon as it is no longer so; what came with it leaves time to read it', async () => {
  const room = $state({ chairs: 4 });
  const actions = made(async () => ({ refused: 'table-full' }), room);
  const changes = () => {
    room.chairs += 1;
    flushSync();
  };
  await actions.at('grid')('movePerson');
  flushSync();
  vi.advanceTimersByTime(2_000);
  changes();
  expect(actions.refusalAt('grid')).toBeNull();

  const answered = actions.at('grid')('movePerson');
  changes();
  await answered;
  flushSync();
  vi.advanceTimersByTime(3_000);
  expect(actions.refusalAt('grid')).toBe('Every chair is taken.');
  vi.advanceTimersByTime(2_000);
  expect(actions.refusalAt('grid')).toBeNull();
});

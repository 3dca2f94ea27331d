import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { Answer } from '#wire/messages.ts';
import { flushSync, mount, unmount } from 'svelte';
import { Acting } from './console-actions.svelte.ts';

type Inputs = { addMinutes: object; makeScribe: object; movePerson: object; ask: object };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** As a component makes it; `room.chairs` is what a no is about. */
function made(say: () => Promise<Answer>, room = { chairs: 4 }): Acting<Inputs> {
  let acting: Acting<Inputs> | undefined;
  const component = () => {
    acting = new Acting<Inputs>(say, { 'table-full': 'Every chair is taken.' }, () => room.chairs);
    return {};
  };
  const mounted = mount(component, { target: document.body, context: new Map() });
  onTestFinished(() => unmount(mounted));
  if (!acting) throw new Error('not made');
  return acting;
}

test('what was done is said for a while, and not over what comes after it', async () => {
  const acting = made(async () => ({ version: 1 }));
  await acting.at('round')('addMinutes', {}, 'Two minutes more.');
  expect(acting.said).toBe('Two minutes more.');
  vi.advanceTimersByTime(8_000);
  await acting.at('scribes')('makeScribe', {}, 'Bo is a scribe now.');
  vi.advanceTimersByTime(8_000);
  expect(acting.said).toBe('Bo is a scribe now.');
  vi.advanceTimersByTime(8_000);
  expect(acting.said).toBe('');
});

test('a no stands beside what was pressed until something else is pressed', async () => {
  let answer: Answer = { refused: 'table-full' };
  const acting = made(async () => answer);
  expect(await acting.at('grid')('movePerson')).toBe(false);
  vi.advanceTimersByTime(60_000);
  expect([acting.wrong('grid'), acting.wrong('round'), acting.said]).toEqual(['Every chair is taken.', null, '']);
  answer = { version: 2 };
  expect(await acting.at('round')('ask')).toBe(true);
  expect(acting.wrong('grid')).toBeNull();
});

test('a no goes as soon as it is no longer so; what came with it leaves time to read it', async () => {
  const room = $state({ chairs: 4 });
  const acting = made(async () => ({ refused: 'table-full' }), room);
  const changes = () => {
    room.chairs += 1;
    flushSync();
  };
  await acting.at('grid')('movePerson');
  flushSync();
  vi.advanceTimersByTime(2_000);
  changes();
  expect(acting.wrong('grid')).toBeNull();

  const answered = acting.at('grid')('movePerson');
  changes();
  await answered;
  flushSync();
  vi.advanceTimersByTime(3_000);
  expect(acting.wrong('grid')).toBe('Every chair is taken.');
  vi.advanceTimersByTime(2_000);
  expect(acting.wrong('grid')).toBeNull();
});

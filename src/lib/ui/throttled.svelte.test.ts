import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { Throttled } from './throttled.svelte.ts';

const MINUTE_MS = 60_000;

function paced(everyMs: number) {
  let value = $state('Ana');
  let seen = $state.raw<Throttled<string>>();
  const end = $effect.root(() => {
    seen = new Throttled(
      () => value,
      () => everyMs
    );
  });
  flushSync();
  return {
    end,
    show(next: string) {
      value = next;
      flushSync();
      return seen?.current;
    }
  };
}

test('for those who asked for less motion the next picture waits its time', () => {
  const { show, end } = paced(MINUTE_MS);
  expect(show('Bo')).toBe('Ana');
  expect(show('Chidi')).toBe('Ana');
  end();
});

test('for everybody else it is there at once', () => {
  const { show, end } = paced(0);
  expect(show('Bo')).toBe('Bo');
  end();
});

test('what waited is the latest, once its time has come', async () => {
  const { show, end } = paced(30);
  show('Bo');
  await expect.poll(() => show('Chidi')).toBe('Chidi');
  end();
});

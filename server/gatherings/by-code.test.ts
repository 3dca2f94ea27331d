import { expect, test } from 'vitest';
import { findByCode } from './by-code.ts';

const TEA = 'teateateate9x2m8';
const opens = (code: string) => (code === '482915' ? TEA : null);

/** A clock that a pause moves forward at once. */
function clock() {
  let now = 0;
  const waited: number[] = [];
  return { waited, now: () => now, pause: async (ms: number) => (waited.push(ms), (now += ms)) };
}

test('a right code opens after any number of wrong ones from the same network, when its turn comes', async () => {
  const time = clock();
  const codes = findByCode(opens, time);
  for (let guess = 0; guess < 120; guess += 1)
    expect(await codes.find('hall', '000000')).toEqual({ refused: 'no-such-code' });
  time.waited.length = 0;
  expect(await codes.find('hall', '482 915')).toBe(TEA);
  expect(time.waited.map((ms) => Math.round(ms / 1000))).toEqual([5]);
});

/** How often bots are told that a code is wrong, in three hours in which they never rest. */
async function toldWrong(networks: number): Promise<number> {
  let now = 0;
  let told = 0;
  const codes = findByCode(() => null, { now: () => now, pause: async () => {} });
  for (; now < 3 * 3600_000; now += 60_000)
    for (let network = 0; network < networks; network += 1)
      while (JSON.stringify(await codes.find(`${network}`, '000000')).includes('no-such-code')) told += 1;
  return told;
}

test('in three hours one network guesses 2,220 times, and a hundred together 7,200 times', async () => {
  const waiting = 20 / 5;
  expect(await toldWrong(1)).toBeLessThanOrEqual(60 + 2160 + waiting);
  expect(await toldWrong(100)).toBeLessThanOrEqual(600 + 5400 + 100 * (3 + 9) + waiting * 100);
});

import { expect, test } from 'vitest';
import { ServerClock } from './server-clock.ts';

const HOUR_MS = 3_600_000;

test('a phone that is an hour slow knows the server’s time', () => {
  const clock = new ServerClock();
  clock.hear(1_000, HOUR_MS + 1_050, 1_100);
  expect(clock.now(5_000)).toBe(HOUR_MS + 5_000);
});

test('the quickest answer is believed: a slow one says less', () => {
  const clock = new ServerClock();
  clock.hear(0, 100_020, 40);
  clock.hear(10_000, 114_900, 15_000);
  expect(clock.now(20_000)).toBe(120_000);
});

test('before the server was heard, the phone’s own time has to do', () => {
  expect(new ServerClock().now(7)).toBe(7);
});

test('when a clock was set, what was known before is forgotten at once', () => {
  const clock = new ServerClock();
  clock.hear(0, 100_010, 20);
  clock.hear(10_000, 110_020, 10_040);
  clock.hear(20_000 + HOUR_MS, 120_040, 20_080 + HOUR_MS);
  expect(clock.now(30_000 + HOUR_MS)).toBe(130_000);
});

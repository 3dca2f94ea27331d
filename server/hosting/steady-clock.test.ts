import { afterEach, expect, test, vi } from 'vitest';
import { gathering } from '#gathering/gathering.ts';
import type { AnyMethod } from '#contract/method.ts';
import { minimalMethod } from '../../tests/support/minimal-method.ts';
import { ana, CONVENING, device, firstBlock } from '../../tests/support/test-host.ts';
import { openScheduler } from './scheduler.ts';
import { newId } from '../access/ids.ts';
import { commonClock, createGatheringClock, throughSleep, watchClockJumps } from './steady-clock.ts';
import { openHosts } from './hosted-gatherings.ts';
import { openMemory } from '../log/memory/memory.ts';
import type { Stores } from '../log/stores.ts';

const HOURS_MS = 2 * 3_600_000;
const rules = {
  gathering: gathering({ minimal: minimalMethod as AnyMethod }),
  methods: { minimal: minimalMethod as AnyMethod }
};
const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

/**
 * A node whose wall clock is set by hand, that sleeps when it is told so, and whose timers are real: they stand still
 * in sleep.
 */
async function node(stores: Stores, offMs = 0) {
  const wall = { offMs };
  const slept = { ms: 0 };
  const report = (error: unknown) => expect.fail(String(error));
  const now = () => Date.now() + wall.offMs;
  const ports = { ...stores, now, id: newId, pause: async () => {}, report, merged: () => '', fold: 'x' };
  const steady = () => performance.now() + slept.ms;
  const hosts = openHosts(ports, rules, (_id, host) => openScheduler(host, { rules, report }), { steady });
  const { host } = await hosts.hold('tea');
  ending.push(hosts.close);
  const ask = device(() => host, ana, newId());
  const state = () => host.ledger().activities[firstBlock(host)]?.state as ReturnType<typeof minimalMethod.begin>;
  return {
    wall,
    slept,
    host,
    hosts,
    state,
    ask,
    inBlock: (command: string, input: object) => ask(command, input, firstBlock(host))
  };
}

async function openTimedGathering(stores: Stores, forMs: number) {
  const kitchen = await node(stores);
  await kitchen.ask('convene', CONVENING);
  await kitchen.ask('addBlock', { method: 'minimal', title: 'Minimal', settings: {} });
  await kitchen.inBlock('set', { until: kitchen.host.now() + forMs });
  return kitchen;
}

test('a round ends when its time has gone by, though the clock was set back by two hours meanwhile', async () => {
  const { wall, state, inBlock, host } = await openTimedGathering(openMemory(), 300);
  wall.offMs = -HOURS_MS;
  await inBlock('number', { numbers: [1] });
  const before = host.now();
  await expect.poll(() => state().rung).toBe(1);
  expect(host.now()).toBeGreaterThanOrEqual(before);
});

test('a round does not end because the clock was set forward', async () => {
  const { wall, state, inBlock } = await openTimedGathering(openMemory(), 60_000);
  wall.offMs = HOURS_MS;
  await inBlock('number', { numbers: [1] });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(state().rung).toBe(0);
});

test('a round whose end passed while the machine slept ends when it wakes, and one that is longer by as much sooner', async () => {
  const [short, long] = [
    await openTimedGathering(openMemory(), 60_000),
    await openTimedGathering(openMemory(), HOURS_MS)
  ];
  for (const { wall, slept } of [short, long]) wall.offMs = slept.ms = 300_000;
  await expect.poll(() => short.state().rung).toBe(1);
  expect(long.state().rung).toBe(0);
  const left = (long.state().until ?? 0) - long.host.now();
  expect(left).toBeLessThanOrEqual(HOURS_MS - 300_000);
});

test('sleep is counted, a setting of the clock or a coarse reading is not', () => {
  let [awake, up] = [5_000, 90_000_000];
  const steady = throughSleep(
    () => awake,
    () => up
  );
  const pass = (awakeMs: number, upMs: number) => {
    awake += awakeMs;
    up += upMs;
    return steady();
  };
  const began = steady();
  // Some systems tell whole seconds only.
  expect(pass(2_500, 2_000) - began).toBe(2_500);
  expect(pass(2_500, 4_000) - began).toBe(5_000);
  expect(pass(2_000, 302_000) - began).toBeGreaterThanOrEqual(306_000);
  const woken = steady();
  expect(pass(10_000, 10_000) - woken).toBe(10_000);
});

test('a round goes on where it was after a restart with a clock that was set back, or on a node whose clock is behind', async () => {
  const stores = openMemory();
  const first = await openTimedGathering(stores, 400);
  const behind = await node(stores, -HOURS_MS);
  await first.hosts.close();
  await expect.poll(() => behind.state().rung).toBe(1);
});

test('a gathering is never behind its log, and counts on from there', () => {
  let at = 0;
  const time = createGatheringClock(
    () => 1_000,
    () => at
  );
  at = 500;
  expect(time.now()).toBe(1_500);
  time.notBefore(1_200);
  expect(time.now()).toBe(1_500);
  time.notBefore(9_000);
  at = 600;
  expect(time.now()).toBe(9_100);
});

test('nodes that read the same clock agree, whatever their own ones say', () => {
  expect([commonClock(5_000, () => 70)(), commonClock(5_000, () => 9_999)()]).toEqual([5_000, 5_000]);
});

test('a clock that was set by more than a minute is told once, one that drifts is not', () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  ending.push(() => vi.useRealTimers());
  const told: number[] = [];
  let [wall, steady] = [0, 0];
  ending.push(
    watchClockJumps(
      (byMs) => told.push(byMs),
      () => wall,
      () => steady
    )
  );
  const pass = (wallMs: number) => {
    wall += wallMs;
    steady += 2_000;
    vi.advanceTimersByTime(2_000);
  };
  for (const drift of [0, 30_000, 30_000, -59_000]) pass(2_000 + drift);
  expect(told).toEqual([]);
  pass(2_000 - HOURS_MS);
  pass(2_000);
  pass(2_000 + 61_000);
  pass(2_000);
  expect(told).toEqual([-HOURS_MS, 61_000]);
});

import { beforeEach, expect, test } from 'vitest';
import { openMemory } from '#server/log/memory/memory.ts';
import { ana, CONVENING, countedPorts, device, open, phone } from '../../tests/support/test-host.ts';
import type { Host } from './host.ts';
import { keptUntil } from './periods.ts';

const DAY_MS = 86_400_000;

let host: Host;
let now: number;
let leads: ReturnType<typeof device>;
let bo: ReturnType<typeof device>;

beforeEach(async () => {
  now = 1_700_000_000_000;
  const stores = openMemory();
  host = await open(stores, { ...countedPorts(stores), now: () => (now += 7) });
  leads = device(() => host, ana);
  bo = device(() => host, phone('bo'));
});

const until = () => keptUntil(host.ledger().gathering);
const convene = (more: object = {}) => leads('convene', { ...CONVENING, ...more });
const join = () => bo('join', { name: null, rehearsed: false });
const publish = (after: number) => leads('publish', { edition: 'tea', title: 'Tea', summary: null, held: null, after });

test('CO10 it is kept for 90 days after closing where nothing else was chosen, and for ever while it is open', async () => {
  await convene();
  expect(until()).toBeNull();
  await leads('close', {});
  expect(until()).toBe((host.ledger().gathering.closedAt ?? 0) + 90 * DAY_MS);
  await leads('reopen', {});
  expect(until()).toBeNull();
});

test('CO10 each edition that those who lead publish moves the day, and one that leaves out words by itself does not', async () => {
  await convene({ keptDays: 10 });
  await join();
  await leads('close', {});
  now += 5 * DAY_MS;
  await publish(0);
  const first = until() ?? 0;
  expect(first).toBe(now + 10 * DAY_MS);
  now += 5 * DAY_MS;
  await bo('erase', {});
  expect(host.ledger().gathering.editions).toBe(2);
  expect(until()).toBe(first);
  await publish(2);
  expect(until()).toBe(now + 10 * DAY_MS);
});

test('CO10 it is never gone before corrections end', async () => {
  await convene({ keptDays: 7, correctionDays: 30 });
  await leads('close', {});
  expect(until()).toBe((host.ledger().gathering.closedAt ?? 0) + 30 * DAY_MS);
});

test('CO10 once a person has joined it becomes shorter, and longer only by taking that back', async () => {
  await convene();
  const set = (keptDays: number) => leads('setPeriods', { correctionDays: 7, keptDays });
  expect(await set(6)).toMatchObject({ refused: 'not-understood' });
  expect(await set(3651)).toMatchObject({ refused: 'not-understood' });
  expect(await set(365)).toHaveProperty('version');
  await join();
  expect(await set(366)).toEqual({ refused: 'kept-no-longer' });
  expect(await set(30)).toHaveProperty('version');
  await leads('undo', { step: host.ledger().taken });
  expect(host.ledger().gathering.keptDays).toBe(365);
});

test('CO10 nothing goes at once because a number was changed', async () => {
  await convene();
  await leads('close', {});
  now += 20 * DAY_MS;
  expect(await leads('setPeriods', { correctionDays: 7, keptDays: 10 })).toEqual({ refused: 'gone-at-once' });
  expect(await leads('setPeriods', { correctionDays: 7, keptDays: 21 })).toHaveProperty('version');
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gathering } from '#gathering/gathering.ts';
import { stillPorts } from '../../tests/support/host-ports.ts';
import { openHosts } from './hosted-gatherings.ts';
import { openMemory } from '../log/memory/memory.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const IDLE_MS = 1000;
const letGo = () => {};

function open() {
  const stores = openMemory();
  const opened: string[] = [];
  const rules = { gathering: gathering({}), methods: {} };
  return {
    log: stores.log,
    opened,
    hosts: openHosts(stillPorts(stores), rules, (id) => (opened.push(id), letGo), { idleMs: IDLE_MS })
  };
}

test('however many come at once, a gathering is hosted once', async () => {
  const { hosts, opened } = open();
  const held = await Promise.all([hosts.hold('tea'), hosts.hold('tea'), hosts.hold('soup')]);
  expect(held[0]?.host).toBe(held[1]?.host);
  expect(opened.sort()).toEqual(['soup', 'tea']);
});

test('a gathering nobody uses is let go after a while, not before, and hosted anew when it is asked for', async () => {
  const { hosts, opened } = open();
  const held = await hosts.hold('tea');
  await vi.advanceTimersByTimeAsync(10 * IDLE_MS);
  expect(hosts.open()).toBe(1);
  held.release();
  held.release();
  await vi.advanceTimersByTimeAsync(IDLE_MS - 1);
  expect(hosts.open()).toBe(1);
  await hosts.with('tea', () => {});
  await vi.advanceTimersByTimeAsync(IDLE_MS - 1);
  expect(hosts.open()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(hosts.open()).toBe(0);
  await hosts.hold('tea');
  expect(opened).toEqual(['tea', 'tea']);
});

test('a store that was away for a moment does not keep a gathering closed', async () => {
  const { hosts, log } = open();
  const { read } = log;
  log.read = () => Promise.reject(new Error('away'));
  await expect(hosts.hold('tea')).rejects.toThrow('away');
  log.read = read;
  expect((await hosts.hold('tea')).host.ledger().version).toBe(0);
});

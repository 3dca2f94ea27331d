import { afterEach, expect, test } from 'vitest';
import { gathering } from '#gathering/gathering.ts';
import { openHost, type Host } from '#gathering/host.ts';
import type { Rules } from '#gathering/ledger.ts';
import type { AnyMethod } from '#methods/method.ts';
import { egg } from '../../tests/support/egg.ts';
import { ana, CONVENING, device, firstBlock } from '../../tests/support/room.ts';
import { freshId } from '../chance.ts';
import { openMemory } from '../log/memory.ts';
import type { Stores } from '../log/stores.ts';
import { keepTime } from './clock.ts';
import { keepWorking } from './work.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

const methods = { egg: egg as AnyMethod };
const rules: Rules = { gathering: gathering(methods), methods };
const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

function throwIt(error: unknown): never {
  throw error;
}

async function node(stores: Stores): Promise<Host> {
  const now = () => Date.now();
  const ports = { ...stores, now, id: freshId, pause: async () => {}, report: throwIt, merged: () => '', fold: 'x' };
  const host = await openHost('kitchen', ports, rules);
  ending.push(() => host.close());
  return host;
}

function attend(host: Host, workshop: Workshop): void {
  ending.push(keepTime(host, { rules, now: () => Date.now(), report: throwIt }));
  ending.push(keepWorking(host, { rules, workshop, report: throwIt }));
}

const here: Workshop = { answer: async (_method, question) => egg.work!.answer(question), close: async () => {} };

async function kitchen(stores: Stores) {
  const host = await node(stores);
  const ask = device(() => host, ana);
  await ask('convene', CONVENING);
  await ask('addBlock', { method: 'egg', title: 'Egg', settings: {} });
  const state = (of: Host = host) => of.ledger().activities[firstBlock(host)]?.state as ReturnType<typeof egg.begin>;
  return { host, state, ask: (command: string, input: object) => ask(command, input, firstBlock(host)) };
}

test('what was asked of the clock happens once, however many nodes keep the time', async () => {
  const stores = openMemory();
  const { host, state, ask } = await kitchen(stores);
  const other = await node(stores);
  attend(host, here);
  attend(other, here);
  await ask('set', { until: Date.now() + 30 });
  await expect.poll(() => [state().rung, state(other).rung]).toEqual([1, 1]);
  await ask('set', { until: Date.now() + 5 });
  await expect.poll(() => state(other).rung).toBe(2);
});

test('what came due while nobody was here happens as soon as somebody is', async () => {
  const stores = openMemory();
  const { state, ask } = await kitchen(stores);
  await ask('set', { until: Date.now() - 60_000 });
  expect(state().rung).toBe(0);
  attend(await node(stores), here);
  await expect.poll(() => state().rung).toBe(1);
});

test('nothing happens by itself in a gathering that has closed, until it is open again', async () => {
  const stores = openMemory();
  const { host, state, ask } = await kitchen(stores);
  const lead = device(() => host, ana, 'device-of-the-closing');
  await ask('set', { until: Date.now() + 20 });
  await lead('close', {});
  attend(host, here);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(state().rung).toBe(0);
  await lead('reopen', {});
  await expect.poll(() => state().rung).toBe(1);
});

test('what takes long is computed beside the loop and comes back as a command', async () => {
  const stores = openMemory();
  const { host, state, ask } = await kitchen(stores);
  attend(host, here);
  attend(await node(stores), here);
  await ask('number', { numbers: [1, 2, 39] });
  await expect.poll(() => state().sum).toBe(42);
  await ask('number', { numbers: [1, 2] });
  await expect.poll(() => state().sum).toBe(3);
});

test('a method that computes nothing is told so, and the workshop works on', async () => {
  const workshop = openWorkshop();
  ending.push(() => workshop.close());
  await expect(workshop.answer('spectrogram', {})).rejects.toThrow('spectrogram computes nothing');
  await expect(workshop.answer('nonsense', {})).rejects.toThrow('nonsense computes nothing');
});

test('whoever waits for an answer when the workshop closes is told that there will be none', async () => {
  const workshop = openWorkshop();
  const asked = workshop.answer('spectrogram', {});
  const told = expect(asked).rejects.toThrow('closed');
  await workshop.close();
  await told;
});

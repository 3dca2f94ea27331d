import { afterEach, expect, test } from 'vitest';
import { gathering } from '#gathering/gathering.ts';
import { openHost, type Host } from '#gathering/host.ts';
import type { Rules } from '#gathering/ledger.ts';
import type { State as Cafe } from '#methods/cafe/state.ts';
import type { State as Fishbowl } from '#methods/fishbowl/state.ts';
import type { AnyMethod } from '#contract/method.ts';
import { minimalMethod } from '../../tests/support/minimal-method.ts';
import {
  ana,
  cafeBlock,
  CONVENING,
  device,
  firstBlock,
  fishbowlBlock,
  phone,
  rules as allRules
} from '../../tests/support/test-host.ts';
import { newId } from '../access/ids.ts';
import { openMemory } from '../log/memory/memory.ts';
import type { Stores } from '../log/stores.ts';
import { openScheduler } from './scheduler.ts';
import { openJobs } from './jobs.ts';
import { openWorkerPool, type WorkerPool } from './worker-pool.ts';

const methods = { minimal: minimalMethod as AnyMethod };
const rules: Rules = { gathering: gathering(methods), methods };
const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

function throwIt(error: unknown): never {
  throw error;
}

async function node(stores: Stores, by: Rules = rules): Promise<Host> {
  const now = () => Date.now();
  const ports = { ...stores, now, id: newId, pause: async () => {}, report: throwIt, merged: () => '', fold: 'x' };
  const host = await openHost('kitchen', ports, by);
  ending.push(() => host.close());
  return host;
}

function attend(host: Host, workers: WorkerPool, by: Rules = rules): void {
  ending.push(openScheduler(host, { rules: by, report: throwIt }));
  ending.push(openJobs(host, { rules: by, workers, report: throwIt }));
}

const here: WorkerPool = {
  answer: async (_method, question) => minimalMethod.work!.answer(question),
  close: async () => {}
};

async function kitchen(stores: Stores) {
  const host = await node(stores);
  const ask = device(() => host, ana);
  await ask('convene', CONVENING);
  await ask('addBlock', { method: 'minimal', title: 'Minimal', settings: {} });
  const state = (of: Host = host) =>
    of.ledger().activities[firstBlock(host)]?.state as ReturnType<typeof minimalMethod.begin>;
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
  const workers = openWorkerPool();
  ending.push(() => workers.close());
  await expect(workers.answer('spectrogram', {})).rejects.toThrow('spectrogram computes nothing');
  await expect(workers.answer('nonsense', {})).rejects.toThrow('nonsense computes nothing');
});

test('whoever waits for an answer when the workshop closes is told that there will be none', async () => {
  const workers = openWorkerPool();
  const asked = workers.answer('spectrogram', {});
  const told = expect(asked).rejects.toThrow('closed');
  await workers.close();
  await told;
});

const tables: WorkerPool = {
  answer: async (method, question) => allRules.methods[method]?.work?.answer(question) ?? {},
  close: async () => {}
};

/** Two nodes that keep the time of one block, and phones on the first node. */
async function twoNodes<State>(block: object, people: readonly string[]) {
  const stores = openMemory();
  const hosts = [await node(stores, allRules), await node(stores, allRules)] as const;
  for (const host of hosts) attend(host, tables, allRules);
  const ask = device(() => hosts[0], ana);
  await ask('convene', CONVENING);
  await ask('addBlock', block);
  const activity = firstBlock(hosts[0]);
  await ask('turnTo', { activity, from: null });
  const phones = new Map<string, ReturnType<typeof device>>();
  const joins = async (person: string) => {
    phones.set(
      person,
      device(() => hosts[0], phone(person))
    );
    await phones.get(person)?.('join', { name: null, rehearsed: false });
  };
  for (const person of people) await joins(person);
  return {
    states: () => hosts.map((host) => host.ledger().activities[activity]?.state as State),
    joins,
    lead: (command: string, input: object = {}) => ask(command, input, activity),
    says: (person: string, command: string, input: object = {}) => phones.get(person)?.(command, input, activity),
    leaves: (person: string) => phones.get(person)?.('leave', {}),
    comesBack: (person: string) => phones.get(person)?.('comeBack', {}),
    removed: (person: string) => ask('remove', { people: [person] }),
    takenBack: () => ask('undo', { step: hosts[0].view('console').undo?.step }),
    times: async (type: string) =>
      (await stores.log.read('kitchen', 0)).flatMap(({ batch }) => batch.events).filter((event) => event.type === type)
        .length
  };
}

test('WC39 whoever waits for a chair has it when somebody leaves: once, on however many nodes', async () => {
  const early = ['ana', 'bo', 'chidi', 'dana', 'eli', 'fatima'];
  const cafe = await twoNodes<Cafe>(cafeBlock({ tables: [{}, {}], seats: 3 }), early);
  await cafe.lead('plan');
  await expect.poll(() => cafe.states()[0]?.draft).toBeTruthy();
  await cafe.lead('seat');
  for (const late of ['gus', 'hana']) {
    await cafe.joins(late);
    await cafe.says(late, 'comeIn');
  }
  expect(cafe.states()[0]?.waits).toEqual({ gus: 1, hana: 2 });
  const chair = cafe.states()[0]?.rounds[1]?.at['bo'];
  await cafe.leaves('bo');
  await expect.poll(() => cafe.states().map((state) => state.rounds[1]?.at['gus'])).toEqual([chair, chair]);
  expect(cafe.states().map(({ waits }) => waits)).toEqual([{ hana: 2 }, { hana: 2 }]);
  expect(await cafe.times('SeatGiven')).toBe(1);
});

test('FB6 whoever comes back to a free chair is called: once, on however many nodes', async () => {
  const bowl = await twoNodes<Fishbowl>(fishbowlBlock({ seats: 2, invited: ['Guest'], policy: 'first-come' }), ['ana']);
  await bowl.lead('turnTo', { stage: 'bowl', from: 'ready' });
  await bowl.says('ana', 'ask', { why: null, chair: null, tag: null });
  await bowl.leaves('ana');
  await expect.poll(async () => bowl.times('HoldReleased')).toBe(1);
  await bowl.comesBack('ana');
  await expect.poll(async () => bowl.times('ChairHeld')).toBe(2);
  const held = () => bowl.states().map(({ chairs }) => Object.values(chairs).filter((chair) => chair.held).length);
  await expect.poll(held).toEqual([1, 1]);
});

test('FB28 who is removed waits no longer, and waits again when that is taken back: once, on however many nodes', async () => {
  const bowl = await twoNodes<Fishbowl>(fishbowlBlock({ seats: 2, policy: 'facilitator' }), ['ana', 'bo']);
  await bowl.lead('turnTo', { stage: 'bowl', from: 'ready' });
  for (const person of ['ana', 'bo']) await bowl.says(person, 'ask', { why: null, chair: null, tag: null });
  const waiting = () => bowl.states().map(({ asked }) => Object.keys(asked).sort());
  await expect.poll(waiting).toEqual([
    ['ana', 'bo'],
    ['ana', 'bo']
  ]);
  await bowl.removed('ana');
  await expect.poll(waiting).toEqual([['bo'], ['bo']]);
  await bowl.takenBack();
  await expect.poll(waiting).toEqual([
    ['ana', 'bo'],
    ['ana', 'bo']
  ]);
  expect([await bowl.times('RequestEnded'), await bowl.times('RequestPutBack')]).toEqual([1, 1]);
});

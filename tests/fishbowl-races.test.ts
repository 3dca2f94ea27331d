import { afterAll, beforeAll, expect, test } from 'vitest';
import { gathering } from '#gathering/gathering.ts';
import { openHost, type Host } from '#gathering/host.ts';
import type { Rules } from '#gathering/ledger.ts';
import { fishbowl } from '#methods/fishbowl/fishbowl.ts';
import type { AllView } from '#methods/fishbowl/views/all.ts';
import type { PersonView } from '#methods/fishbowl/views/person.ts';
import type { AnyMethod } from '#contract/method.ts';
import { openSqlite } from '#server/log/sqlite/sqlite.ts';
import type { Stores } from '#server/log/stores.ts';
import { temporaryFolder } from './support/folders.ts';
import { ana, CONVENING, countedPorts, device, firstBlock, phone } from './support/test-host.ts';

/** I6 where it is hardest: all people ask at once, on a real disk. */
const PEOPLE = 1000;
const SEATS = 5;
const methods = { fishbowl: fishbowl as unknown as AnyMethod };
const rules: Rules = { gathering: gathering(methods), methods };
const names = Array.from({ length: PEOPLE }, (_, index) => `person${index}`);

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let stores: Stores;
let host: Host;
let activity: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  stores = await openSqlite({ data: folder.path });
  host = await openHost('gathering-1', countedPorts(stores), rules);
  const console = device(() => host, ana);
  await console('convene', CONVENING);
  const settings = { question: 'What now?', seats: SEATS, policy: 'first-come' };
  await console('addBlock', { method: 'fishbowl', title: 'Fishbowl', settings });
  activity = firstBlock(host);
  await console('turnTo', { activity, from: null });
  await console('turnTo', { stage: 'bowl', from: 'ready' }, activity);
  await Promise.all([...phones.values()].map((say) => say('join', { name: null, rehearsed: false })));
});

afterAll(async () => {
  await host.close();
  await stores.close();
  await folder.remove();
});

const phones = new Map(names.map((name) => [name, device(() => host, phone(name))]));
const all = () => host.view('all').activities[activity]?.view as unknown as AllView;
const own = (name: string) => host.view(`person:${name}`).activities[activity]?.view as unknown as PersonView | null;
const everybodySays = (command: string, input: object) =>
  Promise.all(names.map(async (name) => phones.get(name)?.(command, input, activity)));

test('I6 a thousand people who ask at once get five chairs and 995 places in the line', async () => {
  const answers = await everybodySays('ask', { why: null, chair: null, tag: null });
  expect(answers.filter((answer) => !answer || !('version' in answer))).toEqual([]);
  const called = Object.values(all().chairs).flatMap(({ called }) => called?.request ?? []);
  expect(new Set(called).size).toBe(SEATS);
  expect(Object.keys(all().line)).toHaveLength(PEOPLE - SEATS);
  const ranks = Object.values(all().line).map(({ rank }) => rank);
  expect(new Set(ranks).size).toBe(PEOPLE - SEATS);
});

test('I6 of a thousand who say at once that they sit down, five do', async () => {
  const answers = await everybodySays('sit', {});
  expect(answers.filter((answer) => answer && 'version' in answer)).toHaveLength(SEATS);
  expect(answers.filter((answer) => answer && 'refused' in answer)).toHaveLength(PEOPLE - SEATS);
  expect(names.filter((name) => own(name)?.sits)).toHaveLength(SEATS);
});

test('FB4 whoever opens the gathering anew finds the same chairs and the same line', async () => {
  const before = all();
  await host.close();
  host = await openHost('gathering-1', { ...countedPorts(stores), fold: 'other-code' }, rules);
  expect(all()).toEqual(before);
});

test('I6 a thousand people who all lose heart at once leave nobody behind', async () => {
  const sitting = names.filter((name) => own(name)?.sits);
  const answers = await everybodySays('withdraw', {});
  expect(answers.filter((answer) => answer && 'refused' in answer)).toHaveLength(sitting.length);
  expect(all().line).toEqual({});
  expect(Object.values(all().chairs).filter(({ sitter }) => sitter !== null)).toHaveLength(SEATS);
});

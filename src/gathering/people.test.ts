import { beforeEach, expect, test } from 'vitest';
import type { GatheringOnBoard, GatheringOnConsole } from './views.ts';
import type { Host } from './host.ts';
import type { GatheringState } from './state.ts';
import type { ConsoleView } from '#methods/spectrogram/views/console.ts';
import { openMemory } from '#server/log/memory/memory.ts';
import { isRefusal, type Actor } from '#contract/method.ts';
import { PRESENT_AT_MOST } from './limits.ts';
import {
  ana,
  CONVENING,
  countedPorts,
  device,
  firstBlock,
  helper,
  open,
  phone,
  rules,
  spectrogramBlock
} from '../../tests/support/test-host.ts';

let host: Host;
let leads: ReturnType<typeof device>;
let helps: ReturnType<typeof device>;

beforeEach(async () => {
  host = await open(openMemory());
  leads = device(() => host, ana);
  helps = device(() => host, helper);
  await leads('convene', CONVENING);
  for (const name of ['bo', 'chidi']) await joins(name);
});

const joins = (name: string, page = '') =>
  device(() => host, phone(name), `joins-${name}${page}`)('join', { name, rehearsed: false });
const onBoard = () => host.view('board').gathering as unknown as GatheringOnBoard;
const onConsole = () => host.view('console').gathering as unknown as GatheringOnConsole;
const undoes = () => leads('undo', { step: host.view('console').undo?.step });
const of = (name: string) => onConsole().people[name];

test('a locked door lets nobody new in, those who were here come back, and helpers add people', async () => {
  expect(await leads('lockDoor', { locked: true })).toHaveProperty('version');
  expect(onBoard()).toMatchObject({ locked: true, present: 2 });
  expect(await joins('mallory')).toEqual({ refused: 'door-locked' });
  await helps('leave', { for: 'bo' });
  expect(await joins('bo', 'again')).toHaveProperty('version');
  expect(await helps('addWalkIn', { name: 'Rosa' })).toHaveProperty('version');
  expect(onBoard().present).toBe(3);
  await undoes();
  expect(await joins('dana')).toHaveProperty('version');
});

test('somebody who was removed may do nothing, until a helper lets them in again', async () => {
  const bo = device(() => host, phone('bo'), 'bos-phone');
  expect(await bo('rename', { name: 'Bohdan' })).toHaveProperty('version');
  expect(await leads('remove', { people: ['bo', 'bo'] })).toHaveProperty('version');
  expect(onBoard().present).toBe(1);
  for (const [command, input] of [
    ['rename', { name: 'Mallory' }],
    ['comeBack', {}],
    ['leave', {}],
    ['join', { name: 'Mallory', rehearsed: false }]
  ] as const)
    expect(await device(() => host, phone('bo'), `tries-${command}`)(command, input)).toEqual({ refused: 'removed' });
  expect(await helps('comeBack', { for: 'bo' })).toHaveProperty('version');
  expect(of('bo')).toEqual(expect.not.objectContaining({ removed: true }));
  expect(await bo('rename', { name: 'Bo' })).toHaveProperty('version');
});

test('removing is taken back as it was, several at once and each as they were', async () => {
  await helps('leave', { for: 'chidi' });
  const before = onConsole().people;
  await leads('remove', { people: ['bo', 'chidi'] });
  expect([of('bo'), of('chidi')]).toMatchObject([{ removed: true }, { removed: true }]);
  await undoes();
  expect(onConsole().people).toEqual(before);
  expect(await leads('remove', { people: ['bo', 'nobody'] })).toEqual({ refused: 'person-unknown' });
  expect(onConsole().people).toEqual(before);
});

test('only those who lead lock, remove and mark', async () => {
  for (const [command, input] of [
    ['lockDoor', { locked: true }],
    ['remove', { people: ['bo'] }],
    ['markDouble', { person: 'bo', of: 'chidi' }]
  ] as const) {
    expect(await helps(command, input)).toEqual({ refused: 'not-yours-to-do' });
    expect(await device(() => host, phone('chidi'), `c-${command}`)(command, input)).toEqual({
      refused: 'not-yours-to-do'
    });
  }
});

test('of somebody who is in twice one entry counts, on the board and in the harvest, until that is taken back', async () => {
  await leads('addBlock', spectrogramBlock());
  const activity = firstBlock(host);
  await leads('turnTo', { activity, from: null });
  const line = () => host.view('console').activities[activity]?.view as unknown as ConsoleView;
  const statement = Object.keys(line().statements)[0] ?? '';
  await leads('open', { statement }, activity);
  for (const [name, x] of [
    ['bo', 100],
    ['chidi', 900]
  ] as const)
    await device(() => host, phone(name), `places-${name}`)('place', { statement, version: 1, round: 1, x }, activity);
  expect(line().counts).toMatchObject({ placed: 2, present: 2 });
  await leads('markDouble', { person: 'chidi', of: 'bo' });
  expect(of('chidi')).toMatchObject({ double: 'bo', present: false });
  expect(line().counts).toMatchObject({ placed: 1, present: 1 });
  expect(await device(() => host, phone('chidi'), 'again')('comeBack', {})).toEqual({ refused: 'marked-double' });
  expect(await leads('markDouble', { person: 'bo', of: 'chidi' })).toEqual({ refused: 'no-double-of-them' });
  expect(await leads('markDouble', { person: 'bo', of: 'bo' })).toEqual({ refused: 'no-double-of-them' });
  await undoes();
  expect(line().counts).toMatchObject({ placed: 2, present: 2 });
});

test('a gathering is full of all who are here, however they came: nobody comes in, comes back or is added', () => {
  const facts = countedPorts(openMemory());
  const { begin, commands, evolve } = rules.gathering;
  const state = begin({}, { at: 0, id: facts.id }) as GatheringState;
  const happens = (type: string, data: object) => evolve[type]?.(state, data as never, 0);
  const answer = (command: string, input: object, by: Actor) =>
    commands[command]?.decide(state, input as never, by, { at: 0, id: facts.id }, { people: state.people });
  happens('Convened', CONVENING);
  for (let order = 0; order <= PRESENT_AT_MOST; order += 1)
    happens('Joined', { person: `p${order}`, name: null, via: order % 2 ? 'phone' : 'walk-in', rehearsed: false });
  happens('Left', { person: 'p0' });
  const tries = [
    ['join', { name: null, rehearsed: false }, phone('new')],
    ['join', { name: null, rehearsed: false }, phone('p0')],
    ['comeBack', {}, phone('p0')],
    ['comeBack', { for: 'p0' }, helper],
    ['addWalkIn', { name: null }, helper]
  ] as const;
  for (const [command, input, by] of tries) expect(answer(command, input, by)).toEqual({ refused: 'full-house' });
  expect(answer('comeBack', {}, phone('p1'))).toEqual([]);
  for (const leaving of ['Left', 'Left', 'Removed']) happens(leaving, { person: 'p2' });
  for (const [command, input, by] of tries)
    expect(answer(command, input, by)).toSatisfy((decision: object) => !isRefusal(decision));
  const here = Object.values(state.people).filter(({ present }) => present);
  expect(state.present).toBe(here.length);
});

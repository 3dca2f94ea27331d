import { expect, test } from 'vitest';
import { AT_ONCE } from '#contract/method.ts';
import { comesIn, opened } from '../testing/meeting.ts';
import { HOLD_MS } from '../limits.ts';

type Room = ReturnType<typeof opened>;
const isBack = (room: Room, person: string) => room.arrive(person);
const rings = (room: Room) => room.rings(0);

/** A ring of two in which bo and chidi sat, and from which bo got up while ana, who waits, was away. */
function awayWhenItCameFree(...set: Parameters<typeof opened>) {
  const room = opened({ seats: 2, ...set[0] });
  comesIn(room, 'bo', 'chidi');
  room.ask('ana');
  room.leave('ana');
  room.by('bo', 'stepOut');
  expect(room.held()).toEqual([null, null]);
  expect(room.wakes()).toBeNull();
  return room;
}

test('FB6 whoever was away when a chair came free is called as soon as they are back', () => {
  const room = awayWhenItCameFree();
  room.later(5_000);
  isBack(room, 'ana');
  expect(room.wakes()).toMatchObject({ at: AT_ONCE, command: 'call' });
  rings(room);
  expect(room.held()).toEqual(['ana', null]);
  expect(room.wakes()).toMatchObject({ at: 5_000 + HOLD_MS, command: 'lapse' });
});

test('FB6 somebody who comes back is called once, however many nodes ring', () => {
  const room = awayWhenItCameFree();
  isBack(room, 'ana');
  const { input } = room.wakes() ?? { input: {} };
  room.clock('call', input);
  expect(room.clock('call', input)).toEqual([]);
  room.by('ana', 'letPass');
  expect(room.clock('call', input)).toEqual([]);
  expect(room.wakes()).toBeNull();
});

test('FB6 of several who come back, whoever is next by the printed rule is called', () => {
  const room = awayWhenItCameFree({ policy: 'first-timers' });
  room.ask('bo');
  room.by('bo', 'withdraw');
  room.ask('dana');
  room.by('dana', 'sit');
  room.ask('bo');
  room.ask('eli');
  for (const person of ['ana', 'bo', 'eli']) room.leave(person);
  room.by('dana', 'stepOut');
  for (const person of ['bo', 'eli']) isBack(room, person);
  rings(room);
  expect(room.held()).toEqual(['eli', null]);
});

test('FB6 nobody who comes back is called where those who lead choose, or after last words', () => {
  for (const change of [
    (room: Room) => room.lead('setPolicy', { policy: 'facilitator' }),
    (room: Room) => room.turnTo('last-words')
  ]) {
    const room = awayWhenItCameFree();
    change(room);
    isBack(room, 'ana');
    expect(room.wakes()).toBeNull();
  }
});

test('FB8 coming back calls nobody once four in a row did not come: somebody has to act', () => {
  const room = opened({ seats: 2 });
  comesIn(room, 'bo', 'chidi');
  for (const person of ['ana', 'dana', 'eli', 'fatima', 'gus']) room.ask(person);
  room.by('bo', 'stepOut');
  for (let missed = 0; missed < 4; missed += 1) room.rings(HOLD_MS);
  room.leave('gus');
  isBack(room, 'gus');
  expect(room.wakes()).toBeNull();
  room.ask('bo');
  expect(room.held()[0]).not.toBeNull();
});

test('FB5 a chair held for somebody who leaves is free at once, for whoever is next, and is not one they missed', () => {
  const room = opened({ seats: 2 });
  comesIn(room, 'bo', 'chidi');
  for (const person of ['ana', 'dana']) room.ask(person);
  room.by('bo', 'stepOut');
  room.leave('ana');
  const { at, command, input } = room.wakes() ?? { at: null, command: '', input: {} };
  expect([at, command]).toEqual([AT_ONCE, 'free']);
  room.clock(command, input);
  expect(room.held()).toEqual(['dana', null]);
  expect(room.clock(command, input)).toEqual([]);
  expect(room.waiting()).toEqual(['ana']);
  expect(room.own('ana')).toMatchObject({ missed: null });
  room.by('dana', 'letPass');
  isBack(room, 'ana');
  rings(room);
  expect(room.held()).toEqual(['ana', null]);
});

test('FB5 whoever left and is back before anybody noticed has their chair', () => {
  const room = opened();
  room.ask('ana');
  room.leave('ana');
  const { input } = room.wakes() ?? { input: {} };
  isBack(room, 'ana');
  expect(room.clock('free', input)).toEqual([]);
  expect(room.held()).toEqual(['ana', null, null]);
});

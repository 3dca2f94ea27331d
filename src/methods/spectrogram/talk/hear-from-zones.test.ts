import { expect, test } from 'vitest';
import { facilitator, helper, phone } from '#contract/testing/given.ts';
import { evening, eveningWith, everybody, HELP, SHARE, sixIn, sixOnTheLine } from '../testing/meeting.ts';
import type { Zone } from '../placement.ts';

type Room = ReturnType<typeof evening>;
const raise = (room: Room, person: string, on = true) =>
  room.when(phone(person), 'raiseHand', { ...room.line(HELP), on });
const call = (room: Room, zone: Zone, person?: string) =>
  room.when(facilitator, 'call', person === undefined ? { zone } : { zone, person });
const called = (room: Room) => Object.keys(everybody).filter((person) => room.own(person)?.called);

/** Ana 50 and Bo 150 in the first fifth, Chidi 250 in the second, all willing, Bo before Ana. */
const talking = (exposure: 'L1' | 'L2' = 'L1') => {
  const room = sixIn(eveningWith({ exposure }));
  for (const person of ['bo', 'ana', 'chidi']) raise(room, person);
  room.lead('reveal', HELP);
  return room;
};

test('SP33 a hand says “I’d say something” on this line and round, from whoever stands on it', () => {
  const room = sixOnTheLine();
  expect(raise(room, 'gus')).toEqual({ refused: 'place-yourself-first' });
  raise(room, 'ana');
  expect(raise(room, 'ana')).toEqual([]);
  expect(Object.keys(room.own('ana')?.hands ?? {})).toHaveLength(1);
  expect(room.console().hearing).toMatchObject({ hands: 1, willing: null, people: null });
  raise(room, 'ana', false);
  expect(room.console().hearing.hands).toBe(0);
  raise(room, 'ana');
  room.lead('anotherRound', HELP);
  expect(room.console().hearing.hands).toBe(0);
});

test('SP33 before the reveal nobody is called from anywhere: a zone tells where somebody stands', () => {
  const room = sixOnTheLine();
  raise(room, 'ana');
  expect(call(room, 0)).toEqual({ refused: 'not-revealed-yet' });
  room.lead('reveal', HELP);
  expect(room.console().hearing.willing).toEqual({ 0: 1, 1: 0, 2: 0, 3: 0, 4: 0, unsure: 0 });
  expect(call(room, 4)).toEqual({ refused: 'nobody-willing-there' });
});

test('SP33 of those who are willing in a zone, whose hand is up longest is called, and then the next', () => {
  const room = talking();
  call(room, 0);
  expect(called(room)).toEqual(['bo']);
  expect(room.own('bo')?.hands).toEqual({});
  call(room, 0);
  expect(called(room)).toEqual(['ana']);
  expect(call(room, 0)).toEqual({ refused: 'nobody-willing-there' });
});

test('SP33 those who were heard least come first', () => {
  const room = talking();
  call(room, 0);
  raise(room, 'bo');
  raise(room, 'ana', false);
  raise(room, 'ana');
  expect(called(room)).toEqual(['bo']);
  call(room, 0);
  expect(called(room)).toEqual(['ana']);
});

test('SP33 whoever is not sure can be called, too, and nobody who left', () => {
  const room = talking();
  room.say('dana', 'unsure');
  raise(room, 'dana');
  room.leave('chidi');
  call(room, 'unsure');
  expect(called(room)).toEqual(['dana']);
  expect(call(room, 1)).toEqual({ refused: 'nobody-willing-there' });
});

test('SP34 at L1 the zone lights up for all, and only the person knows that they are meant', () => {
  const room = talking();
  call(room, 0);
  expect([room.all().called, room.board().called]).toEqual([{ zone: 0 }, { zone: 0 }]);
  expect(room.console().hearing).toMatchObject({ called: { zone: 0, person: null }, people: null });
  expect(call(room, 1, 'chidi')).toEqual({ refused: 'not-at-this-exposure' });
});

test('SP34 from L2 on those who lead see whose hands are up, and may choose', () => {
  const room = talking('L2');
  expect(room.console().hearing.people).toMatchObject({ bo: { zone: 0, order: 1, heard: false }, chidi: { zone: 1 } });
  expect(call(room, 1, 'ana')).toEqual({ refused: 'nobody-willing-there' });
  call(room, 0, 'ana');
  expect(room.console().hearing.called).toEqual({ zone: 0, person: 'ana' });
});

test('SP34 a call ends when it was heard, or passes to nobody and then does not count', () => {
  const room = talking();
  expect(room.when(facilitator, 'heard', {})).toEqual({ refused: 'nobody-called' });
  call(room, 0);
  expect(room.when(phone('ana'), 'passCall', {})).toEqual({ refused: 'not-your-call' });
  room.and(phone('bo'), 'passCall', {});
  expect(room.all().called).toBeNull();
  expect(called(room)).toEqual([]);
  expect(room.console()).toMatchObject({ hearing: { heard: { 0: 0 } }, measures: { zonesHeard: 0 } });
  call(room, 0);
  room.and(helper, 'heard', {});
  expect(room.all().called).toBeNull();
  expect(room.console()).toMatchObject({ hearing: { heard: { 0: 1 } }, measures: { zonesHeard: 1 } });
});

test('SP13 “heard” and “let it pass” are for the call whose name was on the button', () => {
  const room = talking();
  call(room, 0);
  const seen = { zone: 0, nth: 1 };
  room.and(helper, 'heard', seen);
  expect(room.when(facilitator, 'heard', seen)).toEqual({ refused: 'nobody-called' });
  call(room, 1);
  for (const command of ['heard', 'passCall'])
    expect(room.when(facilitator, command, seen)).toEqual({ refused: 'already-moved-on' });
  expect(room.all().called).toEqual({ zone: 1 });
});

test('SP34 participants do not call each other', () => {
  const room = talking();
  expect(room.when(phone('ana'), 'call', { zone: 0 })).toEqual({ refused: 'not-yours-to-do' });
  expect(room.when(facilitator, 'call', { zone: 5 })).toEqual({ refused: 'not-understood' });
});

test('SP34 when another line is on, its zones are dark; taken back, the call is on again', () => {
  const room = talking();
  call(room, 0);
  room.lead('open', SHARE);
  expect([room.all().called, room.board().called, room.console().hearing.called]).toEqual([null, null, null]);
  room.undo();
  expect(room.all().called).toEqual({ zone: 0 });
});

test('SP14 a call, its end and its passing can be taken back', () => {
  const room = talking('L2');
  const views = () => [room.all(), room.board(), room.console(), ...Object.keys(everybody).map(room.own)];
  call(room, 1);
  const before = views();
  for (const [command, input] of [
    ['call', { zone: 0 }],
    ['heard', {}],
    ['passCall', {}]
  ] as const) {
    room.and(facilitator, command, input);
    expect(views()).not.toEqual(before);
    room.undo();
    expect(views()).toEqual(before);
  }
});

test('SP42 what is kept says from how many parts of the line somebody was heard', () => {
  const room = talking();
  const heard = () => room.course().filter(({ code }) => code === 'zones-heard');
  expect(heard()).toEqual([]);
  call(room, 0);
  call(room, 0);
  call(room, 1);
  expect(heard()).toEqual([{ code: 'zones-heard', value: 2, scope: { round: 1 }, aside: true }]);
});

import { expect, test } from 'vitest';
import { facilitator, helper, phone } from '#contract/testing/given.ts';
import { evening, eveningWith, HELP, sixIn, sixOnTheLine } from '../testing/meeting.ts';
import type { Exposure } from '../settings.ts';
import { placementKey } from '../placement.ts';

type Room = ReturnType<typeof evening>;
const say = (room: Room, person: string, why: string | null) =>
  room.when(phone(person), 'giveReason', { ...room.line(HELP), why });
const revealed = (exposure: Exposure = 'L1') => {
  const room = sixIn(eveningWith({ exposure }));
  say(room, 'ana', 'I have lived here for years');
  room.lead('reveal', HELP);
  return room;
};
const only = (room: Room) => Object.entries(room.console().reasons)[0] ?? ['', undefined];
const mark = (room: Room, command: string, reason = only(room)[0]) => room.when(facilitator, command, { reason });

test('SP32 a reason is one line of whoever stands on the line, the last one counts, and it can be taken back', () => {
  const room = sixOnTheLine();
  expect(say(room, 'gus', 'I do not stand anywhere')).toEqual({ refused: 'place-yourself-first' });
  expect(say(room, 'ana', 'x'.repeat(141))).toEqual({ refused: 'not-understood' });
  say(room, 'ana', 'I have lived here for years');
  say(room, 'ana', 'I know everybody');
  const key = placementKey(room.all().now!);
  expect(room.own('ana')?.reasons).toEqual({
    [key]: { why: { text: 'I know everybody' }, pinned: false, hidden: false }
  });
  room.lead('reveal', HELP);
  expect(Object.keys(room.console().reasons)).toHaveLength(1);
  say(room, 'ana', null);
  expect(room.console().reasons).toEqual({});
  expect(say(room, 'ana', null)).toEqual([]);
});

test('SP32 a reason can be given while the line is open and after it closed, and for the round that is on', () => {
  const room = evening();
  const early = { ...room.line(HELP), why: 'Too early' };
  expect(room.when(phone('ana'), 'giveReason', early)).toEqual({ refused: 'not-open-yet' });
  sixIn(room);
  room.lead('lock', HELP);
  expect(say(room, 'ana', 'Said while we talked')).toMatchObject([{ type: 'ReasonGiven' }]);
  const stale = { ...room.line(HELP), why: 'Of the last round' };
  room.lead('anotherRound', HELP);
  expect(room.when(phone('ana'), 'giveReason', stale)).toEqual({ refused: 'other-round' });
});

test('SP32 a helper writes down what somebody without a phone says', () => {
  const room = sixOnTheLine();
  room.and(helper, 'place', { ...room.line(HELP), for: 'gus', x: 500 });
  room.and(helper, 'giveReason', { ...room.line(HELP), for: 'gus', why: 'I ask at the bakery' });
  expect(Object.values(room.own('gus')?.reasons ?? {})).toMatchObject([{ why: { text: 'I ask at the bakery' } }]);
});

test('SP32 before the reveal nobody else reads a reason: it tells where somebody stands', () => {
  const room = sixOnTheLine();
  const [given] = say(room, 'ana', 'I have lived here for years') as { data: { reason: string } }[];
  expect(room.console().reasons).toEqual({});
  expect(mark(room, 'pin', given?.data.reason)).toEqual({ refused: 'not-revealed-yet' });
  room.lead('reveal', HELP);
  expect(only(room)[1]).toMatchObject({ zone: 0, round: 1, pinned: false, hidden: false, person: null });
});

test('SP32 a reason keeps the zone it was given from', () => {
  const room = sixOnTheLine();
  say(room, 'dana', 'From the right');
  room.place('dana', 10);
  room.say('eli', 'unsure');
  say(room, 'eli', 'I cannot tell');
  room.say('fatima', 'pass');
  say(room, 'fatima', 'Not my question');
  room.lead('reveal', HELP);
  expect(Object.values(room.console().reasons).map(({ zone }) => zone)).toEqual([3, 'unsure', 'pass']);
});

test('SP32 those who lead know who said it from L2 on', () => {
  const room = sixIn(eveningWith({ exposure: 'L2' }));
  say(room, 'ana', 'I have lived here for years');
  room.lead('reveal', HELP);
  expect(only(room)[1]).toMatchObject({ person: 'ana' });
});

test('SP32 the board shows what was pinned and not hidden, and the author is told', () => {
  const room = revealed();
  const key = placementKey(room.all().now!);
  expect(room.board().reasons).toEqual({});
  mark(room, 'pin');
  expect(Object.values(room.board().reasons)).toEqual([
    { why: { text: 'I have lived here for years' }, zone: 0, round: 1, order: 1 }
  ]);
  expect(room.own('ana')?.reasons[key]).toMatchObject({ pinned: true, hidden: false });
  mark(room, 'hide');
  expect(room.board().reasons).toEqual({});
  expect(room.own('ana')?.reasons[key]).toMatchObject({ hidden: true });
  expect(mark(room, 'hide')).toEqual({ refused: 'already-so' });
  mark(room, 'unhide');
  expect(Object.keys(room.board().reasons)).toHaveLength(1);
});

test('SP32 words that replace pinned ones are not on the board by themselves', () => {
  const room = revealed();
  const [id] = only(room);
  mark(room, 'pin');
  say(room, 'ana', 'Something else entirely');
  expect(room.board().reasons).toEqual({});
  expect(mark(room, 'unpin', id)).toEqual({ refused: 'reason-unknown' });
});

test('SP32 only those who lead pin and hide, and they can take it back', () => {
  const room = revealed();
  const before = [room.board(), room.console(), room.own('ana')];
  const [reason] = only(room);
  for (const command of ['pin', 'unpin', 'hide', 'unhide'])
    for (const by of [phone('ana'), helper])
      expect(room.when(by, command, { reason })).toEqual({ refused: 'not-yours-to-do' });
  for (const command of ['pin', 'hide']) {
    expect(mark(room, command)).not.toHaveProperty('refused');
    room.undo();
    expect([room.board(), room.console(), room.own('ana')]).toEqual(before);
  }
});

test('SP32 what a facilitator wrote for somebody can be taken back: pinned words come back pinned', () => {
  const room = revealed('L2');
  mark(room, 'pin');
  const before = Object.values(room.board().reasons).map(({ why, zone }) => ({ why, zone }));
  const forAna = { ...room.line(HELP), for: 'ana' };
  room.and(facilitator, 'giveReason', { ...forAna, why: 'By mistake' });
  room.undo();
  expect(Object.values(room.board().reasons)).toMatchObject(before);
  room.and(facilitator, 'giveReason', { ...forAna, why: null });
  expect(room.board().reasons).toEqual({});
  room.undo();
  expect(Object.values(room.board().reasons)).toMatchObject(before);
});

test('SP32 what was pinned is kept, by the part of the line it came from', () => {
  const room = revealed();
  say(room, 'fatima', 'I am new here');
  say(room, 'dana', 'Never pinned');
  for (const [id, { why }] of Object.entries(room.console().reasons))
    if (why.text !== 'Never pinned') mark(room, 'pin', id);
  expect(room.harvest()[0]?.reasons).toEqual([
    { id: expect.any(String) as string, round: 1, from: 'first', why: { text: 'I have lived here for years' } },
    { id: expect.any(String) as string, round: 1, from: 'second', why: { text: 'I am new here' } }
  ]);
  room.arrive('ana', { rehearsed: true });
  expect(room.harvest()[0]?.reasons).toHaveLength(1);
});

test('SP32 reasons that nobody pinned, or that were hidden, stay out of the harvest and are counted', () => {
  const room = sixIn(eveningWith({ exposure: 'L1' }));
  for (const person of ['ana', 'bo', 'chidi', 'dana']) say(room, person, `Said by ${person}`);
  expect(room.unkept()).toEqual({ hidden: 0, waiting: 0 });
  room.lead('reveal', HELP);
  const [pinned, hidden] = Object.keys(room.console().reasons);
  mark(room, 'pin', pinned);
  mark(room, 'hide', hidden);
  room.arrive('dana', { rehearsed: true });
  expect(room.unkept()).toEqual({ hidden: 1, waiting: 1 });
  expect(room.harvest()[0]?.reasons).toHaveLength(1);
});

import { expect, test } from 'vitest';
import { facilitator, helper, phone } from '#contract/testing/given.ts';
import { eveningWith, HELP, statement } from '../testing/meeting.ts';

const PEOPLE = Array.from({ length: 12 }, (_, nth) => `guest${nth}`);
const cast = { ...Object.fromEntries(PEOPLE.map((person) => [person, {}])), gus: { via: 'walk-in' as const } };

const inSight = () => {
  const room = eveningWith({ statements: [statement(HELP, { way: 'live' })] }, cast);
  room.lead('open', HELP);
  return room;
};
const told = (room: ReturnType<typeof inSight>) => Object.keys(room.console().acted);

test('SP25 in sight the console is told how many acted, and no name beside a new dot', () => {
  const room = inSight();
  PEOPLE.slice(0, 7).forEach((person, nth) => {
    room.place(person, nth * 100);
    expect(room.console()).toMatchObject({ acted: {}, counts: { placed: nth + 1 } });
    expect(JSON.stringify(room.console())).not.toMatch(/guest/);
  });
  room.place('guest0', 990);
  room.say('guest1', 'unsure');
  expect(told(room)).toEqual([]);
});

test('SP25 names come together once the line has closed, in an order that tells nothing', () => {
  const room = inSight();
  for (const person of PEOPLE.slice(0, 7).toReversed()) room.place(person, 500);
  room.lead('lock', HELP);
  expect(told(room)).toEqual(PEOPLE.slice(0, 7));
  room.lead('reopen', HELP);
  for (const person of PEOPLE.slice(7, 11)) room.place(person, 100);
  room.lead('lock', HELP);
  expect(told(room)).toEqual(PEOPLE.slice(0, 7));
  room.lead('reopen', HELP);
  room.place('guest11', 100);
  room.lead('lock', HELP);
  expect(told(room)).toHaveLength(12);
});

test('SP25 fewer than five who acted in sight are never told by name', () => {
  const room = inSight();
  for (const person of PEOPLE.slice(0, 4)) room.place(person, 500);
  room.lead('lock', HELP);
  expect(told(room)).toEqual([]);
  expect(room.console().counts).toMatchObject({ placed: 4 });
});

test('SP25 who acted unseen is told at once, and goes on being told while they move in sight', () => {
  const room = eveningWith({}, cast);
  room.lead('open', HELP);
  room.place('guest3', 100);
  room.place('guest1', 200);
  expect(told(room)).toEqual(['guest1', 'guest3']);
  room.lead('reveal', HELP);
  room.place('guest1', 900);
  room.place('guest2', 900);
  expect(told(room)).toEqual(['guest1', 'guest3']);
  room.lead('anotherRound', HELP, { keepPlaces: true });
  room.place('guest3', 700);
  room.place('guest4', 700);
  expect(told(room)).toEqual(['guest1', 'guest3']);
});

test('SP25 whom a helper places is told at once, because it is known already', () => {
  const room = inSight();
  room.and(helper, 'place', { ...room.line(HELP), for: 'gus', x: 400 });
  expect(room.console().acted).toEqual({ gus: 'helper' });
});

test('SP25 in sight no answer tells whether somebody with a phone has acted', () => {
  const room = inSight();
  const asked = (person: string) =>
    [
      ['lift', {}],
      ['place', { x: 500 }],
      ['raiseHand', { on: true }],
      ['raiseHand', { on: false }],
      ['giveReason', { why: 'So' }],
      ['giveReason', { why: null }]
    ].map(([command, more]) =>
      room.when(facilitator, command as string, { ...room.line(HELP), for: person, ...(more as object) })
    );
  const before = asked('guest0');
  room.place('guest0', 500);
  expect(asked('guest0')).toEqual(before);
  expect(before).toEqual(Array(6).fill({ refused: 'their-own-dot' }));
  expect(room.when(phone('guest0'), 'raiseHand', { ...room.line(HELP), on: true })).toMatchObject([
    { type: 'HandRaised' }
  ]);
});

test('SP26 from L2 on names are told as people act', () => {
  const room = eveningWith({ exposure: 'L2', statements: [statement(HELP, { way: 'live' })] }, cast);
  room.lead('open', HELP);
  room.place('guest0', 500);
  expect(told(room)).toEqual(['guest0']);
});

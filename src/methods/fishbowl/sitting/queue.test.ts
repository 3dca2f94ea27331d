import { expect, test } from 'vitest';
import { facilitator } from '#contract/testing/given.ts';
import { circle, comesIn, minutes, opened } from '../testing/meeting.ts';
import { HOLD_MS } from '../limits.ts';

/** A ring of two in which bo and chidi sit and nobody can be called. */
function full(...set: Parameters<typeof circle>) {
  const room = opened({ seats: 2, ...set[0] }, set[1]);
  comesIn(room, 'bo', 'chidi');
  return room;
}

test('FB6 first come: whoever asked first is next', () => {
  const room = full();
  for (const person of ['ana', 'dana', 'eli']) room.ask(person);
  expect(room.waiting()).toEqual(['ana', 'dana', 'eli']);
  expect(room.board()).toMatchObject({ waiting: 3, next: [{ name: { text: 'Ana' } }, { name: { text: 'Dana' } }] });
  room.by('bo', 'stepOut');
  room.ask('bo');
  expect(room.held()).toEqual(['ana', null]);
  expect(room.waiting()).toEqual(['dana', 'eli', 'bo']);
});

test('FB6 first-timers first: whoever has not sat here goes before whoever has', () => {
  const room = full({ policy: 'first-timers' });
  room.by('bo', 'stepOut');
  comesIn(room, 'ana');
  room.ask('bo');
  room.ask('dana');
  expect(room.waiting()).toEqual(['dana', 'bo']);
  expect(Object.values(room.console().line).map(({ person, first }) => [person, first])).toEqual(
    expect.arrayContaining([
      ['bo', false],
      ['dana', true]
    ])
  );
});

test('FB6 balance: the tag that has had the fewest turns is next, and of two that wait each tag goes in turn', () => {
  const room = full({ policy: 'balance', tags: ['city', 'country'] });
  expect(room.all().tags).toHaveLength(2);
  room.by('chidi', 'stepOut');
  room.ask('ana', { tag: 0 });
  room.by('ana', 'sit');
  for (const [person, tag] of [
    ['dana', 0],
    ['eli', 0],
    ['fatima', 1],
    ['gus', 1]
  ] as const)
    room.ask(person, { tag });
  expect(room.waiting()).toEqual(['fatima', 'dana', 'gus', 'eli']);
  expect(room.ask('gus', { tag: 2 })).toEqual({ refused: 'tag-unknown' });
});

test('FB6 where those who lead choose, nobody is called by itself', () => {
  const room = opened({ policy: 'facilitator' });
  room.ask('ana');
  room.ask('bo');
  expect(room.held()).toEqual([null, null, null]);
  room.help('seat', { chair: room.chair(1), person: 'bo' });
  expect(room.waiting()).toEqual(['ana']);
  room.lead('setPolicy', { policy: 'first-come' });
  expect(room.held()).toEqual([null, 'ana', null]);
});

test('FB4 the line never loses anyone who reloads, leaves or comes back: it is read from what happened', () => {
  const room = full();
  for (const person of ['ana', 'dana', 'eli']) room.ask(person);
  const before = room.own('dana');
  room.leave('ana').leave('dana');
  room.by('bo', 'stepOut');
  expect(room.held()).toEqual(['eli', null]);
  room.arrive('dana').arrive('ana');
  expect(room.own('dana')).toEqual(before);
  expect(room.waiting()).toEqual(['ana', 'dana']);
  room.by('eli', 'letPass');
  expect(room.held()).toEqual(['ana', null]);
});

test('FB4 every request ends: seated, withdrawn, lapsed or closed', () => {
  const room = full();
  for (const person of ['ana', 'dana', 'eli', 'fatima']) room.ask(person);
  room.by('dana', 'withdraw');
  room.by('bo', 'stepOut');
  room.by('ana', 'sit');
  room.turnTo('closed');
  const ends = Object.values(room.state.ends).map(({ how, request }) => [request.person, how]);
  expect(ends).toEqual([
    ['bo', 'seated'],
    ['chidi', 'seated'],
    ['dana', 'withdrawn'],
    ['ana', 'seated'],
    ['eli', 'closed'],
    ['fatima', 'closed']
  ]);
  expect(room.own('eli')).toBeNull();
});

test('FB7 letting a chair pass keeps the place in the line, and the next one is called', () => {
  const room = full();
  for (const person of ['ana', 'dana', 'eli']) room.ask(person);
  room.by('bo', 'stepOut');
  room.by('ana', 'letPass');
  expect(room.held()).toEqual(['dana', null]);
  expect(room.waiting()).toEqual(['ana', 'eli']);
  room.by('chidi', 'stepOut');
  expect(room.held()).toEqual(['dana', 'ana']);
});

test('FB7 whoever lets a chair pass when nobody else waits is called to the next one, or when they ask again', () => {
  const room = full();
  room.ask('ana');
  room.by('bo', 'stepOut');
  room.by('ana', 'letPass');
  expect(room.held()).toEqual([null, null]);
  room.ask('dana');
  expect(room.held()).toEqual(['dana', null]);
  room.by('dana', 'withdraw');
  expect(room.held()).toEqual(['ana', null]);
  room.by('ana', 'letPass');
  expect(room.held()).toEqual([null, null]);
  room.ask('ana');
  expect(room.held()).toEqual(['ana', null]);
});

test('FB8 whoever misses a chair goes behind the next one and is told; whoever misses two has to ask again', () => {
  const room = full();
  for (const person of ['ana', 'dana', 'eli']) room.ask(person);
  room.by('bo', 'stepOut');
  room.rings(HOLD_MS);
  expect(room.held()).toEqual(['dana', null]);
  expect(room.waiting()).toEqual(['ana', 'eli']);
  expect(room.own('ana')).toMatchObject({ missed: 'once', request: expect.any(String) });
  room.by('dana', 'sit');
  room.by('chidi', 'stepOut');
  expect(room.held()).toEqual([null, 'ana']);
  room.rings(HOLD_MS);
  expect(room.own('ana')).toMatchObject({ missed: 'ended', request: null });
  expect(room.held()).toEqual([null, 'eli']);
  room.ask('ana');
  expect(room.own('ana')).toMatchObject({ missed: null });
});

test('FB8 a chair waits once more for somebody who is alone in the line', () => {
  const room = opened();
  room.ask('ana');
  room.rings(HOLD_MS);
  expect(room.held()).toEqual(['ana', null, null]);
  room.rings(HOLD_MS);
  expect(room.held()).toEqual([null, null, null]);
  expect(room.own('ana')).toMatchObject({ missed: 'ended' });
});

test('FB8 a lapse that comes early, late or twice changes nothing', () => {
  const room = opened();
  room.ask('ana');
  const { input } = room.wakes() ?? { input: {} };
  expect(room.rings(HOLD_MS - 1)).toEqual([]);
  room.by('ana', 'sit');
  room.later(1);
  expect(room.clock('lapse', input)).toEqual([]);
  expect(room.clock('lapse', { request: 'gone', until: 0 })).toEqual([]);
});

test('FB8 when four in a row do not come nobody else is called until somebody acts: the room may be at lunch', () => {
  const room = full();
  for (const person of ['ana', 'dana', 'eli', 'fatima', 'gus']) room.ask(person);
  room.by('bo', 'stepOut');
  for (let missed = 0; missed < 4; missed += 1) room.rings(HOLD_MS);
  expect(room.held()).toEqual([null, null]);
  expect(room.wakes()).toBeNull();
  expect(room.waiting()).not.toEqual([]);
  room.by('gus', 'withdraw');
  expect(room.held()[0]).not.toBeNull();
});

test('FB17 those who lead take back that the clock let a chair pass: the person is called to it anew', () => {
  const room = full();
  for (const person of ['ana', 'dana', 'eli']) room.ask(person);
  room.by('bo', 'stepOut');
  room.rings(HOLD_MS);
  expect(room.held()).toEqual(['dana', null]);
  room.undo();
  expect(room.own('ana')).toMatchObject({ missed: null });
  room.rings(0);
  expect(room.held()).toEqual(['ana', null]);
  expect(room.waiting()).toEqual(['dana', 'eli']);
  expect(room.wakes()).toMatchObject({ at: 2 * HOLD_MS, command: 'lapse' });
});

test('FB17 a request that ended because two chairs were missed waits again where it waited, if nobody asked anew', () => {
  const room = opened();
  room.ask('ana');
  room.rings(HOLD_MS);
  room.rings(HOLD_MS);
  expect(room.own('ana')).toMatchObject({ missed: 'ended', request: null });
  room.undo();
  expect(room.own('ana')).toMatchObject({ missed: 'once', request: expect.any(String) });
  room.rings(0);
  expect(room.held()).toEqual(['ana', null, null]);

  room.rings(HOLD_MS);
  room.ask('ana', { why: 'Something else' });
  const anew = room.own('ana');
  room.undo();
  expect(room.own('ana')).toEqual(anew);
});

test('FB17 what a person changed in their request stays when the chair they missed is given back', () => {
  const room = full();
  for (const person of ['ana', 'dana']) room.ask(person);
  room.by('bo', 'stepOut');
  room.rings(HOLD_MS);
  room.ask('ana', { why: 'Housing' });
  room.undo();
  expect(room.own('ana')).toMatchObject({ missed: null, why: { text: 'Housing' } });
});

test('FB10 a nudge is private, by the clock after the set time, once in a turn, and only while somebody waits', () => {
  const room = full({ nudgeMinutes: 8 });
  expect(room.wakes()).toBeNull();
  room.later(minutes(9));
  expect(room.wakes()).toBeNull();
  room.ask('ana');
  const due = room.wakes();
  expect(due).toMatchObject({ at: minutes(8), command: 'remind' });
  const walls = JSON.stringify([room.all(), room.board()]);
  room.clock('remind', due?.input ?? {});
  expect(JSON.stringify([room.all(), room.board()])).toBe(walls);
  expect(room.own('bo')).toMatchObject({ nudged: minutes(9) });
  expect(room.own('chidi')).toMatchObject({ nudged: null });
  expect(room.clock('remind', due?.input ?? {})).toEqual([]);
  room.clock('remind', room.wakes()?.input ?? {});
  expect(room.wakes()).toBeNull();
  room.by('bo', 'stepOut');
  expect(room.own('bo')).toMatchObject({ nudged: null });
});

test('FB10 by hand, too, and never when nobody waits', () => {
  const room = full({ nudgeMinutes: null });
  expect(room.help('nudge', { chair: room.chair(1) })).toEqual({ refused: 'nobody-waits' });
  room.ask('ana');
  expect(room.wakes()).toBeNull();
  room.help('nudge', { chair: room.chair(1) });
  expect(room.own('bo')).toMatchObject({ nudged: 0 });
  expect(room.console().nudged).toEqual({ [room.chair(1)]: 0 });
  room.lead('setNudge', { minutes: 5 });
  expect(room.wakes()).toMatchObject({ at: minutes(5), command: 'remind' });
});

test('FB4 nobody asks before it begins or after last words, and in a closed fishbowl nobody has to', () => {
  const room = circle();
  expect(room.ask('ana')).toEqual({ refused: 'not-open-yet' });
  room.turnTo('bowl');
  room.turnTo('last-words');
  expect(room.ask('ana')).toEqual({ refused: 'nobody-comes-in-now' });
  const closed = opened({ form: 'closed' });
  expect(closed.ask('ana')).toEqual({ refused: 'no-requests-in-this-form' });
  expect(room.when(facilitator, 'ask', { why: null, chair: null, tag: null })).toEqual({ refused: 'for-whom' });
});

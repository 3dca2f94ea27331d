import { describe, expect, test } from 'vitest';
import { gini, seatTimes, share, turnover, waitTimes } from './airtime.ts';
import { circle, comesIn, everybody, minutes, opened } from '../testing/meeting.ts';

describe('FB20 the figures', () => {
  test.each([
    [[], null],
    [[5], null],
    [[0, 0], 0],
    [[7, 7, 7, 7], 0],
    [[0, 10], 0.5],
    [[0, 0, 0, 10], 0.75],
    // By hand: 2 (1·1 + 2·2 + 3·3) / (3·6) − 4/3.
    [[3, 1, 2], 2 / 9]
  ])('Gini of %j is %s', (shares, expected) => {
    const found = gini(shares);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(expected, 12);
  });

  test('turnover counts what began in the ten minutes before', () => {
    expect(turnover([0, minutes(1), minutes(5), minutes(11)], minutes(11))).toBe(2);
    expect(turnover([], 0)).toBe(0);
  });

  test('waits have a middle and a longest', () => {
    expect(waitTimes([])).toBeNull();
    expect(waitTimes([3])).toEqual({ median: 3, longest: 3 });
    expect(waitTimes([9, 1, 4, 2])).toEqual({ median: 3, longest: 9 });
  });

  test('a share of nothing is none', () => {
    expect(share(0, 0)).toBeNull();
    expect(share(1, 4)).toEqual({ count: 1, of: 4 });
  });
});

test('FB20 seat time agrees with the clock: whatever happens, chairs taken times time is what people sat', () => {
  const room = opened();
  comesIn(room, 'ana');
  room.later(minutes(2));
  comesIn(room, 'bo');
  room.later(minutes(3));
  room.by('ana', 'stepOut');
  room.later(minutes(4));
  comesIn(room, 'ana');
  room.later(minutes(1));
  room.turnTo('closed');
  const { people } = room.console().airtime;
  expect(people['ana']).toMatchObject({ turns: 2, seatMs: minutes(6), number: 1 });
  expect(people['bo']).toMatchObject({ turns: 1, seatMs: minutes(8), number: 2 });
  const times = seatTimes(Object.values(room.state.turns), 0);
  expect([...times.values()].reduce((sum, ms) => sum + ms, 0)).toBe(minutes(14));
});

test('FB20 those who lead see waits, newcomers, who never got a seat, and how long a chair invited nobody', () => {
  const room = opened({ seats: 2 });
  room.later(minutes(2));
  comesIn(room, 'ana');
  room.later(minutes(1));
  comesIn(room, 'bo');
  room.ask('chidi');
  room.ask('dana');
  room.later(minutes(6));
  room.by('ana', 'stepOut');
  room.by('chidi', 'sit');
  room.by('dana', 'withdraw');
  room.by('chidi', 'stepOut');
  comesIn(room, 'ana');
  expect(room.console().airtime).toMatchObject({
    sat: 3,
    present: 7,
    turnover: 4,
    wait: { median: 0, longest: minutes(6) },
    unserved: { count: 1, of: 5 },
    firstTimers: { count: 3, of: 4 },
    empty: minutes(3)
  });
});

test('FB21 talk time is taken by a tap, ends with the turn, and goes to nobody but those who lead', () => {
  const room = opened();
  comesIn(room, 'ana', 'bo');
  room.help('beginTalk', { chair: room.chair(1) });
  expect(room.help('beginTalk', { chair: room.chair(1) })).toEqual([]);
  expect(room.console().talking).toEqual({ [room.chair(1)]: 0 });
  room.later(30_000);
  room.help('endTalk', { chair: room.chair(1) });
  room.later(10_000);
  room.help('beginTalk', { chair: room.chair(1) });
  room.later(20_000);
  room.by('ana', 'stepOut');
  expect(room.console().airtime.people['ana']).toMatchObject({ talkMs: 50_000, seatMs: 60_000 });
  expect(room.console().talking).toEqual({});
  expect(JSON.stringify([room.all(), room.board()])).not.toContain('talkMs');
  expect(room.help('beginTalk', { chair: room.chair(3) })).toEqual({ refused: 'chair-is-free' });
});

test('FB21 the room sees figures of the whole only when those who lead show them, and never a ranking', () => {
  const room = opened();
  comesIn(room, 'ana', 'bo');
  expect(room.board().airtime).toBeNull();
  room.lead('showAirtime', { on: true });
  expect(room.board().airtime).toEqual({ sat: 2, present: 7, turnover: 2, gini: 0 });
  expect(room.all()).not.toHaveProperty('airtime');
});

test('FB20 somebody invited counts as somebody who is here and sat', () => {
  const room = circle({ form: 'unpanel', invited: ['Guest 1', 'Guest 2'] });
  room.turnTo('starters');
  expect(room.console().airtime).toMatchObject({ sat: 2, present: Object.keys(everybody).length + 2 });
});

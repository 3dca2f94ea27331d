import { expect, test } from 'vitest';
import { helper, phone } from '#contract/testing/given.ts';
import { evening, HELP, sixOnTheLine, statement } from '../testing/meeting.ts';
import { ownPlacement } from '../placement.ts';

test('SP1 the last place of a person counts, and “not sure” is an answer of its own', () => {
  const room = evening();
  room.lead('open', HELP);
  room.place('ana', 100);
  room.place('ana', 900);
  room.place('bo', 500);
  room.say('bo', 'unsure');
  room.say('chidi', 'pass');
  expect(room.board().counts).toEqual({ present: 7, placed: 1, unsure: 1, passed: 1 });
  expect(ownPlacement(room.own('ana'), room.all().now!)).toEqual({ x: 900, via: 'phone' });
});

test('SP1 to place the same again changes nothing', () => {
  const room = evening();
  room.lead('open', HELP);
  room.place('ana', 100);
  expect(room.place('ana', 100)).toEqual([]);
  room.say('bo', 'unsure');
  expect(room.say('bo', 'unsure')).toEqual([]);
});

test.each([-1, 1001, 500.5, Number.NaN, '500', null])('SP1 %s is not a place on the line', (x) => {
  const room = evening();
  room.lead('open', HELP);
  expect(room.when(phone('ana'), 'place', { ...room.line(HELP), x })).toEqual({ refused: 'not-understood' });
  expect(room.board().counts?.placed).toBe(0);
});

test('SP2 nobody is placed before the line opens or after it closes', () => {
  const room = evening();
  expect(room.place('ana', 1)).toEqual({ refused: 'not-open-yet' });
  room.lead('open', HELP);
  room.lead('lock', HELP);
  expect(room.place('ana', 1)).toEqual({ refused: 'line-is-locked' });
  room.lead('reopen', HELP);
  expect(room.place('ana', 1)).toMatchObject([{ type: 'Placed' }]);
});

test('SP3 Ana cannot move Bo’s dot, a helper can, and it shows', () => {
  const room = evening();
  room.lead('open', HELP);
  const forBo = { ...room.line(HELP), x: 10, for: 'bo' };
  expect(room.when(phone('ana'), 'place', forBo)).toEqual({ refused: 'not-for-others' });
  expect(room.when(helper, 'place', forBo)).toMatchObject([{ type: 'Placed', data: { person: 'bo', via: 'helper' } }]);
  expect(room.when(helper, 'place', { ...forBo, for: 'gus' })).toMatchObject([{ data: { via: 'helper' } }]);
  expect(ownPlacement(room.own('bo'), room.all().now!)).toEqual({ x: 10, via: 'helper' });
});

test('SP3 a helper says for whom, and it is somebody who is here', () => {
  const room = evening();
  room.lead('open', HELP);
  room.leave('dana');
  const place = { ...room.line(HELP), x: 10 };
  expect(room.when(helper, 'place', place)).toEqual({ refused: 'for-whom' });
  expect(room.when(helper, 'place', { ...place, for: 'nobody' })).toEqual({ refused: 'person-unknown' });
  expect(room.when(helper, 'place', { ...place, for: 'constructor' })).toEqual({ refused: 'person-unknown' });
  expect(room.when(helper, 'place', { ...place, for: 'dana' })).toEqual({ refused: 'person-left' });
});

test('SP3 the board cannot place anybody', () => {
  const room = evening();
  room.lead('open', HELP);
  const place = { ...room.line(HELP), x: 10, for: 'ana' };
  expect(room.when({ role: 'viewer', person: null }, 'place', place)).toEqual({ refused: 'not-yours-to-do' });
});

test('SP4 an answer to other words, another round or a line that is gone is asked again', () => {
  const room = evening();
  room.lead('open', HELP);
  room.place('ana', 100);
  const stale = room.line(HELP);
  room.lead('anotherRound', HELP);
  expect(room.when(phone('bo'), 'place', { ...stale, x: 5 })).toEqual({ refused: 'other-round' });
  room.lead('reviseStatement', HELP, statement('I know two people to ask'));
  expect(room.when(phone('bo'), 'place', { ...stale, x: 5 })).toEqual({ refused: 'other-wording' });
  const nowhere = { ...stale, statement: 'toString', x: 5 };
  expect(room.when(phone('bo'), 'place', nowhere)).toEqual({ refused: 'statement-unknown' });
});

test('SP5 whoever leaves leaves their dot, and the count of those here never falls below the placed', () => {
  const room = sixOnTheLine();
  ['ana', 'bo', 'gus'].forEach((person) => room.leave(person));
  expect(room.board().counts).toMatchObject({ present: 6, placed: 6 });
  expect(room.place('ana', 1)).toEqual({ refused: 'person-left' });
});

test('SP5 whoever comes late joins the round that is on', () => {
  const room = sixOnTheLine();
  room.arrive('hana');
  expect(room.place('hana', 500)).toMatchObject([{ type: 'Placed' }]);
  expect(room.board().counts).toMatchObject({ present: 8, placed: 7 });
});

test('SP6 a helper takes a dot off, and a participant does not', () => {
  const room = sixOnTheLine();
  const dot = { ...room.line(HELP), for: 'ana' };
  expect(room.when(phone('ana'), 'lift', dot)).toEqual({ refused: 'not-yours-to-do' });
  room.and(helper, 'lift', dot);
  expect(room.board().counts?.placed).toBe(5);
  expect(room.own('ana')).toBeNull();
  expect(room.when(helper, 'lift', dot)).toEqual({ refused: 'not-placed-yet' });
});

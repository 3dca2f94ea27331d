import { expect, test } from 'vitest';
import { facilitator, phone } from '#contract/testing/given.ts';
import { circle, comesIn, minutes, opened } from '../testing/meeting.ts';
import { HOLD_MS } from '../limits.ts';
import { FORMS } from '../settings.ts';

test('FB1 a chair holds one person, and nobody sits or waits twice', () => {
  const room = opened();
  comesIn(room, 'ana', 'bo', 'chidi');
  expect(room.ring()).toEqual(['ana', 'bo', 'chidi']);
  expect(room.ask('ana')).toEqual({ refused: 'already-in-the-bowl' });
  room.ask('dana');
  room.ask('dana', { why: 'gardens' });
  expect(room.waiting()).toEqual(['dana']);
  expect(room.own('dana')).toMatchObject({ why: { text: 'gardens' } });
  expect(room.held()).toEqual([null, null, null]);
});

test('FB17 what is pressed about a chair is for whoever its sender saw there', () => {
  const room = opened();
  comesIn(room, 'ana');
  const [chair, turn] = [room.chair(1), room.turnOf('ana')];
  room.help('seat', { chair, turn, person: 'bo' });
  expect(room.ring()).toEqual(['bo', null, null]);
  room.ask('dana');
  for (const command of ['unseat', 'nudge', 'beginTalk', 'endTalk'])
    expect([command, room.help(command, { chair, turn })]).toEqual([command, { refused: 'already-moved-on' }]);
  expect(room.help('seat', { chair, turn, person: 'chidi' })).toEqual({ refused: 'already-moved-on' });
  expect(room.help('seat', { chair, turn: null, person: 'chidi' })).toEqual({ refused: 'already-moved-on' });
  expect(room.ring()[0]).toBe('bo');
});

test('FB1 somebody who is seated elsewhere leaves the chair and the line they were in', () => {
  const room = opened();
  comesIn(room, 'ana', 'bo');
  room.help('seat', { chair: room.chair(3), person: 'ana' });
  expect(room.ring()).toEqual([null, 'bo', 'ana']);
  comesIn(room, 'chidi');
  room.ask('dana');
  room.help('seat', { chair: room.chair(2), person: 'dana' });
  expect(room.ring()).toEqual(['chidi', 'dana', 'ana']);
  expect(room.own('dana')).toMatchObject({ request: null, turns: 1 });
});

test.each(FORMS.filter((form) => ['open', 'unpanel', 'sandwich'].includes(form)))(
  'FB2 starters of a fishbowl that is %s leave one chair free',
  (form) => {
    const room = circle({ form, invited: ['First', 'Second', 'Third', 'Fourth'] });
    expect(Object.values(room.all().chairs).map(({ kind }) => kind)).toEqual(['invited', 'invited', 'free']);
    room.help('seat', { chair: room.chair(1), invited: 'invited:1' });
    room.help('seat', { chair: room.chair(2), person: 'ana' });
    expect(room.help('seat', { chair: room.chair(3), person: 'bo' })).toEqual({ refused: 'one-chair-stays-free' });
    expect(room.lead('removeChair', { chair: room.chair(3) })).toEqual({ refused: 'one-chair-stays-free' });
    room.help('seat', { chair: room.chair(3), person: 'ana' });
    expect(room.ring()).toEqual(['invited:1', null, 'ana']);
    room.turnTo('bowl');
    expect(room.ring()).toEqual(['invited:1', null, 'ana']);
    expect(room.help('seat', { chair: room.chair(2), person: 'bo' })).not.toHaveProperty('refused');
  }
);

test('FB2 when the last free chair is taken nobody else is called until somebody steps out', () => {
  const room = opened();
  comesIn(room, 'ana', 'bo', 'chidi');
  room.ask('dana');
  expect(room.held()).toEqual([null, null, null]);
  room.by('bo', 'stepOut');
  expect(room.held()).toEqual([null, 'dana', null]);
});

test('FB2 a Samoan circle and the other forms may begin full', () => {
  for (const form of ['samoan', 'closed', 'ux'] as const) {
    const room = circle({ form, invited: ['First', 'Second', 'Third'] });
    room.turnTo('bowl');
    expect(room.ring()).toEqual(['invited:1', 'invited:2', 'invited:3']);
  }
});

test('FB2 a full ring cannot become a form that leaves a chair free before it was opened', () => {
  const room = circle({ form: 'samoan' });
  for (const [index, person] of ['ana', 'bo', 'chidi'].entries())
    room.help('seat', { chair: room.chair(index + 1), person });
  expect(room.lead('setForm', { form: 'open' })).toEqual({ refused: 'one-chair-stays-free' });
  room.turnTo('bowl');
  expect(room.lead('setForm', { form: 'open' })).not.toHaveProperty('refused');
  expect(room.ring()).toEqual(['ana', 'bo', 'chidi']);
});

test('FB3 chairs come and go while people talk', () => {
  const room = opened();
  comesIn(room, 'ana', 'bo', 'chidi');
  room.ask('dana');
  room.lead('addChair', { kind: 'free' });
  expect(room.held()).toEqual([null, null, null, 'dana']);
  expect(room.lead('removeChair', { chair: room.chair(1) })).toEqual({ refused: 'chair-taken' });
  room.lead('removeChair', { chair: room.chair(4) });
  expect(room.waiting()).toEqual(['dana']);
  room.by('ana', 'stepOut');
  room.by('bo', 'stepOut');
  room.lead('removeChair', { chair: room.chair(1) });
  expect(room.held()).toEqual(['dana', null]);
  expect(room.lead('removeChair', { chair: room.chair(1) })).toEqual({ refused: 'too-few-chairs' });
});

test('FB3 the chair kept for somebody who is not in the room is nobody else’s, unless they ask for it', () => {
  const room = opened({ seats: 3, remoteSeat: true });
  comesIn(room, 'ana', 'bo');
  room.ask('chidi');
  expect(room.held()).toEqual([null, null, null]);
  room.ask('dana', { chair: room.chair(3) });
  expect(room.held()).toEqual([null, null, 'dana']);
});

test('FB5 a chair that somebody is called to is held for thirty seconds, and only for them', () => {
  const room = opened();
  room.later(5_000);
  room.ask('ana');
  expect(room.wakes()).toMatchObject({ at: 5_000 + HOLD_MS, command: 'lapse' });
  expect(Object.values(room.all().chairs)[0]).toMatchObject({ sitter: null, called: { name: { text: 'Ana' } } });
  expect(room.by('bo', 'sit')).toEqual({ refused: 'not-in-the-line' });
  room.by('ana', 'sit');
  expect(room.ring()).toEqual(['ana', null, null]);
  expect(room.wakes()).toBeNull();
});

test('FB5 a second tap on “sit” changes nothing, and stepping out twice is refused', () => {
  const room = opened();
  comesIn(room, 'ana');
  expect(room.by('ana', 'sit')).toEqual([]);
  room.by('ana', 'stepOut');
  expect(room.by('ana', 'stepOut')).toEqual({ refused: 'not-in-the-bowl' });
});

test('FB9 in a Samoan circle the first one behind a chair takes the place of whoever sits there', () => {
  const room = opened({ form: 'samoan', invited: ['First', 'Second', 'Third'] });
  room.ask('ana', { chair: room.chair(2) });
  room.ask('bo', { chair: room.chair(2) });
  room.ask('chidi');
  expect(Object.values(room.all().chairs)[1]).toMatchObject({ behind: 2 });
  expect(room.by('bo', 'tapIn')).toEqual({ refused: 'not-first-behind' });
  expect(room.by('chidi', 'tapIn')).toEqual({ refused: 'not-behind-a-chair' });
  expect(room.by('dana', 'tapIn')).toEqual({ refused: 'not-in-the-line' });
  room.by('ana', 'tapIn');
  expect(room.ring()).toEqual(['invited:1', 'ana', 'invited:3']);
  room.by('bo', 'tapIn');
  expect(room.ring()).toEqual(['invited:1', 'bo', 'invited:3']);
  expect(room.waiting()).toEqual(['chidi']);
  room.help('unseat', { chair: room.chair(3) });
  expect(room.held()).toEqual([null, null, 'chidi']);
});

test('FB9 nobody taps in where the form has no such thing, or after last words', () => {
  const room = opened();
  comesIn(room, 'ana', 'bo', 'chidi');
  room.ask('dana', { chair: room.chair(1) });
  expect(room.by('dana', 'tapIn')).toEqual({ refused: 'not-in-this-form' });
  room.lead('setForm', { form: 'samoan' });
  room.turnTo('last-words');
  expect(room.by('dana', 'tapIn')).toEqual({ refused: 'nobody-comes-in-now' });
});

test('FB11 helpers do everything for somebody without a phone', () => {
  const room = opened();
  room.help('ask', { for: 'gus', why: 'a garden', chair: null, tag: null });
  room.help('letPass', { for: 'gus' });
  expect(room.waiting()).toEqual(['gus']);
  room.help('ask', { for: 'gus', why: 'a garden', chair: null, tag: null });
  room.help('sit', { for: 'gus' });
  expect(room.ring()).toEqual(['gus', null, null]);
  room.help('sendCard', { for: 'gus', card: 'And the school?' });
  room.help('stepOut', { for: 'gus' });
  expect(room.ring()).toEqual([null, null, null]);
  expect(room.own('gus')).toMatchObject({ turns: 1, request: null });
});

test('FB11 participants act for nobody but themselves', () => {
  const room = opened();
  comesIn(room, 'ana');
  for (const command of ['stepOut', 'withdraw', 'sit', 'letPass', 'tapIn'])
    expect(room.by('bo', command, { for: 'ana' })).toMatchObject({ refused: expect.stringMatching(/not-/) });
  expect(room.by('bo', 'ask', { for: 'ana', why: null, chair: null, tag: null })).toEqual({
    refused: 'not-for-others'
  });
  for (const command of ['seat', 'unseat', 'beginTalk', 'nudge', 'addChair', 'turnTo', 'setForm'])
    expect(room.when(phone('bo'), command, {})).toEqual({ refused: 'not-yours-to-do' });
  expect(room.when(facilitator, 'stepOut', {})).toEqual({ refused: 'for-whom' });
});

test('FB11 somebody who left the gathering can still be helped off their chair', () => {
  const room = opened();
  comesIn(room, 'ana');
  room.leave('ana').later(minutes(1));
  expect(room.help('stepOut', { for: 'ana' })).not.toHaveProperty('refused');
  expect(room.help('ask', { for: 'ana', why: null, chair: null, tag: null })).toEqual({ refused: 'person-left' });
  expect(room.help('seat', { chair: room.chair(1), person: 'ana' })).toEqual({ refused: 'person-left' });
  expect(room.help('seat', { chair: room.chair(1), person: 'nobody' })).toEqual({ refused: 'person-unknown' });
  expect(room.help('seat', { chair: room.chair(1), invited: 'invited:9' })).toEqual({ refused: 'invited-unknown' });
});

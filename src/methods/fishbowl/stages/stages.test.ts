import { expect, test } from 'vitest';
import { circle, comesIn, everybody, minutes, opened, QUESTION } from '../testing/meeting.ts';
import { HOLD_MS } from '../limits.ts';
import { FORMS, type Form } from '../settings.ts';

/** Presses the one big button until there is nothing left to do, and tells where it led. */
function walked(form: Form, settings: object = {}) {
  const room = circle({ form, ...settings });
  const stages = [room.all().stage];
  for (let [step] = room.next(); step && stages.length < 12; [step] = room.next()) {
    room.lead(step.command, step.input);
    stages.push(room.all().stage);
  }
  return { room, stages };
}

test.each([
  ['open', ['ready', 'bowl', 'last-words', 'closed']],
  ['samoan', ['ready', 'bowl', 'last-words', 'closed']],
  ['ux', ['ready', 'bowl', 'asking', 'bowl', 'last-words', 'closed']],
  ['unpanel', ['ready', 'starters', 'bowl', 'last-words', 'closed']],
  ['sandwich', ['ready', 'pairs', 'bowl', 'last-words', 'pairs-again', 'closed']]
] as const)('FB12 one button leads through a fishbowl that is %s', (form, stages) => {
  expect(walked(form).stages).toEqual(stages);
});

test('FB13 a closed fishbowl makes even groups and hears them all, each in its own time', () => {
  const { room, stages } = walked('closed', { minutes: 5 });
  expect(stages).toEqual(['ready', 'ready', 'bowl', 'bowl', 'bowl', 'last-words', 'closed']);
  const groups = room.console().groups.map(({ people }) => people);
  expect(groups.map(({ length }) => length)).toEqual([3, 2, 2]);
  expect(groups.flat().sort()).toEqual(Object.keys(everybody).sort());
  for (const person of Object.keys(everybody)) expect(room.own(person)).toMatchObject({ turns: 1 });
});

test('FB13 the next group takes the whole ring, without those who have left', () => {
  const room = circle({ form: 'closed', minutes: 5 });
  expect(room.lead('nextGroup')).toEqual({ refused: 'not-open-yet' });
  room.lead('makeGroups');
  room.turnTo('bowl');
  const [, second] = room.state.groups;
  expect(room.all()).toMatchObject({ group: { now: 1, of: 3 }, endsAt: minutes(5) });
  room.leave(second?.[0] ?? '').later(minutes(6));
  room.lead('nextGroup');
  expect(room.ring()).toEqual([second?.[1], null, null]);
  expect(room.all()).toMatchObject({ group: { now: 2, of: 3 }, endsAt: minutes(11) });
  room.lead('nextGroup');
  expect(room.lead('nextGroup')).toEqual({ refused: 'no-more-groups' });
  expect(opened({ form: 'closed' }).lead('nextGroup')).toEqual({ refused: 'no-groups-yet' });
});

test('FB13 a group can be named by hand', () => {
  const room = circle({ form: 'closed' });
  room.lead('makeGroups', { people: ['ana', 'bo'] });
  room.lead('makeGroups', { people: ['chidi', 'bo'] });
  expect(room.state.groups).toEqual([['ana'], ['chidi', 'bo']]);
  expect(room.own('bo')).toMatchObject({ group: 2 });
  expect(room.lead('makeGroups', { people: ['ana', 'bo', 'chidi', 'dana'] })).toEqual({
    refused: 'group-too-large',
    figures: { most: 3 }
  });
});

test('FB14 in an unpanel the invited begin, the line fills meanwhile, and people are called when the chair opens', () => {
  const room = circle({ form: 'unpanel', seats: 5, invited: ['Guest 1', 'Guest 2', 'Guest 3', 'Guest 4'] });
  room.turnTo('starters');
  expect(room.ring()).toEqual(['invited:1', 'invited:2', 'invited:3', 'invited:4', null]);
  expect(room.board().chairs[room.chair(1)]).toMatchObject({ sitter: { name: { text: 'Guest 1' }, number: 1 } });
  room.ask('ana');
  expect(room.held()).toEqual([null, null, null, null, null]);
  room.turnTo('bowl');
  expect(room.held()).toEqual([null, null, null, null, 'ana']);
});

test('FB14 seat time begins with the conversation, and not while people take their seats', () => {
  const room = circle();
  room.help('seat', { chair: room.chair(1), person: 'ana' });
  room.later(minutes(10));
  room.turnTo('bowl');
  expect(room.all().chairs[room.chair(1)]?.sitter?.since).toBe(minutes(10));
  room.undo();
  expect(room.all().chairs[room.chair(1)]?.sitter?.since).toBe(0);
});

test('FB15 after last words nobody comes in: whoever was called goes back to their place in the line', () => {
  const room = opened();
  room.ask('ana');
  room.ask('bo');
  room.turnTo('last-words');
  expect(room.held()).toEqual([null, null, null]);
  expect(room.waiting()).toEqual(['ana', 'bo']);
  expect(room.all()).toMatchObject({ asking: false });
  expect(room.wakes()).toBeNull();
});

test('FB15 closing ends every turn, and a talk in pairs does so, too', () => {
  const room = opened({ form: 'sandwich' });
  comesIn(room, 'ana');
  room.later(minutes(3));
  room.turnTo('pairs-again');
  expect(room.ring()).toEqual([null, null, null]);
  expect(Object.values(room.console().airtime.people)).toMatchObject([{ turns: 1, seatMs: minutes(3) }]);
  expect(room.all().endsAt).toBe(minutes(3) + 90_000);
});

test('FB16 the form changes in the middle, and seats, line, turns and notes stay', () => {
  const room = circle({ form: 'unpanel', seats: 3, invited: ['Guest 1', 'Guest 2'] });
  room.turnTo('starters');
  room.ask('ana');
  room.ask('bo');
  room.lead('setForm', { form: 'open' });
  expect(room.all()).toMatchObject({ form: 'open', stage: 'bowl' });
  expect(room.ring()).toEqual(['invited:1', 'invited:2', null]);
  expect(room.held()).toEqual([null, null, 'ana']);
  room.lead('setForm', { form: 'closed' });
  expect(room.held()).toEqual([null, null, null]);
  expect(Object.values(room.state.requests)).toHaveLength(2);
  room.lead('setForm', { form: 'samoan' });
  expect(room.held()).toEqual([null, null, 'ana']);
});

test.each([
  ['unpanel', 'starters', 'open', 'bowl'],
  ['ux', 'asking', 'samoan', 'bowl'],
  ['sandwich', 'pairs', 'open', 'ready'],
  ['sandwich', 'pairs-again', 'open', 'last-words'],
  ['open', 'last-words', 'unpanel', 'last-words']
] as const)('FB16 %s in its stage “%s” goes on as %s in “%s”', (form, stage, other, goesOn) => {
  const room = circle({ form });
  room.turnTo(stage);
  room.lead('setForm', { form: other });
  expect(room.all().stage).toBe(goesOn);
});

test('FB17 a step that was taken already is refused, so that two consoles do not go on twice', () => {
  const room = opened();
  expect(room.lead('turnTo', { stage: 'last-words', from: 'ready' })).toEqual({ refused: 'other-stage' });
  expect(room.lead('turnTo', { stage: 'bowl', from: 'bowl' })).toEqual({ refused: 'already-so' });
  expect(room.lead('turnTo', { stage: 'pairs', from: 'bowl' })).toEqual({ refused: 'not-in-this-form' });
  expect(room.lead('setForm', { form: 'open' })).toEqual({ refused: 'already-so' });
});

/** A room in which every step changes something. */
function inFullSwing() {
  const room = opened({ form: 'samoan', exposure: 'L3' });
  comesIn(room, 'ana', 'bo');
  room.ask('chidi');
  room.ask('dana', { chair: room.chair(1) });
  room.by('eli', 'sendCard', { card: 'And the school?' });
  return room;
}

test.each<[string, (room: ReturnType<typeof inFullSwing>) => object]>([
  ['turnTo', () => ({ stage: 'last-words', from: 'bowl' })],
  ['turnTo', () => ({ stage: 'closed', from: 'bowl' })],
  ['setForm', () => ({ form: 'closed' })],
  ['setQuestion', () => ({ question: 'And now?' })],
  ['setPolicy', () => ({ policy: 'first-timers' })],
  ['addChair', () => ({ kind: 'free' })],
  ['removeChair', (room) => ({ chair: room.chair(3) })],
  ['addMinutes', () => ({ minutes: 5 })],
  ['setNudge', () => ({ minutes: 3 })],
  ['takeCards', () => ({ on: false })],
  ['showCard', (room) => ({ card: Object.keys(room.state.cards)[0] })],
  ['hideCard', (room) => ({ card: Object.keys(room.state.cards)[0] })],
  ['answerCard', (room) => ({ card: Object.keys(room.state.cards)[0] })],
  ['makeScribe', () => ({ person: 'fatima', on: true })],
  ['showAirtime', () => ({ on: true })],
  ['showNotes', () => ({ on: true })],
  ['seat', (room) => ({ chair: room.chair(1), person: 'fatima' })],
  ['seat', (room) => ({ chair: room.chair(3), person: 'ana' })],
  ['unseat', (room) => ({ chair: room.chair(2) })],
  ['correctTurn', (room) => ({ turn: room.turnOf('ana'), person: 'fatima' })],
  ['correctTurn', (room) => ({ turn: room.turnOf('ana'), person: 'dana' })],
  ['sit', () => ({ for: 'chidi' })],
  ['tapIn', () => ({ for: 'dana' })],
  ['withdraw', () => ({ for: 'dana' })],
  ['letPass', () => ({ for: 'chidi' })],
  ['stepOut', () => ({ for: 'ana' })],
  ['ask', () => ({ for: 'gus', why: null, chair: null, tag: null })],
  ['sendCard', () => ({ for: 'gus', card: 'Who pays?' })],
  ['consent', () => ({ for: 'gus', named: true })]
])('FB17 %s %# can be taken back: every view is as before', (command, input) => {
  const room = inFullSwing();
  const views = () => [room.all(), room.console(), room.board(), ...Object.keys(everybody).map(room.own)];
  const before = JSON.stringify(views());
  expect(room.lead(command, input(room))).not.toHaveProperty('refused');
  expect(JSON.stringify(views())).not.toBe(before);
  room.undo();
  expect(views()).toEqual(JSON.parse(before));
});

test('FB17 what is taken back never puts two on a chair', () => {
  const room = opened({ seats: 2 });
  comesIn(room, 'ana', 'bo');
  room.lead('unseat', { chair: room.chair(1) });
  comesIn(room, 'chidi');
  room.undo();
  expect(room.ring()).toEqual(['chidi', 'bo']);
});

test('FB18 the same fishbowl can begin afresh, without anything people did', () => {
  const settings = {
    seats: 4,
    remoteSeat: true,
    form: 'unpanel',
    invited: ['Guest 1'],
    minutes: 30
  } satisfies Parameters<typeof circle>[0];
  const room = opened(settings);
  comesIn(room, 'ana');
  room.lead('setQuestion', { question: 'And now?' });
  expect(room.again()).toMatchObject({ seats: 4, remoteSeat: true, form: 'unpanel', minutes: 30 });
  expect(room.again().question).toEqual({ text: 'And now?' });
  expect(room.again().invited).toEqual([{ text: 'Guest 1' }]);
});

test('FB12 the soft clock begins with the conversation and can be given more', () => {
  const room = circle({ minutes: 40 });
  expect(room.all()).toMatchObject({ endsAt: null, question: { text: QUESTION } });
  expect(room.lead('addMinutes', { minutes: 5 })).toEqual({ refused: 'not-open-yet' });
  room.later(minutes(1));
  room.turnTo('bowl');
  expect(room.all().endsAt).toBe(minutes(41));
  room.later(minutes(45));
  room.lead('addMinutes', { minutes: 2 });
  expect(room.all().endsAt).toBe(minutes(48));
});

test('FB19 cards are silent, taken while the outer ring asks, and one at most is on the board', () => {
  const room = opened({ form: 'ux' });
  expect(room.by('ana', 'sendCard', { card: 'Who pays?' })).toEqual({ refused: 'no-cards-now' });
  room.turnTo('asking');
  room.by('ana', 'sendCard', { card: 'Who pays?' });
  room.by('bo', 'sendCard', { card: 'Who cooks?' });
  const [first = '', second = ''] = Object.keys(room.state.cards);
  const all = JSON.stringify(room.all());
  room.lead('showCard', { card: first });
  room.lead('showCard', { card: second });
  expect(room.board().card).toEqual({ text: 'Who cooks?' });
  expect(room.own('ana')?.cards).toMatchObject({ [first]: { state: 'waiting' } });
  expect(room.by('ana', 'takeBackCard', { card: second })).toEqual({ refused: 'card-unknown' });
  room.by('bo', 'takeBackCard', { card: second });
  expect(room.board().card).toBeNull();
  room.help('answerCard', { card: first });
  expect(room.own('ana')?.cards).toMatchObject({ [first]: { state: 'answered' } });
  expect(JSON.stringify(room.all())).toBe(all);
});

test('FB19 nobody has more than three cards waiting', () => {
  const room = opened();
  for (const card of ['One', 'Two', 'Three']) room.by('ana', 'sendCard', { card });
  expect(room.by('ana', 'sendCard', { card: 'Four' })).toEqual({ refused: 'too-many-cards', figures: { most: 3 } });
});

test.each(FORMS)('FB5 a chair is held only while people are called, in a fishbowl that is %s', (form) => {
  const { room } = walked(form);
  expect(room.held().every((person) => person === null)).toBe(true);
  expect(room.later(HOLD_MS * 100).next()).toEqual([]);
  expect(room.wakes()).toBeNull();
});

test('FB17 closing that is taken back leads to the talk in pairs before it, also where somebody had waited', () => {
  const room = circle({ form: 'sandwich', invited: ['First', 'Second'] });
  room.turnTo('bowl');
  room.ask('ana');
  room.turnTo('pairs-again');
  room.turnTo('closed');
  room.undo();
  expect(room.all().stage).toBe('pairs-again');
  room.turnTo('closed');
  expect(room.state.requests).toEqual({});
});

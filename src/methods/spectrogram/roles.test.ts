import { expect, test } from 'vitest';
import { facilitator, helper, phone } from '#contract/testing/given.ts';
import { evening, everybody, HELP, SHARE, sixOnTheLine, statement } from './testing/meeting.ts';
import { ownPlacement } from './placement.ts';

test('SP12 opening a line closes the one before it', () => {
  const room = sixOnTheLine();
  room.lead('open', SHARE);
  expect(room.place('ana', 1, HELP)).toEqual({ refused: 'line-is-locked' });
  expect(room.all().now).toMatchObject({ text: { text: SHARE }, order: 2, of: 2, stage: 'open' });
});

test('SP12 a line that has closed can be shown again without opening it', () => {
  const room = sixOnTheLine();
  expect(room.lead('show', SHARE)).toEqual({ refused: 'not-open-yet' });
  room.lead('open', SHARE);
  room.lead('show', HELP);
  expect(room.all().now).toMatchObject({ text: { text: HELP }, stage: 'locked' });
  expect(room.lead('show', HELP)).toEqual({ refused: 'already-on-the-board' });
  expect(room.place('ana', 3, SHARE)).toMatchObject([{ type: 'Placed' }]);
});

test('SP13 two consoles do not work against each other', () => {
  const room = sixOnTheLine();
  expect(room.lead('open', HELP)).toEqual({ refused: 'already-open' });
  expect(room.lead('setWay', HELP, { way: 'live' })).toEqual({ refused: 'already-open' });
  room.lead('reveal', HELP);
  expect(room.lead('reveal', HELP)).toEqual({ refused: 'already-revealed' });
  room.lead('lock', HELP);
  expect(room.lead('lock', HELP)).toEqual({ refused: 'already-locked' });
  expect(room.lead('open', HELP)).toEqual({ refused: 'line-is-locked' });
  room.lead('reopen', HELP);
  expect(room.lead('reopen', HELP)).toEqual({ refused: 'already-open' });
  room.lead('anotherRound', HELP);
  expect(room.lead('anotherRound', HELP)).toEqual({ refused: 'nobody-placed-yet' });
  expect(room.lead('setWay', SHARE, { way: 'blind' })).toEqual({ refused: 'already-so' });
});

test.each(['reveal', 'lock', 'reopen', 'anotherRound', 'show'])(
  'SP13 %s waits until the line was opened',
  (command) => {
    expect(evening().lead(command, HELP)).toEqual({ refused: 'not-open-yet' });
  }
);

test.each(['open', 'reveal', 'lock', 'removeStatement', 'anotherRound'])('SP13 only those who lead %s', (command) => {
  const room = evening();
  const input = { statement: room.named(HELP).id };
  for (const by of [phone('ana'), helper])
    expect(room.when(by, command, input)).toEqual({ refused: 'not-yours-to-do' });
  expect(room.when(facilitator, command, { statement: 'gone' })).toEqual({ refused: 'statement-unknown' });
});

test('SP14 Ana opens the wrong statement and takes it back: the board is as before, and nothing is lost', () => {
  const room = sixOnTheLine();
  room.lead('reveal', HELP);
  const before = room.board();
  room.lead('open', SHARE);
  room.place('bo', 500, SHARE);
  room.undo();
  expect(room.board()).toEqual(before);
  room.lead('open', SHARE);
  expect(room.board().counts).toMatchObject({ placed: 1 });
});

test.each([
  ['open', SHARE, {}],
  ['reveal', HELP, {}],
  ['lock', HELP, {}],
  ['anotherRound', HELP, {}],
  ['anotherRound', HELP, { keepPlaces: true }],
  ['setWay', SHARE, { way: 'live' }],
  ['moveStatement', HELP, { to: 2 }],
  ['moveStatement', SHARE, { to: 1 }],
  ['duplicateStatement', HELP, {}],
  ['reviseStatement', SHARE, statement('We give more than we buy', { way: 'live' })],
  ['reviseStatement', HELP, statement('I know nobody', { way: 'live' })],
  ['lift', HELP, { version: 1, round: 1, for: 'ana' }],
  ['place', HELP, { version: 1, round: 1, for: 'ana', x: 999 }],
  ['place', HELP, { version: 1, round: 1, for: 'gus', answer: 'pass' }]
] as const)('SP14 %s can be taken back: every view is as before', (command, text, more) => {
  const room = sixOnTheLine();
  const views = () => [room.all(), room.console(), ...Object.keys(everybody).map(room.own)];
  const before = views();
  expect(room.lead(command, text, more)).not.toHaveProperty('refused');
  expect(views()).not.toEqual(before);
  room.undo();
  expect(views()).toEqual(before);
});

test('SP14 taking back another round keeps what people placed in it for when it begins after all', () => {
  const room = sixOnTheLine();
  room.lead('anotherRound', HELP);
  room.place('ana', 700);
  room.undo();
  expect(room.all().now?.round).toBe(1);
  expect(ownPlacement(room.own('ana'), room.all().now!)).toMatchObject({ x: 50 });
  room.lead('anotherRound', HELP);
  expect(ownPlacement(room.own('ana'), room.all().now!)).toMatchObject({ x: 700 });
});

test('SP15 another round begins with an empty line and keeps the one before it', () => {
  const room = sixOnTheLine();
  room.lead('anotherRound', HELP);
  expect(room.all().now).toMatchObject({ round: 2, emptyAt: [1, 2], stage: 'open', revealed: false });
  expect(room.board().counts?.placed).toBe(0);
});

test('SP15 or everybody stays where they stood, in sight if they were in sight, until they move', () => {
  const room = sixOnTheLine();
  room.lead('reveal', HELP);
  room.lead('lock', HELP);
  room.lead('anotherRound', HELP, { keepPlaces: true });
  room.place('ana', 650);
  expect(room.all().now).toMatchObject({ round: 2, emptyAt: [1], revealed: true });
  expect(room.board().picture).toMatchObject({
    dots: { [room.dot('ana')]: { x: 650 }, [room.dot('bo')]: { x: 150 } },
    previous: { [room.dot('ana')]: 50, [room.dot('bo')]: 150 },
    shift: { pairs: 6, median: 0, moved: 'few', crossed: 'few' }
  });
  room.lead('anotherRound', HELP, { keepPlaces: true });
  expect(ownPlacement(room.own('bo'), room.all().now!)).toMatchObject({ x: 150 });
  expect(ownPlacement(room.own('ana'), room.all().now!)).toMatchObject({ x: 650 });
});

test('SP16 words that nobody could answer yet are changed in place', () => {
  const room = evening();
  room.lead('reviseStatement', HELP, statement('I know my neighbours'));
  expect(room.named('I know my neighbours')).toMatchObject({ version: 1, stage: 'ready' });
  expect(Object.keys(room.console().statements)).toHaveLength(2);
});

test('SP16 words that people answered are kept with their answers, and new words begin an empty line', () => {
  const room = sixOnTheLine();
  room.lead('reviseStatement', HELP, statement('I know two people to ask'));
  expect(room.all().now).toMatchObject({
    text: { text: 'I know two people to ask' },
    version: 2,
    round: 1,
    stage: 'open'
  });
  expect(room.board().counts?.placed).toBe(0);
  expect(room.harvest()).toMatchObject([
    { statement: { text: HELP }, rounds: [{ placed: 6 }] },
    { statement: { text: 'I know two people to ask' }, rounds: [{ placed: 0 }] }
  ]);
});

test('SP17 a statement that people answered stays; another goes, and the list closes up', () => {
  const room = sixOnTheLine();
  expect(room.lead('removeStatement', HELP)).toEqual({ refused: 'people-placed-here' });
  room.lead('duplicateStatement', HELP);
  room.lead('removeStatement', SHARE);
  expect(Object.values(room.console().statements).map(({ order, stage }) => [order, stage])).toEqual([
    [1, 'open'],
    [2, 'ready']
  ]);
});

test('SP17 a removed statement comes back where it was, and old phones cannot answer it unseen', () => {
  const room = evening();
  room.lead('open', HELP);
  const stale = room.line(HELP);
  room.lead('removeStatement', HELP);
  expect(room.all().now).toBeNull();
  room.undo();
  expect(room.named(HELP)).toMatchObject({ order: 1, stage: 'ready' });
  room.lead('open', HELP);
  expect(room.when(phone('ana'), 'place', { ...stale, x: 1 })).toEqual({ refused: 'other-wording' });
});

test('SP17 an addition that is taken back after people answered it leaves the statement, and them', () => {
  const room = evening();
  room.and(facilitator, 'addStatement', { settings: statement('We eat together') });
  room.and(facilitator, 'open', { statement: room.named('We eat together').id });
  room.place('ana', 100, 'We eat together');
  room.undo();
  room.undo();
  expect(room.named('We eat together')).toMatchObject({ stage: 'ready' });
  expect(Object.values(room.own('ana')?.placements ?? {})).toEqual([{ x: 100, via: 'phone' }]);
});

test('SP17 a statement can be added in the middle, up to a full list', () => {
  const room = evening();
  const settings = statement('We eat together');
  room.and(facilitator, 'addStatement', { settings, after: room.named(HELP).id });
  expect(Object.values(room.console().statements).map(({ text }) => text.text)).toEqual([
    HELP,
    'We eat together',
    SHARE
  ]);
  for (let more = 3; more < 40; more += 1) room.and(facilitator, 'addStatement', { settings });
  expect(room.when(facilitator, 'addStatement', { settings })).toEqual({
    refused: 'too-many-statements',
    figures: { most: 40 }
  });
});

test('SP18 Next opens, reveals, closes and goes on, until all statements are done', () => {
  const room = evening(statement(HELP), statement(SHARE, { way: 'live' }));
  const steps: string[] = [];
  for (let [step] = room.next(); step && steps.length < 20; [step] = room.next()) {
    steps.push(step.command);
    room.and(facilitator, step.command, step.input);
  }
  expect(steps).toEqual(['open', 'reveal', 'lock', 'open', 'lock']);
  expect(room.next()).toEqual([]);
});

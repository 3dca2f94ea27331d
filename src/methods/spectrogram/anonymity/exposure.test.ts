import { expect, test } from 'vitest';
import { facilitator, helper, phone } from '#contract/testing/given.ts';
import { evening, eveningWith, HELP, SHARE, sixIn, sixOnTheLine, statement } from '../testing/meeting.ts';
import type { Exposure } from '../settings.ts';

const at = (exposure: Exposure) => sixIn(eveningWith({ exposure }));
const lower = (room: ReturnType<typeof eveningWith>, to: Exposure) => room.when(facilitator, 'setExposure', { to });

test('SP24 every view says what is shown of people, before anybody answers', () => {
  for (const exposure of ['L0', 'L1', 'L2', 'L3'] as const) {
    const room = eveningWith({ exposure });
    expect([room.all().exposure, room.board().exposure, room.console().exposure]).toEqual(Array(3).fill(exposure));
    expect(room.again().exposure).toBe(exposure);
  }
  expect(evening().all().exposure).toBe('L1');
});

test('SP24 exposure falls, never rises, and only those who lead lower it', () => {
  const room = at('L3');
  expect(room.when(phone('ana'), 'setExposure', { to: 'L1' })).toEqual({ refused: 'not-yours-to-do' });
  expect(room.when(helper, 'setExposure', { to: 'L1' })).toEqual({ refused: 'not-yours-to-do' });
  expect(lower(room, 'L3')).toEqual({ refused: 'already-so' });
  expect(lower(room, 'L2')).toMatchObject([{ type: 'ExposureSet' }]);
  expect(lower(room, 'L3')).toEqual({ refused: 'exposure-only-falls' });
  expect(lower(room, 'L1')).toMatchObject([{ type: 'ExposureSet' }]);
  expect(room.all().exposure).toBe('L1');
});

test('SP24 until a line was opened nobody was told, so it may rise', () => {
  const fresh = eveningWith({ exposure: 'L1' });
  expect(lower(fresh, 'L3')).toMatchObject([{ type: 'ExposureSet' }]);
  fresh.lead('open', HELP);
  expect(lower(fresh, 'L2')).toMatchObject([{ type: 'ExposureSet' }]);
  expect(lower(fresh, 'L3')).toEqual({ refused: 'exposure-only-falls' });
});

test('SP24 once lowered it cannot be taken back', () => {
  const room = at('L2');
  room.lead('reveal', HELP);
  lower(room, 'L1');
  room.undo();
  expect(room.all()).toMatchObject({ exposure: 'L1', now: { revealed: false } });
});

test('SP24 what is kept with people cannot become anonymous afterwards', () => {
  expect(lower(at('L2'), 'L0')).toEqual({ refused: 'too-late-for-anonymous' });
  const unused = eveningWith({ exposure: 'L2' });
  unused.lead('open', HELP);
  expect(lower(unused, 'L0')).toMatchObject([{ type: 'ExposureSet' }]);
});

test('SP25 at L1 those who lead see who acted, and the dots, and nothing that joins them', () => {
  const room = at('L1');
  room.when(phone('ana'), 'giveReason', { ...room.line(HELP), why: 'I moved here last week' });
  room.when(phone('ana'), 'raiseHand', { ...room.line(HELP), on: true });
  room.lead('reveal', HELP);
  const { acted, ...rest } = room.console();
  expect(Object.keys(acted)).toHaveLength(6);
  expect(rest.people).toBeNull();
  expect(JSON.stringify(rest)).not.toMatch(/ana|bo|chidi|dana|eli|fatima/);
});

test('SP25 the number of a dot and its place in a stack do not tell who came first', () => {
  const room = sixOnTheLine();
  room.lead('reveal', HELP);
  const people = ['ana', 'bo', 'chidi', 'dana', 'eli', 'fatima'];
  const dots = people.map(room.dot);
  expect(new Set(dots).size).toBe(6);
  for (const dot of dots) expect(room.board().picture?.dots[dot]).toMatchObject({ order: dot });
  expect(Math.max(...dots)).toBeLessThanOrEqual(65_534);
});

test('SP25 numbers are free and by chance, also when chance gives the same twice', async () => {
  const { dotFor } = await import('../continuum/dot-numbers.ts');
  const room = evening();
  const same = { at: 0, id: () => 'zzzzzzzzzzzzzzzz' };
  const first = dotFor(room.state, 'ana', 'phone', same);
  const taken = { ...room.state, dots: { ana: first }, taken: { [first]: true as const } };
  expect(dotFor(taken, 'ana', 'phone', same)).toBe(first);
  expect(dotFor(taken, 'bo', 'phone', same)).toBe((first % 65_534) + 1);
});

test('SP25 whoever moves in sight lands on top', () => {
  const room = sixOnTheLine();
  room.lead('reveal', HELP);
  room.place('ana', 950);
  room.place('bo', 950);
  const order = (person: string) => room.board().picture?.dots[room.dot(person)]?.order ?? 0;
  expect(order('bo')).toBeGreaterThan(order('ana'));
  for (const other of ['chidi', 'dana', 'eli', 'fatima']) expect(order('ana')).toBeGreaterThan(order(other));
});

test('SP25 nobody who leads moves Ana’s dot in sight to find out which it is', () => {
  const room = sixOnTheLine();
  const dot = { ...room.line(HELP), for: 'ana' };
  room.and(helper, 'place', { ...room.line(HELP), for: 'gus', x: 500 });
  room.lead('reveal', HELP);
  for (const by of [facilitator, helper]) {
    expect(room.when(by, 'place', { ...dot, x: 999 })).toEqual({ refused: 'their-own-dot' });
    expect(room.when(by, 'lift', dot)).toEqual({ refused: 'their-own-dot' });
  }
  expect(room.when(helper, 'place', { ...dot, for: 'gus', x: 600 })).toMatchObject([{ type: 'Placed' }]);
  expect(room.when(helper, 'lift', { ...dot, for: 'gus' })).toMatchObject([{ type: 'Lifted' }]);
  expect(room.place('ana', 60)).toMatchObject([{ type: 'Placed' }]);
});

test('SP25 a dot that a helper made tells nothing of the one its owner makes', () => {
  const room = evening();
  room.lead('open', HELP);
  room.and(helper, 'place', { ...room.line(HELP), for: 'ana', x: 333 });
  room.lead('reveal', HELP);
  const [made = ''] = Object.keys(room.board().picture?.dots ?? {});
  room.lead('open', SHARE);
  room.place('ana', 700, SHARE);
  room.lead('reveal', SHARE);
  expect(Object.keys(room.board().picture?.dots ?? {})).toEqual([String(room.dot('ana'))]);
  expect(Number(made)).not.toBe(room.dot('ana'));
});

test('SP25 nor does a helper move in sight who stays where they placed themselves a round ago', () => {
  const room = sixOnTheLine();
  room.lead('reveal', HELP);
  room.lead('anotherRound', HELP, { keepPlaces: true });
  const forAna = { ...room.line(HELP), for: 'ana', x: 999 };
  expect(room.when(facilitator, 'place', forAna)).toEqual({ refused: 'their-own-dot' });
});

test('SP26 at L2 those who lead see who stands where, once it is revealed; the board and the phones do not', () => {
  const room = at('L2');
  expect(room.console().people).toBeNull();
  room.lead('reveal', HELP);
  expect(room.console().people?.['bo']).toEqual({ x: 150, via: 'phone', dot: room.dot('bo') });
  expect(JSON.stringify([room.board(), room.all()])).not.toMatch(/ana|chidi|fatima/);
  lower(room, 'L1');
  expect(room.console().people).toBeNull();
});

const name = (said: string) => ({ name: { text: said } });
const named = {
  ana: name('Ana'),
  bo: name('Bo'),
  chidi: name('Chidi'),
  dana: name('Dana'),
  eli: name('Eli'),
  fatima: { name: null },
  gus: { via: 'walk-in' as const, ...name('Gus') }
};
const agreeing = (exposure: Exposure, ...people: string[]) => {
  const room = sixIn(eveningWith({ exposure }, named));
  for (const person of people) room.and(phone(person), 'consent', { named: true });
  return room;
};

test('SP27 at L3 the harvest names those who agreed, where they stand in the end', () => {
  const room = agreeing('L3', 'ana');
  room.lead('anotherRound', HELP, { keepPlaces: true });
  room.place('ana', 400);
  expect(room.own('ana')).toMatchObject({ named: true });
  expect(room.console().named).toBe(1);
  expect(room.harvest()[0]?.named).toEqual([{ name: { text: 'Ana' }, x: 400 }]);
});

test('SP27 who agreed can change their mind, and exposure that falls takes all names away', () => {
  const room = agreeing('L3', 'ana');
  expect(room.when(phone('ana'), 'consent', { named: true })).toEqual([]);
  room.and(phone('ana'), 'consent', { named: false });
  expect(room.harvest()[0]).not.toHaveProperty('named');
  room.and(phone('ana'), 'consent', { named: true });
  lower(room, 'L2');
  expect(room.harvest()[0]).not.toHaveProperty('named');
  expect(room.when(phone('bo'), 'consent', { named: true })).toEqual({ refused: 'not-at-this-exposure' });
});

test('SP27 nobody agrees for somebody else, but for a person without a phone', () => {
  const room = agreeing('L3');
  expect(room.when(helper, 'consent', { named: true, for: 'ana' })).toEqual({ refused: 'theirs-to-agree' });
  expect(room.when(phone('bo'), 'consent', { named: true, for: 'gus' })).toEqual({ refused: 'theirs-to-agree' });
  expect(room.when(helper, 'consent', { named: true })).toEqual({ refused: 'for-whom' });
  expect(room.when(helper, 'consent', { named: true, for: 'toString' })).toEqual({ refused: 'person-unknown' });
  expect(room.when(facilitator, 'consent', { named: true, for: 'gus' })).toMatchObject([{ type: 'Consented' }]);
  room.undo();
  expect(room.console().named).toBe(0);
});

test('SP27 no names when one to four others stand beside them: those could be worked out', () => {
  expect(agreeing('L3', 'ana', 'bo').harvest()[0]).not.toHaveProperty('named');
  // Five others, or nobody.
  expect(agreeing('L3', 'ana').harvest()[0]?.named).toHaveLength(1);
  const all = agreeing('L3', 'ana', 'bo', 'chidi', 'dana', 'eli');
  all.and(helper, 'lift', { ...all.line(HELP), for: 'fatima' });
  expect(all.harvest()[0]?.named).toHaveLength(5);
});

test('SP27 whoever has no name, or is only rehearsed, is not named', () => {
  const room = agreeing('L3', 'fatima');
  expect(room.harvest()[0]).not.toHaveProperty('named');
  room.and(phone('ana'), 'consent', { named: true });
  room.arrive('ana', { rehearsed: true, ...name('Ana') });
  expect(room.harvest()[0]).not.toHaveProperty('named');
});

test('SP37 a warm-up is left out of what is kept, unless there is nothing else', () => {
  const room = eveningWith({ statements: [statement(HELP, { warmUp: true }), statement(SHARE)] });
  sixIn(room);
  expect(room.all().now?.warmUp).toBe(true);
  expect(room.harvest().map(({ statement: { text } }) => text)).toEqual([HELP]);
  room.lead('open', SHARE);
  expect(room.harvest().map(({ statement: { text } }) => text)).toEqual([SHARE]);
  room.lead('setWarmUp', HELP, { on: false });
  expect(room.harvest()).toHaveLength(2);
  expect(room.lead('setWarmUp', HELP, { on: false })).toEqual({ refused: 'already-so' });
  room.undo();
  expect(room.again().statements.map(({ warmUp }) => warmUp)).toEqual([true, false]);
});

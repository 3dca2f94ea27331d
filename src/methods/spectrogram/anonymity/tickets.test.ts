import { expect, test } from 'vitest';
import { facilitator, helper, phone, type given } from '#contract/testing/given.ts';
import type { Actor } from '#contract/method.ts';
import { eveningWith, HELP, SHARE, statement } from '../testing/meeting.ts';
import { takesPoints } from './tickets.ts';

const worker: Actor = { role: 'worker', person: null };
const POSITIONS = [50, 150, 250, 750, 850, 950];

type Cast = Parameters<typeof given>[2];
function anonymous(way: 'blind' | 'live' = 'blind', cast?: Cast) {
  const statements = [statement(HELP, { way }), statement(SHARE)];
  const room = eveningWith({ exposure: 'L0', statements }, cast);
  const point = (ticket: string, x: number, more: object = {}) => ({ ...room.line(HELP), ticket, k: 1, x, ...more });
  const release = (...points: object[]) => room.when(worker, 'release', { points });
  const six = () => release(...POSITIONS.map((x, index) => point(`t${index}`, x)));
  room.lead('open', HELP);
  return { ...room, point, release, six };
}

test('SP28 at L0 no place, and no reason, is taken from a person', () => {
  const room = anonymous();
  expect(room.place('ana', 500)).toEqual({ refused: 'place-by-ticket' });
  const forGus = { ...room.line(HELP), for: 'gus', x: 1 };
  expect(room.when(helper, 'place', forGus)).toEqual({ refused: 'place-by-ticket' });
  const why = { ...room.line(HELP), why: 'Said with a name' };
  expect(room.when(phone('ana'), 'giveReason', why)).toEqual({ refused: 'place-by-ticket' });
});

test('SP28 a person draws one ticket, and only where points come with tickets', () => {
  const room = anonymous();
  const draw = (person: string, blinded: string) => room.when(phone(person), 'drawTicket', { blinded });
  expect(draw('ana', 'a1')).toMatchObject([{ type: 'TicketDrawn' }]);
  expect(draw('ana', 'a1')).toEqual([]);
  expect(draw('ana', 'a2')).toEqual({ refused: 'ticket-drawn' });
  expect(room.own('ana')).toMatchObject({ ticket: 'a1', placements: {} });
  expect(room.console().drawn).toBe(1);
  expect(room.when(helper, 'drawTicket', { blinded: 'b' })).toEqual({ refused: 'not-yours-to-do' });
  expect(draw('bo', 'x'.repeat(65))).toEqual({ refused: 'not-understood' });
  expect(eveningWith({}).when(phone('ana'), 'drawTicket', { blinded: 'a' })).toEqual({
    refused: 'not-at-this-exposure'
  });
});

test('SP28 points come from the worker alone, and say nothing of a person', () => {
  const room = anonymous();
  for (const by of [phone('ana'), helper, facilitator])
    expect(room.when(by, 'release', { points: [] })).toEqual({ refused: 'not-yours-to-do' });
  room.six();
  room.lead('reveal', HELP);
  const seen = JSON.stringify([room.all(), room.board(), room.console()]);
  expect(seen).not.toMatch(/ana|chidi|fatima|ticket:|t[0-5]"/);
  expect(room.console()).toMatchObject({ acted: {}, people: null });
  expect(room.own('ana')).toBeNull();
});

test('SP28 a ticket that looks like a person is nobody’s place', () => {
  const room = anonymous();
  room.release(...['ana', 'bo', 'chidi', 'dana', 'eli'].map((ticket) => room.point(ticket, 500)));
  expect(room.board().counts).toEqual({ present: 7, placed: 5, unsure: 0, passed: 0 });
  expect(room.own('ana')).toBeNull();
});

test('SP29 while the line is open five tickets or more come together', () => {
  const room = anonymous();
  const four = [1, 2, 3, 4].map((x) => room.point(`t${x}`, x));
  expect(room.release(...four)).toEqual({ refused: 'fewer-than-five' });
  expect(room.release(...four, room.point('t4', 9, { k: 2 }))).toEqual({ refused: 'fewer-than-five' });
  expect(room.release(...four, room.point('t5', 5))).toMatchObject([{ type: 'Released' }]);
  expect(room.board().counts?.placed).toBe(5);
});

test('SP29 a point counts once, and a late one never undoes a later one', () => {
  const room = anonymous();
  const points = POSITIONS.map((x, index) => room.point(`t${index}`, x));
  room.release(...points);
  expect(room.release(...points)).toEqual([]);
  room.release(...points.map((point) => ({ ...point, k: 3, x: 600 })));
  expect(room.release(...points.map((point) => ({ ...point, k: 2, x: 100 })))).toEqual([]);
  room.lead('reveal', HELP);
  expect(room.board().picture?.figures).toMatchObject({ placed: 6, spread: { median: 600 } });
});

test('SP29 the order of a batch tells nothing of who came first', () => {
  const tickets = (order: string[]) => {
    const room = anonymous();
    const decided = room.release(...order.map((ticket) => room.point(ticket, 500)));
    return JSON.stringify(decided);
  };
  expect(tickets(['c', 'a', 'e', 'b', 'd'])).toBe(tickets(['e', 'd', 'c', 'b', 'a']));
});

test.each([
  ['it is locked', 'lock', HELP],
  ['another line opens', 'open', SHARE],
  ['another round begins', 'anotherRound', HELP]
])('SP29 what was on its way still comes in after %s, however few', (_what, command, text) => {
  const room = anonymous();
  room.six();
  const late = room.point('t9', 333);
  room.lead(command, text);
  expect(room.release(late)).toMatchObject([{ type: 'Released' }]);
  expect(room.harvest()[0]?.rounds[0]).toMatchObject({ placed: 7 });
});

test('SP29 until the next round closes, and never for words or rounds that are gone', () => {
  const room = anonymous();
  room.six();
  const late = room.point('t9', 333);
  room.lead('lock', HELP);
  room.lead('open', SHARE);
  expect(takesPoints(room.state, late)).toBe(true);
  room.lead('lock', SHARE);
  expect(takesPoints(room.state, late)).toBe(false);
  expect(room.release(late)).toEqual([]);
  expect(room.release({ ...late, statement: 'toString' }, { ...late, version: 7 })).toEqual([]);
});

test('SP29 a point on its way to a line whose words changed is left out, and the others wait for a fifth', () => {
  const room = anonymous();
  const stale = room.point('t9', 333);
  room.lead('reviseStatement', HELP, statement('I know two people to ask'));
  room.lead('open', SHARE);
  room.lead('lock', SHARE);
  room.lead('reopen', 'I know two people to ask');
  const fresh = ['a', 'b', 'c', 'd'].map((ticket) => ({
    ...room.point(ticket, 10),
    ...room.line('I know two people to ask')
  }));
  expect(room.release(stale, ...fresh)).toEqual({ refused: 'fewer-than-five' });
});

test.each([-1, 1001, 0.5, Number.NaN, '5', null])('SP29 %s is not a place on the line', (x) => {
  const room = anonymous();
  expect(room.release(room.point('t', x as number))).toEqual({ refused: 'not-understood' });
});

test('SP30 under five points nothing is told but how many', () => {
  const room = anonymous('live');
  room.lead('lock', HELP);
  room.release(...[1, 2, 3, 4].map((x) => room.point(`t${x}`, x * 100, { why: 'It is so' })));
  expect(room.all()).toMatchObject({ now: { revealed: true }, shape: null });
  expect(room.board()).toMatchObject({ counts: { placed: 4 }, picture: null });
  expect(room.console()).toMatchObject({ picture: null, reasons: {} });
  room.release(room.point('t5', 500));
  expect(room.board().picture).toMatchObject({
    dots: {},
    figures: { spread: { ranges: [{ from: 0, to: 1000, count: 5 }] } }
  });
  expect(Object.keys(room.console().reasons)).toHaveLength(4);
});

test('SP30 a picture is made of ranges alone: the same places are the same picture, whoever moved', () => {
  const pictureOf = (...moves: [string, number, number][]) => {
    const room = anonymous('live');
    room.six();
    room.release(
      ...['m', 'n', 'o', 'p', 'q'].map((ticket) => room.point(ticket, 500)),
      ...moves.map(([ticket, k, x]) => room.point(ticket, x, { k }))
    );
    return room.board().picture;
  };
  const one = pictureOf(['t0', 2, 950], ['t5', 2, 50]);
  const none = pictureOf();
  expect(one).toEqual(none);
  expect(one?.dots).toEqual({});
  expect(one?.figures.spread?.ranges.reduce((sum, { count }) => sum + count, 0)).toBe(11);
});

test('SP30 nobody is followed from round to round, and nothing is kept to be replayed', () => {
  const room = anonymous('live');
  room.six();
  room.lead('anotherRound', HELP);
  room.release(...POSITIONS.map((_x, index) => room.point(`t${index}`, 900)));
  room.lead('lock', HELP);
  expect(room.board().picture).toMatchObject({ previous: null, shift: null });
  expect(room.harvest()[0]).toMatchObject({ rounds: [{ placed: 6 }, { placed: 6 }] });
  expect(room.lead('replay', HELP, { round: 1 })).toEqual({ refused: 'not-at-this-exposure' });
  expect(JSON.stringify(room.state)).not.toContain('"moves":[[');
  room.lead('compare', HELP, { rounds: [1, 2] });
  expect(room.board().comparison).toMatchObject({ form: 'mirrored', dots: null, bins: null, shift: null });
  expect(room.board().comparison?.figures[1].spread).toMatchObject({ median: 900 });
});

test('SP30 a zone can be asked to speak, and nobody in particular', () => {
  const room = anonymous('live');
  room.six();
  room.and(phone('ana'), 'raiseHand', { ...room.line(HELP), on: true });
  expect(room.console().hearing).toMatchObject({ hands: 1, willing: null, people: null });
  room.and(facilitator, 'call', { zone: 0 });
  expect(room.all().called).toEqual({ zone: 0 });
  expect(room.own('ana')).toMatchObject({ called: null });
  expect(room.console().hearing).toMatchObject({ called: { zone: 0, person: null }, heard: { 0: 1 } });
});

test('SP30 reasons come with points, and can be pinned and hidden without an author', () => {
  const room = anonymous('live');
  room.release(
    ...POSITIONS.map((x, index) => room.point(`t${index}`, x, index === 0 ? { why: 'We have a list' } : {}))
  );
  const [id = '', reason] = Object.entries(room.console().reasons)[0] ?? [];
  expect(reason).toMatchObject({ why: { text: 'We have a list' }, zone: 0, person: null });
  room.and(facilitator, 'pin', { reason: id });
  expect(Object.values(room.board().reasons)).toMatchObject([{ zone: 0 }]);
  room.and(facilitator, 'hide', { reason: id });
  expect(room.board().reasons).toEqual({});
});

test('SP31 papers come from a box, five or more at once', () => {
  const room = anonymous();
  const papers = (count: number) => ({ ...room.line(HELP), points: Array.from({ length: count }, () => ({ x: 300 })) });
  expect(room.when(helper, 'placePaper', papers(4))).toEqual({ refused: 'not-understood' });
  expect(room.when(phone('ana'), 'placePaper', papers(5))).toEqual({ refused: 'not-yours-to-do' });
  room.and(helper, 'placePaper', { ...papers(5), points: [...papers(5).points, { answer: 'unsure' }] });
  expect(room.board().counts).toEqual({ present: 7, placed: 5, unsure: 1, passed: 0 });
  room.lead('lock', HELP);
  expect(room.when(helper, 'placePaper', papers(5))).toEqual({ refused: 'line-is-locked' });
  const named = eveningWith({});
  named.lead('open', HELP);
  expect(named.when(helper, 'placePaper', { ...papers(5), ...named.line(HELP) })).toEqual({
    refused: 'not-at-this-exposure'
  });
});

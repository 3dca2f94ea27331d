import { beforeEach, expect, test } from 'vitest';
import { methods } from '#methods/index.ts';
import { gathering as gatheringMethod } from './gathering.ts';
import { heldTimesOf } from './held-times.ts';
import type { GatheringState } from './state.ts';
import { gatheringView, type GatheringOnBoard } from './views.ts';

const rules = gatheringMethod(methods);
const HOUR = 3_600_000;
/** Ten o'clock in Chicago, as it was planned. */
const TEN = Date.parse('2026-11-22T16:00:00Z');
const starts = { at: TEN, timeZone: 'America/Chicago' };

let state: GatheringState;
beforeEach(() => {
  state = rules.begin({}, { at: 0, id: () => '' });
  told(
    'Convened',
    { title: 't', place: null, starts, code: '482915', licence: 'CC0-1.0', rehearsal: false },
    TEN - 100 * HOUR
  );
});

function told(type: string, data: object, at: number): void {
  rules.evolve[type as keyof typeof rules.evolve](state, data as never, at);
}
const joins = (person: string, at: number, rehearsed = false) =>
  told('Joined', { person, name: null, via: 'phone', rehearsed }, at);
const turnsTo = (activity: string | null, at: number) => told('TurnedTo', { activity }, at);
const closes = (at: number) => told('Closed', {}, at);
const reopens = (at: number) => told('Reopened', {}, at);
const held = () => {
  const { from, to } = heldTimesOf(state);
  return [(from - TEN) / HOUR, (to - TEN) / HOUR];
};

test('it was held from the first block with somebody there until it was closed', () => {
  joins('bo', TEN - 0.5 * HOUR);
  turnsTo('a1', TEN + 0.25 * HOUR);
  turnsTo('a2', TEN + 2 * HOUR);
  closes(TEN + 7 * HOUR);
  expect(held()).toEqual([0.25, 7]);
  expect(heldTimesOf(state).timeZone).toBe('America/Chicago');
});

test('a block that waits for people begins with the first of them, simulated ones not counted', () => {
  turnsTo('a1', TEN - HOUR);
  joins('robot', TEN - 0.75 * HOUR, true);
  joins('bo', TEN);
  closes(TEN + HOUR);
  expect(held()).toEqual([0, 1]);
});

test('what was tried out the day before is not yet the gathering', () => {
  joins('ana', TEN - 20 * HOUR);
  turnsTo('a1', TEN - 20 * HOUR);
  turnsTo(null, TEN - 19 * HOUR);
  turnsTo('a1', TEN);
  closes(TEN + 3 * HOUR);
  expect(held()).toEqual([0, 3]);
});

test('opened a week later to put something right, it ended when it was first closed', () => {
  joins('bo', TEN);
  turnsTo('a1', TEN);
  closes(TEN + 3 * HOUR);
  reopens(TEN + 170 * HOUR);
  closes(TEN + 171 * HOUR);
  expect(held()).toEqual([0, 3]);
});

test('closed by mistake and opened at once, or opened to go on with a block, it ended later', () => {
  joins('bo', TEN);
  turnsTo('a1', TEN);
  closes(TEN + HOUR);
  reopens(TEN + 1.1 * HOUR);
  closes(TEN + 3 * HOUR);
  expect(held()).toEqual([0, 3]);
  reopens(TEN + 24 * HOUR);
  turnsTo('a2', TEN + 24 * HOUR);
  closes(TEN + 26 * HOUR);
  expect(held()).toEqual([0, 26]);
});

test('where nothing was ever on, the plan is told, and it never ends before it begins', () => {
  closes(TEN + 2 * HOUR);
  expect(held()).toEqual([0, 2]);
  state.endedAt = null;
  closes(TEN - 50 * HOUR);
  expect(held()).toEqual([-50, -50]);
});

test('whoever publishes has the last word', () => {
  closes(TEN + 2 * HOUR);
  const said = { from: TEN - HOUR, to: TEN, timeZone: 'Europe/Berlin' };
  told('Published', { edition: 'tea', title: 't', summary: null, held: said }, TEN + 3 * HOUR);
  expect(heldTimesOf(state)).toEqual(said);
});

test('the board and its page of text are told when it was held, once that is over', () => {
  const told = () => (gatheringView(state, 'board') as GatheringOnBoard).held;
  turnsTo('a1', TEN);
  joins('ana', TEN);
  expect(told()).toBeNull();
  closes(TEN + HOUR);
  expect(told()).toEqual({ from: TEN, to: TEN + HOUR, timeZone: 'America/Chicago' });
});

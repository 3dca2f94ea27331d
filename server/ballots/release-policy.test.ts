import { expect, test } from 'vitest';
import type { Ballot, TicketPoint } from '#contract/method.ts';
import { closedBatch, hiddenAmongNew, inOrderOfChance, openBatchAt, type HeldPoint } from './release-policy.ts';

const held = (ticket: string, since = 0): HeldPoint => ({ point: { ticket, k: 1 } as TicketPoint, ticket, since });
const named = (points: readonly HeldPoint[] | null) => points?.map(({ ticket }) => ticket) ?? null;

/** As many tickets as `drawn`, of which these were seen under the one wording there is. */
const after = (drawn: number, ...used: string[]) => ({
  state: null,
  ballot: { drawn: () => drawn, used: () => new Set(used), wording: () => 'w' } as unknown as Ballot<unknown>
});

test('B1 the order of a batch is that of its tickets, whoever came first', () => {
  const order = inOrderOfChance([held('c', 1), held('a', 3), held('b', 2)]);
  expect(order.map(({ ticket }) => ticket)).toEqual(['a', 'b', 'c']);
});

test('B2 four points wait, and the fifth opens a time that the sixth does not put off', () => {
  expect(openBatchAt(4, null, 100, 3000)).toBeNull();
  expect(openBatchAt(5, null, 100, 3000)).toBe(3100);
  expect(openBatchAt(6, 3100, 2000, 3000)).toBe(3100);
  expect(openBatchAt(4, 3100, 2000, 3000)).toBeNull();
});

test('B3 a new ticket hides among five that were not seen, and a known one need not', () => {
  const points = ['new', 'seen', 'stored'].map((ticket) => held(ticket));
  expect(named(hiddenAmongNew(points, after(6, 'seen'), new Set()))).toEqual(['new', 'seen', 'stored']);
  expect(named(hiddenAmongNew(points, after(5, 'seen'), new Set(['stored'])))).toEqual(['seen', 'stored']);
});

test('B4 a closed line gives out all that came in time, however few', () => {
  expect(named(closedBatch([held('a', 10), held('b', 20), held('late', 31)], 30))).toEqual(['a', 'b']);
});

test('B5 what came after the last call waits for five', () => {
  const late = ['a', 'b', 'c', 'd', 'e'].map((ticket) => held(ticket, 40));
  expect(closedBatch(late.slice(1), 30)).toBeNull();
  expect(named(closedBatch(late, 30))).toEqual(['a', 'b', 'c', 'd', 'e']);
});

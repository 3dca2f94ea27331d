import { expect, test } from 'vitest';
import { afternoon } from '../testing/meeting.ts';

test('whoever has no phone has a card: its letter, and a table for each round, as it is now', () => {
  const room = afternoon(25).arrive('gus', { via: 'walk-in', name: { text: 'Gus' } });
  expect(room.console().cards).toEqual({});
  room.seated();
  const { letter, path } = room.console().cards['gus'] ?? { letter: null, path: [] };
  expect(Object.keys(room.console().cards)).toEqual(['gus']);
  expect(letter).toBe(room.console().tables[path[0] ?? '']?.people['gus']?.letter);
  expect(path).toEqual([1, 2, 3].map((round) => room.seating(round)['gus']));
});

test('those who lead see whether the last round leads home', () => {
  const room = afternoon(25);
  expect(room.console().returnHome).toBe(false);
  expect(room.lead('setReturnHome', { on: true }).console().returnHome).toBe(true);
});

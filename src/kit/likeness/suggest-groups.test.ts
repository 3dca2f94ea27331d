import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pairKey } from './pair-key.ts';
import { suggestGroups } from './suggest-groups.ts';
import type { Card } from './suggest-pairs.ts';
import { ENGLISH, judged } from './testing/gold.ts';

const NOTES = judged(ENGLISH).cards;
const board = (...texts: string[]): Card[] => texts.map((text, index) => ({ id: `c${index + 1}`, text }));

it('puts together what is alike, says why, and leaves the loose card loose', () => {
  const groups = suggestGroups(board('bus at night', 'snow plowing', 'a night bus', 'plowing the snow', 'pot lucks'));
  expect(groups.map(({ cards }) => cards)).toEqual([
    ['c2', 'c4'],
    ['c1', 'c3']
  ]);
  expect(groups[1]?.because).toMatchObject([
    {
      cards: ['c1', 'c3'],
      shared: [
        ['bus', 'bus'],
        ['night', 'night']
      ]
    }
  ]);
});

it('gives the same groups in any order, no card twice, none larger than asked, each joined by its pairs', () => {
  const asked = suggestGroups(NOTES, { largest: 3, leastScore: 0.2 });
  expect(Math.max(...asked.map(({ cards }) => cards.length))).toBe(3);
  const all = asked.flatMap(({ cards }) => cards);
  expect(new Set(all).size).toBe(all.length);
  for (const { cards, because } of asked) {
    expect(because).toHaveLength(cards.length - 1);
    expect([...new Set(because.flatMap((pair) => pair.cards))].sort()).toEqual(cards);
  }
  const mixed = fc.shuffledSubarray([...NOTES], { minLength: NOTES.length });
  fc.assert(
    fc.property(mixed, (cards) => void expect(suggestGroups(cards, { largest: 3, leastScore: 0.2 })).toEqual(asked)),
    { numRuns: 10 }
  );
});

it('keeps apart two cards that people keep apart, though a third is like both', () => {
  const cards = board('bus at night', 'a night bus', 'the bus of the night');
  expect(suggestGroups(cards)).toMatchObject([{ cards: ['c1', 'c2', 'c3'] }]);
  const [group, ...more] = suggestGroups(cards, { refused: new Set([pairKey('c3', 'c1')]) });
  expect(more).toEqual([]);
  expect(group?.cards).toHaveLength(2);
  expect(group?.cards).toContain('c2');
});

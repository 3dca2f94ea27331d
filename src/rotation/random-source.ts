/** Chance that can be repeated: the same seed gives the same numbers. Each is at least 0 and under 1. */
export type RandomSource = () => number;

/** Tommy Ettinger's mulberry32: 32 bits of state, and good enough to shuffle people. */
export function createRandomSource(seed: number): RandomSource {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from 0 to `limit` − 1. */
export const below = (random: RandomSource, limit: number): number => Math.floor(random() * limit);

/** In place (Fisher–Yates). */
export function shuffle<Item>(items: Item[], random: RandomSource): Item[] {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = below(random, last + 1);
    [items[last], items[other]] = [items[other] as Item, items[last] as Item];
  }
  return items;
}

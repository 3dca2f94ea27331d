/**
 * Random numbers that can be repeated: the same seed gives the same run. (mulberry32, by Tommy Ettinger, public domain.)
 */
export type SeededRandom = {
  /** From 0 up to, never reaching, 1. */
  next(): number;
  /** A whole number from 0 up to, never reaching, `limit`. */
  below(limit: number): number;
  pick<Item>(items: readonly Item[]): Item | undefined;
  chance(share: number): boolean;
};

export function createSeededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { next, below, pick: (items) => items[below(items.length)], chance: (share) => next() < share };
}

/**
 * Chance that can be thrown again: the same seed gives the same run. (mulberry32, by Tommy Ettinger, public domain.)
 */
export type Dice = {
  /** From 0 up to, never reaching, 1. */
  roll(): number;
  /** A whole number from 0 up to, never reaching, `sides`. */
  below(sides: number): number;
  pick<Item>(items: readonly Item[]): Item | undefined;
  chance(share: number): boolean;
};

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (sides: number) => Math.floor(roll() * sides);
  return { roll, below, pick: (items) => items[below(items.length)], chance: (share) => roll() < share };
}

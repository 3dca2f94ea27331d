import type { RandomSource } from '#methods/shared/bots.ts';

/** A small generator of even chance from a seed, so that the same room behaves the same tomorrow. */
export function randomSource(seed: number): RandomSource {
  let state = seed;
  return {
    chance: () => {
      state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
      return state / 4_294_967_296;
    }
  };
}

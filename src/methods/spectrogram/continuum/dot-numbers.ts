import type { Facts } from '#contract/method.ts';
import { getOwn } from '#contract/get-own.ts';
import { type State } from '../state.ts';
import type { Via } from '../placement.ts';

/**
 * The highest number of a dot; the lowest is 1. A frame of moving dots has two bytes for it, and the last value means
 * something else.
 */
export const DOTS_MOST = 65_534;

/**
 * The key of a dot's number. A helper who typed a place knows the dot. If it were the person's own dot, the helper
 * would know it on every other line, too. So a place typed by a helper has a dot of its own.
 */
export const dotKey = (person: string, via: Via): string => (via === 'helper' ? `helper:${person}` : person);

export const dotOf = (state: State, person: string, { via }: { via: Via }): number =>
  getOwn(state.dots, dotKey(person, via)) ?? 0;

/**
 * The number of this dot, or a free random one. Numbers in order would tell an observer of the room whose dot it is.
 */
export function dotFor(state: State, person: string, via: Via, facts: Facts): number {
  const own = getOwn(state.dots, dotKey(person, via));
  if (own !== undefined) return own;
  let dot = (parseInt(facts.id().slice(-8), 36) % DOTS_MOST) + 1;
  for (let tries = 0; tries < DOTS_MOST && Object.hasOwn(state.taken, dot); tries += 1) dot = (dot % DOTS_MOST) + 1;
  return dot;
}

import type { Facts } from '#contract/method.ts';
import { getOwn } from '#contract/get-own.ts';
import { type State } from '../state.ts';
import type { Via } from '../placement.ts';

/**
 * The numbers a dot can have, from 1. In a frame of moving dots one is two bytes, and the last value means something
 * else.
 */
export const DOTS_MOST = 65_534;

/**
 * Whose hands a dot is known by. A helper who typed a place knows the dot they made; were it the person's own, they
 * would know that on every other line, too. So what others place has a dot of its own.
 */
export const dotKey = (person: string, via: Via): string => (via === 'helper' ? `helper:${person}` : person);

export const dotOf = (state: State, person: string, { via }: { via: Via }): number =>
  getOwn(state.dots, dotKey(person, via)) ?? 0;

/**
 * The number of this dot, or a free one drawn by chance: whoever watches who acts, and in which order, does not learn
 * from it whose dot is whose.
 */
export function dotFor(state: State, person: string, via: Via, facts: Facts): number {
  const own = getOwn(state.dots, dotKey(person, via));
  if (own !== undefined) return own;
  let dot = (parseInt(facts.id().slice(-8), 36) % DOTS_MOST) + 1;
  for (let tries = 0; tries < DOTS_MOST && Object.hasOwn(state.taken, dot); tries += 1) dot = (dot % DOTS_MOST) + 1;
  return dot;
}

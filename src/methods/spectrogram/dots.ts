import type { Facts } from '../method.ts';
import type { State } from './state.ts';

/** The numbers a dot can have, from 1. In a frame of moving dots one is two bytes, and the last value means something else. */
export const DOTS_MOST = 65_534;

/**
 * The number of this person's dot, or a free one drawn by chance: whoever watches who acts, and in which order, does not
 * learn from it whose dot is whose.
 */
export function dotFor(state: State, person: string, facts: Facts): number {
  const own = state.dots[person];
  if (own !== undefined && Object.hasOwn(state.dots, person)) return own;
  let dot = (parseInt(facts.id().slice(-8), 36) % DOTS_MOST) + 1;
  for (let tries = 0; tries < DOTS_MOST && Object.hasOwn(state.taken, dot); tries += 1) dot = (dot % DOTS_MOST) + 1;
  return dot;
}

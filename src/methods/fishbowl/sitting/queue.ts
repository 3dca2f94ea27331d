import { chairHeldFor } from './current-seats.ts';
import type { Request, State } from '../state.ts';

/**
 * More than the number of requests will ever be: ranks compare turns in steps of it, and the order of asking within a
 * step.
 */
const RANKS_PER_TURN = 1_000_000;

/** The request with the lowest `rank` is next. */
export type Waiting = { id: string; rank: number; request: Request };

/** The queue, the next person first. People for whom a chair is held are not in it. */
export function waitingInOrder(state: State): Waiting[] {
  const called = new Set(Object.values(state.chairs).flatMap(({ held }) => held?.request ?? []));
  const rank = ranking(state);
  return inAskingOrder(state)
    .filter(({ id }) => !called.has(id))
    .map((waiting) => ({ ...waiting, rank: rank(waiting.request) }))
    .sort((one, other) => one.rank - other.rank);
}

/** The people who stand behind this chair, the first one first. */
export const waitingBehind = (state: State, chair: string): Waiting[] =>
  waitingInOrder(state).filter(({ request }) => request.chair === chair);

/** Whether a request waits for which no chair is held. It runs very often, so it stops at the first one. */
export function isAnybodyWaiting(state: State): boolean {
  for (const id of Object.keys(state.requests)) if (!chairHeldFor(state, id)) return true;
  return false;
}

const inAskingOrder = ({ requests }: State) =>
  Object.entries(requests)
    .map(([id, request]) => ({ id, request }))
    .sort((one, other) => one.request.order - other.request.order);

/**
 * Must be called in the order of asking: with `balance` the second request of a tag counts as if the first had already
 * sat.
 */
function ranking(state: State): (request: Request) => number {
  if (state.policy === 'first-timers')
    return ({ person, order }) => order + (Object.hasOwn(state.speakers, person) ? RANKS_PER_TURN : 0);
  if (state.policy !== 'balance') return ({ order }) => order;
  const turns = new Map<number | null, number>();
  const count = (tag: number | null) => {
    const before = turns.get(tag) ?? 0;
    turns.set(tag, before + 1);
    return before;
  };
  for (const { tag } of Object.values(state.turns)) count(tag);
  return ({ tag, order }) => order + count(tag) * RANKS_PER_TURN;
}

import { heldFor } from './ring.ts';
import type { Request, State } from '../state.ts';

/** More than anybody will ever ask: a rank above it counts turns first, and the order of asking after that. */
const ROUND = 1_000_000;

/** The lowest `rank` is next. */
export type Waiting = { id: string; rank: number; request: Request };

/** Everybody who waits, whoever is next first. Whoever a chair is held for is not among them. */
export function line(state: State): Waiting[] {
  const called = new Set(Object.values(state.chairs).flatMap(({ held }) => held?.request ?? []));
  const rank = ranking(state);
  return byAsking(state)
    .filter(({ id }) => !called.has(id))
    .map((waiting) => ({ ...waiting, rank: rank(waiting.request) }))
    .sort((one, other) => one.rank - other.rank);
}

/** Whoever stands behind this chair and would take it, the first one first. */
export const behind = (state: State, chair: string): Waiting[] =>
  line(state).filter(({ request }) => request.chair === chair);

/** Whether anybody waits for whom no chair is held. Asked at every step, so nobody is counted. */
export function somebodyWaits(state: State): boolean {
  for (const id of Object.keys(state.requests)) if (!heldFor(state, id)) return true;
  return false;
}

const byAsking = ({ requests }: State) =>
  Object.entries(requests)
    .map(([id, request]) => ({ id, request }))
    .sort((one, other) => one.request.order - other.request.order);

/** Must be asked in the order of asking: for balance the second of a tag counts as if the first had sat already. */
function ranking(state: State): (request: Request) => number {
  if (state.policy === 'first-timers')
    return ({ person, order }) => order + (Object.hasOwn(state.speakers, person) ? ROUND : 0);
  if (state.policy !== 'balance') return ({ order }) => order;
  const turns = new Map<number | null, number>();
  const count = (tag: number | null) => {
    const before = turns.get(tag) ?? 0;
    turns.set(tag, before + 1);
    return before;
  };
  for (const { tag } of Object.values(state.turns)) count(tag);
  return ({ tag, order }) => order + count(tag) * ROUND;
}

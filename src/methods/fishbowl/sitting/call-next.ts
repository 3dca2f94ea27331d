import { isHere } from '#kit/rules/people.ts';
import type { Fact, Facts, Roster } from '#contract/method.ts';
import type { Events, RequestRef } from '../events.ts';
import { waitingInOrder, type Waiting } from './queue.ts';
import { callsAutomatically, type Stage } from '../stages/stage-order.ts';
import { chairsInOrder, isFree } from './current-seats.ts';
import { HOLD_MS } from '../limits.ts';
import type { Form, Policy } from '../settings.ts';
import type { Request, State } from '../state.ts';

/**
 * What a decision has already changed when it calls the next people. It is kept beside the state: to copy the state at
 * every step would cost a thousand copies when a thousand people ask at once.
 */
export type ChangesSoFar = {
  form?: Form;
  stage?: Stage;
  policy?: Policy;
  /** `left`: chairs whose sitter got up. `released`: chairs that are no longer held for the person who was called. */
  left?: readonly string[];
  released?: readonly string[];
  /** Chairs that were taken or removed by this decision. */
  taken?: readonly string[];
  added?: State['chairs'];
  /** `gone`: requests that have ended. `come`: requests that were made or changed. */
  gone?: readonly string[];
  come?: Readonly<Record<string, Request>>;
  /** The request that has just let a chair pass: others are called before it. */
  passing?: string;
};

type Call = RequestRef & { chair: string };

/** Calls the next person to each free chair and holds the chair for them. */
export const callNext = (state: State, already: ChangesSoFar, facts: Facts, roster: Roster): Fact<Events>[] =>
  nextCalls(state, already, roster).map((call) => ({
    type: 'ChairHeld',
    data: { ...call, until: facts.at + HOLD_MS }
  }));

/** Who would be called, chair by chair. */
export function nextCalls(state: State, already: ChangesSoFar, roster: Roster): Call[] {
  if (!callsAutomatically({ form: state.form, stage: state.stage, policy: state.policy, ...already })) return [];
  const open = openChairs(state, already);
  if (open.length === 0) return [];
  const waiting = queueAfter(state, already).filter(({ request }) => isHere(roster, request.person));
  let resting = already.left?.length ? null : state.chances;
  return open.flatMap(({ id: chair, kind }): Call[] => {
    const next = waiting.findIndex(
      ({ id, request }) =>
        (request.chair === chair || (request.chair === null && kind !== 'remote')) &&
        (resting === null || (request.rests !== resting && id !== already.passing))
    );
    const [found] = next < 0 ? [] : waiting.splice(next, 1);
    if (!found) return [];
    resting = null;
    return [{ request: found.id, person: found.request.person, chair }];
  });
}

function openChairs(state: State, already: ChangesSoFar) {
  const free = new Set([...(already.left ?? []), ...(already.released ?? [])]);
  return chairsInOrder({ ...state.chairs, ...already.added })
    .filter(([id, chair]) => (isFree(chair) || free.has(id)) && !already.taken?.includes(id))
    .map(([id, { kind }]) => ({ id, kind }));
}

function queueAfter(state: State, already: ChangesSoFar): Waiting[] {
  const { gone = [], come = {}, released = [] } = already;
  const policy = already.policy ?? state.policy;
  const chairs = { ...state.chairs };
  for (const id of released) if (chairs[id]) chairs[id] = { ...chairs[id], held: null };
  const requests = { ...state.requests, ...come };
  for (const id of gone) delete requests[id];
  return waitingInOrder({ ...state, policy, chairs, requests });
}

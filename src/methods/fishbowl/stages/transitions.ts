import type { Fact, Facts, Roster } from '#contract/method.ts';
import { endIn } from '#kit/rules/stages/soft-end.ts';
import { callNext } from '../sitting/call-next.ts';
import type { Events } from '../events.ts';
import { seatNextGroup } from './groups.ts';
import { callsAutomatically, isOver, hasInnerCircle, leavesOneFree, type Stage } from './stage-order.ts';
import { chairsInOrder, chairsInRoom, currentTurns } from '../sitting/current-seats.ts';
import type { Form } from '../settings.ts';
import { beginTurn } from '../sitting/sit-and-leave.ts';
import { getOwn } from '#contract/get-own.ts';
import { invitedId, type Request, type State } from '../state.ts';

/** Half a minute to think, and half a minute for each of the two. */
const PAIRS_MS = 90_000;

/** All facts of a change of stage: who gets up, who sits down, who is called, and what happens to the queue. */
export function goToStage(state: State, stage: Stage, facts: Facts, roster: Roster): Fact<Events>[] {
  const begins = hasInnerCircle(stage) && (state.stage === 'ready' || state.stage === 'pairs');
  const endsAt = endOf(state, stage, begins, facts);
  const set: Fact<Events> = { type: 'StageSet', data: { stage, endsAt } };
  if (isOver(stage)) return [set, ...emptyRing(state), ...(stage === 'closed' ? closeQueue(state) : [])];
  const reopened = state.stage === 'closed' ? closedQueue(state) : {};
  const come = Object.keys(reopened).length > 0 ? [reopenQueue(reopened)] : [];
  const sit = begins ? seatStarters(state, facts, roster) : [];
  const taken = sit.flatMap(({ type, data }) => (type === 'TurnBegan' ? [data.chair] : []));
  const { form, policy } = state;
  return [set, ...come, ...sit, ...callAgain(state, { form, stage, policy, come: reopened, taken }, facts, roster)];
}

function endOf({ stage: from, minutes, endsAt }: State, stage: Stage, begins: boolean, facts: Facts): number | null {
  if (stage === 'pairs' || stage === 'pairs-again') return facts.at + PAIRS_MS;
  if (begins) return endIn(minutes, facts.at);
  return from === 'pairs-again' ? null : endsAt;
}

type NewRules = { form: Form; stage: Stage; policy: State['policy']; come?: Record<string, Request>; taken?: string[] };

/**
 * After a change of form or stage: people are called again, or all held chairs are released where nobody is called
 * automatically.
 */
export function callAgain(state: State, anew: NewRules, facts: Facts, roster: Roster): Fact<Events>[] {
  return callsAutomatically(anew) ? callNext(state, anew, facts, roster) : releaseHolds(state);
}

/** Releases all held chairs; the called people go back to their place in the queue. */
function releaseHolds(state: State): Fact<Events>[] {
  return chairsInOrder(state.chairs).flatMap(([chair, { held }]): Fact<Events>[] => {
    const waiting = held && getOwn(state.requests, held.request);
    if (!waiting) return [];
    const { request } = held;
    return [{ type: 'HoldReleased', data: { request, person: waiting.person, chair, why: 'taken' } }];
  });
}

/** All sitters get up and their turns end. */
const emptyRing = (state: State): Fact<Events>[] => [
  ...releaseHolds(state),
  ...currentTurns(state).map(({ id, turn }): Fact<Events> => ({
    type: 'TurnEnded',
    data: { turn: id, sitter: turn.sitter }
  }))
];

const peopleOf = (requests: Readonly<Record<string, Request>>): Record<string, string> =>
  Object.fromEntries(Object.entries(requests).map(([id, { person }]) => [id, person]));

const closeQueue = ({ requests }: State): Fact<Events>[] =>
  Object.keys(requests).length > 0 ? [{ type: 'LineClosed', data: { requests: peopleOf(requests) } }] : [];

const reopenQueue = (requests: Record<string, Request>): Fact<Events> => ({
  type: 'LineReopened',
  data: { requests: peopleOf(requests) }
});

/** The requests that still waited when the fishbowl was closed. */
const closedQueue = ({ ends }: State): Record<string, Request> =>
  Object.fromEntries(
    Object.entries(ends).flatMap(([id, { how, request }]) => (how === 'closed' ? [[id, request]] : []))
  );

/** A group, or the invited guests who have not sat yet, sit down on the chairs that were put there for them. */
function seatStarters(state: State, facts: Facts, roster: Roster): Fact<Events>[] {
  if (state.form === 'closed' && state.groups.length > 0) return seatNextGroup(state, facts, roster);
  const sat = new Set(Object.values(state.turns).map(({ first }) => first));
  const coming = state.invited.map((_name, index) => invitedId(index + 1)).filter((sitter) => !sat.has(sitter));
  const empty = chairsInRoom(state.chairs).filter(([, { turn }]) => turn === null);
  const places = empty.filter(([, { kind }]) => kind === 'invited');
  const most = leavesOneFree(state.form) ? empty.length - 1 : empty.length;
  return places.slice(0, Math.max(0, most)).flatMap(([chair], index) => {
    const sitter = coming[index];
    return sitter === undefined ? [] : [beginTurn(state, chair, sitter, facts, roster)];
  });
}

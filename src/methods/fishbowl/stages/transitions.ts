import type { Fact, Facts, Roster } from '#contract/method.ts';
import { called } from '../sitting/call-next.ts';
import type { Events } from '../events.ts';
import { nextGroupSits } from './groups.ts';
import { calls, isOver, isTogether, leavesOneFree, type Stage } from './stage-order.ts';
import { inOrder, inTheRoom, running } from '../sitting/ring.ts';
import type { Form } from '../settings.ts';
import { turnBegins } from '../sitting/sit-and-leave.ts';
import { getOwn } from '#contract/get-own.ts';
import { invitedId, type Request, type State } from '../state.ts';

const MINUTE_MS = 60_000;
/** Half a minute to think, and half a minute for each of the two. */
const PAIRS_MS = 90_000;

/** All facts of a change of stage: who gets up, who sits down, who is called, and what happens to the queue. */
export function turnedTo(state: State, stage: Stage, facts: Facts, roster: Roster): Fact<Events>[] {
  const begins = isTogether(stage) && (state.stage === 'ready' || state.stage === 'pairs');
  const endsAt = endOf(state, stage, begins, facts);
  const set: Fact<Events> = { type: 'StageSet', data: { stage, endsAt } };
  if (isOver(stage)) return [set, ...dissolved(state), ...(stage === 'closed' ? lineCloses(state) : [])];
  const reopened = state.stage === 'closed' ? closedLine(state) : {};
  const come = Object.keys(reopened).length > 0 ? [lineReopens(reopened)] : [];
  const sit = begins ? startersSit(state, facts, roster) : [];
  const taken = sit.flatMap(({ type, data }) => (type === 'TurnBegan' ? [data.chair] : []));
  const { form, policy } = state;
  return [set, ...come, ...sit, ...callsAnew(state, { form, stage, policy, come: reopened, taken }, facts, roster)];
}

function endOf({ stage: from, minutes, endsAt }: State, stage: Stage, begins: boolean, facts: Facts): number | null {
  if (stage === 'pairs' || stage === 'pairs-again') return facts.at + PAIRS_MS;
  if (begins) return minutes === null ? null : facts.at + minutes * MINUTE_MS;
  return from === 'pairs-again' ? null : endsAt;
}

type Anew = { form: Form; stage: Stage; policy: State['policy']; come?: Record<string, Request>; taken?: string[] };

/**
 * After a change of form or stage: people are called again, or all held chairs are released where nobody is called
 * automatically.
 */
export function callsAnew(state: State, anew: Anew, facts: Facts, roster: Roster): Fact<Events>[] {
  return calls(anew) ? called(state, anew, facts, roster) : released(state);
}

/** Releases all held chairs; the called people go back to their place in the queue. */
function released(state: State): Fact<Events>[] {
  return inOrder(state.chairs).flatMap(([chair, { held }]): Fact<Events>[] => {
    const waiting = held && getOwn(state.requests, held.request);
    if (!waiting) return [];
    const { request } = held;
    return [{ type: 'HoldReleased', data: { request, person: waiting.person, chair, why: 'taken' } }];
  });
}

/** All sitters get up and their turns end. */
const dissolved = (state: State): Fact<Events>[] => [
  ...released(state),
  ...running(state).map(({ id, turn }): Fact<Events> => ({
    type: 'TurnEnded',
    data: { turn: id, sitter: turn.sitter }
  }))
];

const peopleOf = (requests: Readonly<Record<string, Request>>): Record<string, string> =>
  Object.fromEntries(Object.entries(requests).map(([id, { person }]) => [id, person]));

const lineCloses = ({ requests }: State): Fact<Events>[] =>
  Object.keys(requests).length > 0 ? [{ type: 'LineClosed', data: { requests: peopleOf(requests) } }] : [];

const lineReopens = (requests: Record<string, Request>): Fact<Events> => ({
  type: 'LineReopened',
  data: { requests: peopleOf(requests) }
});

/** The requests that still waited when the fishbowl was closed. */
const closedLine = ({ ends }: State): Record<string, Request> =>
  Object.fromEntries(
    Object.entries(ends).flatMap(([id, { how, request }]) => (how === 'closed' ? [[id, request]] : []))
  );

/** A group, or the invited guests who have not sat yet, sit down on the chairs that were put there for them. */
function startersSit(state: State, facts: Facts, roster: Roster): Fact<Events>[] {
  if (state.form === 'closed' && state.groups.length > 0) return nextGroupSits(state, facts, roster);
  const sat = new Set(Object.values(state.turns).map(({ first }) => first));
  const coming = state.invited.map((_name, index) => invitedId(index + 1)).filter((sitter) => !sat.has(sitter));
  const empty = inTheRoom(state.chairs).filter(([, { turn }]) => turn === null);
  const places = empty.filter(([, { kind }]) => kind === 'invited');
  const most = leavesOneFree(state.form) ? empty.length - 1 : empty.length;
  return places.slice(0, Math.max(0, most)).flatMap(([chair], index) => {
    const sitter = coming[index];
    return sitter === undefined ? [] : [turnBegins(state, chair, sitter, facts, roster)];
  });
}

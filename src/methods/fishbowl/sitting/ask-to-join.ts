import { presentPersonFor, personFor } from '#kit/rules/people.ts';
import * as v from 'valibot';
import {
  commandOf,
  STAFF,
  type Actor,
  type Decision,
  type Fact,
  type Facts,
  type Refusal,
  type Roster
} from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import { text } from '#contract/typed-text.ts';
import { callNext } from './call-next.ts';
import type { Events, RequestRef, RequestEvents, Wish } from '../events.ts';
import { nameOf } from './sitters.ts';
import { refuse } from '../refuse.ts';
import { newRequest } from './requests.ts';
import { chairHeldFor, seatOf } from './current-seats.ts';
import { isBeforeOpening, takesRequests } from '../stages/stage-order.ts';
import { WHY_LONGEST } from '../limits.ts';
import { getOwn } from '#contract/get-own.ts';
import { type State } from '../state.ts';

const command = commandOf<State, Events>();
const optionalPerson = v.optional(v.string());
const forPerson = v.strictObject({ for: optionalPerson });

export const asking = partOf<State, Events>()({
  commands: {
    ask: command({
      who: ['participant', ...STAFF],
      /** A person who already waits can change the request this way, and keeps the place in the queue. */
      input: v.strictObject({
        for: optionalPerson,
        why: v.nullable(text(WHY_LONGEST)),
        chair: v.nullable(v.string()),
        tag: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)))
      }),
      decide(state, { for: other, ...wish }, by, facts, roster) {
        const person = presentPersonFor(other, by, roster);
        if (typeof person !== 'string') return person;
        if (state.form === 'closed') return refuse('no-requests-in-this-form');
        if (!takesRequests(state)) return refuse(isBeforeOpening(state.stage) ? 'not-open-yet' : 'nobody-comes-in-now');
        if (seatOf(state, person)) return refuse('already-in-the-bowl');
        if (wish.chair !== null && !getOwn(state.chairs, wish.chair)) return refuse('chair-unknown');
        if (wish.tag !== null && wish.tag >= state.tags.length) return refuse('tag-unknown');
        const waits = getOwn(state.asked, person);
        if (waits === undefined) {
          const name = nameOf(state, person, roster);
          return requestMade(state, { request: facts.id(), person, name, ...wish }, facts, roster);
        }
        return requestChanged(state, { request: waits, person, ...wish }, facts, roster);
      },
      undo: true
    }),
    withdraw: command({
      who: ['participant', ...STAFF],
      input: forPerson,
      decide(state, { for: other }, by, facts, roster) {
        const found = requestOf(state, other, by);
        if ('refused' in found) return found;
        const released = chairHeldFor(state, found.request)?.chair;
        const ended: Fact<Events> = { type: 'RequestEnded', data: { ...found, how: 'withdrawn' } };
        const already = { gone: [found.request], released: released === undefined ? [] : [released] };
        return [ended, ...callNext(state, already, facts, roster)];
      },
      undo: true
    }),
    letPass: command({
      who: ['participant', ...STAFF],
      input: forPerson,
      decide(state, { for: other }, by, facts, roster) {
        const found = requestOf(state, other, by);
        if ('refused' in found) return found;
        const held = chairHeldFor(state, found.request);
        if (!held) return refuse('no-chair-for-you');
        const released: Fact<Events> = { type: 'HoldReleased', data: { ...found, chair: held.chair, why: 'passed' } };
        return [released, ...callNext(state, { released: [held.chair], passing: found.request }, facts, roster)];
      },
      undo: true
    })
  }
});

function requestMade(state: State, data: RequestEvents['Requested'], facts: Facts, roster: Roster): Decision<Events> {
  const { request, ...wish } = data;
  const come = { [request]: newRequest(wish, state.made + 1, facts.at) };
  return [{ type: 'Requested', data }, ...callNext(state, { come }, facts, roster)];
}

function requestChanged(state: State, data: RequestRef & Wish, facts: Facts, roster: Roster): Decision<Events> {
  const { request, person: _person, ...wish } = data;
  const before = getOwn(state.requests, request);
  if (!before) return refuse('not-in-the-line');
  const held = chairHeldFor(state, request);
  if (held && wish.chair !== null && wish.chair !== held.chair) return refuse('chair-waits-for-you');
  const same = before.why?.text === wish.why?.text && before.tag === wish.tag && before.chair === wish.chair;
  // Called even when nothing changed: a person who was away may have been passed over meanwhile.
  if (same && before.rests === null) return callNext(state, {}, facts, roster);
  const come = { [request]: { ...before, ...wish, rests: null } };
  return [{ type: 'RequestChanged', data }, ...callNext(state, { come }, facts, roster)];
}

/** The request of the sender, or of the person they name. That person may have left the meeting. */
export function requestOf(state: State, other: string | undefined, by: Actor): RequestRef | Refusal {
  const person = personFor(other, by);
  if (typeof person !== 'string') return person;
  const request = getOwn(state.asked, person);
  return request === undefined ? refuse('not-in-the-line') : { request, person };
}

import { isForeign, isHere, personFor } from '#kit/rules/people.ts';
import * as v from 'valibot';
import { commandOf, STAFF, type Decision, type Fact, type Facts, type Roster } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import { requestOf } from './ask-to-join.ts';
import { callNext } from './call-next.ts';
import type { Events } from '../events.ts';
import { nameOf, sitterOf } from './sitters.ts';
import { waitingBehind } from './queue.ts';
import { refuse } from '../refuse.ts';
import { onChair } from './command-fields.ts';
import { chairHeldFor, chairsInRoom, isSameTurn, seatOf, turnIn } from './current-seats.ts';
import { isBeforeOpening, isOver, leavesOneFree } from '../stages/stage-order.ts';
import { getOwn } from '#contract/get-own.ts';
import { type SitterId, type State } from '../state.ts';

const command = commandOf<State, Events>();
const forPerson = v.strictObject({ for: v.optional(v.string()) });

export const sitting = partOf<State, Events>()({
  commands: {
    sit: command({
      who: ['participant', ...STAFF],
      /**
       * On the chair that is held for the person. It also works after the time is over, as long as nobody else was
       * called.
       */
      input: forPerson,
      decide(state, { for: other }, by, facts, roster) {
        const found = requestOf(state, other, by);
        // A second tap on "sit" is no error: the person sits already.
        if ('refused' in found) return seatOf(state, other ?? by.person ?? '') && !isForeign(other, by) ? [] : found;
        const held = chairHeldFor(state, found.request);
        return held ? sitDown(state, held.chair, found.person, facts, roster) : refuse('no-chair-for-you');
      },
      undo: true
    }),
    stepOut: command({
      who: ['participant', ...STAFF],
      input: forPerson,
      decide(state, { for: other }, by, facts, roster) {
        const person = personFor(other, by);
        if (typeof person !== 'string') return person;
        const seat = seatOf(state, person);
        return seat ? leaveChair(state, seat.chair, facts, roster) : refuse('not-in-the-bowl');
      },
      undo: true
    }),
    tapIn: command({
      who: ['participant', ...STAFF],
      /** The sitter leaves at once. Only the first person behind a chair may take it. */
      input: forPerson,
      decide(state, { for: other }, by, facts, roster) {
        if (state.form !== 'samoan') return refuse('not-in-this-form');
        if (state.stage !== 'bowl')
          return refuse(isBeforeOpening(state.stage) ? 'not-open-yet' : 'nobody-comes-in-now');
        const found = requestOf(state, other, by);
        if ('refused' in found) return found;
        const chair = getOwn(state.requests, found.request)?.chair ?? null;
        if (chair === null) return refuse('not-behind-a-chair');
        const first = waitingBehind(state, chair).find(({ request }) => isHere(roster, request.person));
        const mayAnyway = chairHeldFor(state, found.request) !== null;
        if (!mayAnyway && (first?.id !== found.request || getOwn(state.chairs, chair)?.held))
          return refuse('not-first-behind');
        return sitDown(state, chair, found.person, facts, roster);
      },
      undo: true
    }),
    seat: command({
      who: STAFF,
      input: v.union([
        v.strictObject({ ...onChair.entries, person: v.string() }),
        v.strictObject({ ...onChair.entries, invited: v.string() })
      ]),
      decide(state, { chair, turn, ...asked }, _by, facts, roster) {
        if (!getOwn(state.chairs, chair)) return refuse('chair-unknown');
        if (!isSameTurn(turnIn(state, chair)?.id ?? null, turn)) return refuse('already-moved-on');
        if (isOver(state.stage)) return refuse('nobody-comes-in-now');
        const sitter = sitterOf(state, asked, roster);
        if (typeof sitter !== 'string') return sitter;
        return takesLastFree(state, chair, sitter)
          ? refuse('one-chair-stays-free')
          : sitDown(state, chair, sitter, facts, roster);
      },
      undo: true
    }),
    unseat: command({
      who: STAFF,
      input: onChair,
      decide(state, { chair, turn }, _by, facts, roster) {
        if (!getOwn(state.chairs, chair)) return refuse('chair-unknown');
        const now = turnIn(state, chair);
        if (!now) return refuse('chair-is-free');
        return isSameTurn(now.id, turn) ? leaveChair(state, chair, facts, roster) : refuse('already-moved-on');
      },
      undo: true
    })
  }
});

/**
 * A person sits down on this chair. The sitter leaves it, a person who was called to it goes back to the queue, and the
 * new sitter leaves their old chair and the queue.
 */
function sitDown(state: State, chair: string, sitter: SitterId, facts: Facts, roster: Roster): Decision<Events> {
  const seat = seatOf(state, sitter);
  if (seat?.chair === chair) return [];
  const request = getOwn(state.asked, sitter) ?? null;
  const [own, held] = [
    request === null ? null : chairHeldFor(state, request),
    getOwn(state.chairs, chair)?.held ?? null
  ];
  const waiting = held && held.request !== request ? getOwn(state.requests, held.request) : undefined;
  const done: Fact<Events>[] = [];
  if (seat) done.push({ type: 'TurnEnded', data: { turn: seat.turn, sitter } });
  const before = turnIn(state, chair);
  if (before) done.push({ type: 'TurnEnded', data: { turn: before.id, sitter: before.turn.sitter } });
  if (held && waiting)
    done.push({
      type: 'HoldReleased',
      data: { request: held.request, person: waiting.person, chair, why: 'taken' }
    });
  if (request !== null) done.push({ type: 'RequestEnded', data: { request, person: sitter, how: 'seated' } });
  done.push(beginTurn(state, chair, sitter, facts, roster));
  const already = {
    left: seat ? [seat.chair] : [],
    released: [...(own ? [own.chair] : []), ...(waiting ? [chair] : [])],
    taken: [chair],
    gone: request === null ? [] : [request]
  };
  return [...done, ...callNext(state, already, facts, roster)];
}

export function beginTurn(
  state: State,
  chair: string,
  sitter: SitterId,
  facts: Facts,
  roster: Roster
): Fact<Events> & { type: 'TurnBegan' } {
  const tag = getOwn(state.requests, getOwn(state.asked, sitter) ?? null)?.tag ?? lastTag(state, sitter);
  return {
    type: 'TurnBegan',
    data: { turn: facts.id(), chair, sitter, name: nameOf(state, sitter, roster), tag }
  };
}

function leaveChair(state: State, chair: string, facts: Facts, roster: Roster): Decision<Events> {
  const now = turnIn(state, chair);
  if (!now) return refuse('chair-is-free');
  const ended: Fact<Events> = { type: 'TurnEnded', data: { turn: now.id, sitter: now.turn.sitter } };
  return [ended, ...callNext(state, { left: [chair] }, facts, roster)];
}

/** Before the conversation opens, starters must leave one chair free. */
function takesLastFree(state: State, chair: string, sitter: SitterId): boolean {
  const { kind, turn: now } = getOwn(state.chairs, chair) ?? {};
  if (!leavesOneFree(state.form) || !isBeforeOpening(state.stage) || now || kind === 'remote') return false;
  const from = seatOf(state, sitter)?.chair;
  return chairsInRoom(state.chairs).every(([id, { turn }]) => id === chair || (turn !== null && id !== from));
}

/** The tag of the person's last turn: a person whom a helper seats without a request still belongs to it. */
const lastTag = (state: State, sitter: SitterId): number | null =>
  Object.values(state.turns)
    .filter((turn) => turn.sitter === sitter)
    .sort((one, other) => one.order - other.order)
    .at(-1)?.tag ?? null;

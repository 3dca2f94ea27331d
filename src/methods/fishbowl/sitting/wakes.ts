import * as v from 'valibot';
import { AT_ONCE, commandOf, type Fact, type Roster, type Wake } from '#contract/method.ts';
import { isHere, isShownOut } from '#kit/rules/people.ts';
import { partOf } from '#contract/part.ts';
import { getOwn } from '#contract/get-own.ts';
import type { Events } from '../events.ts';
import { isInvited, type State } from '../state.ts';
import { callNext, nextCalls } from './call-next.ts';
import { reminders } from './reminders.ts';
import { callsAutomatically } from '../stages/stage-order.ts';
import { chairHeldFor, isFree, currentTurns, seatOf } from './current-seats.ts';
import { takeOffBoard } from '../notes/silent-cards.ts';

/** How many times a person may miss a held chair before their request ends. */
const LAPSES_MOST = 2;
/**
 * After so many missed chairs in a row nobody is called automatically until a person acts: the room may be at lunch.
 */
const LAPSES_IN_A_ROW = 4;

const command = commandOf<State, Events>();

/** What the clock does with chairs and the queue while nobody acts. */
export const waking = partOf<State, Events>()({
  commands: {
    lapse: command({
      who: ['clock'],
      input: v.strictObject({ request: v.string(), until: v.number() }),
      decide(state, { request, until }, _by, facts, roster) {
        const held = chairHeldFor(state, request);
        const found = getOwn(state.requests, request);
        if (!found || held?.until !== until || facts.at < until) return [];
        const ones = { request, person: found.person };
        const over = found.lapses + 1 >= LAPSES_MOST;
        const lapsed: Fact<Events>[] = over
          ? [{ type: 'RequestEnded', data: { ...ones, how: 'lapsed' } }]
          : [{ type: 'HoldReleased', data: { ...ones, chair: held.chair, why: 'lapsed' } }];
        if (state.lapses + 1 >= LAPSES_IN_A_ROW) return lapsed;
        const already = { released: [held.chair], ...(over ? { gone: [request] } : {}) };
        const others = callNext(state, { ...already, passing: request }, facts, roster);
        // When nobody else waits for the chair, the same person is called to it again.
        return [...lapsed, ...(others.length > 0 ? others : callNext(state, already, facts, roster))];
      },
      undo: true
    }),
    /**
     * Releases a chair held for a person who has left the meeting. They did not miss it, and keep their place in the
     * queue.
     */
    free: command({
      who: ['clock'],
      input: v.strictObject({ request: v.string(), until: v.number() }),
      decide(state, { request, until }, _by, facts, roster) {
        const held = chairHeldFor(state, request);
        const found = getOwn(state.requests, request);
        if (!found || held?.until !== until || isHere(roster, found.person)) return [];
        const { chair } = held;
        const released: Fact<Events> = {
          type: 'HoldReleased',
          data: { request, person: found.person, chair, why: 'left' }
        };
        return [released, ...(isCallingPaused(state) ? [] : callNext(state, { released: [chair] }, facts, roster))];
      }
    }),
    /**
     * A person was removed, or is a second entry of another: they lose the chair and the request, and their card leaves
     * the board.
     */
    showOut: command({
      who: ['clock'],
      input: v.strictObject({ person: v.string() }),
      decide(state, { person }, _by, facts, roster) {
        if (!isShownOut(roster, person)) return [];
        const [seat, request] = [seatOf(state, person), getOwn(state.asked, person)];
        const held = request === undefined ? null : chairHeldFor(state, request);
        const done: Fact<Events>[] = getOwn(state.cards, state.shown)?.person === person ? takeOffBoard(state) : [];
        if (seat) done.push({ type: 'TurnEnded', data: { turn: seat.turn, sitter: person } });
        if (request !== undefined) done.push({ type: 'RequestEnded', data: { request, person, how: 'removed' } });
        const already = {
          left: seat ? [seat.chair] : [],
          released: held ? [held.chair] : [],
          gone: request === undefined ? [] : [request]
        };
        return seat || request !== undefined ? [...done, ...callNext(state, already, facts, roster)] : done;
      }
    }),
    /** A removed person was let in again: they wait at their old place. The chair is not kept. */
    letBack: command({
      who: ['clock'],
      input: v.strictObject({ person: v.string(), request: v.string() }),
      decide(state, { person, request }, _by, facts, roster) {
        const kept = getOwn(state.ends, request)?.request;
        if (getOwn(state.shownOut, person) !== request || isShownOut(roster, person) || !kept) return [];
        const back: Fact<Events> = { type: 'RequestPutBack', data: { request, person, kept } };
        return [back, ...callNext(state, { come: { [request]: kept } }, facts, roster)];
      }
    }),
    /**
     * Calls a person who came back while a chair was free. `chances`: its value when the clock was set; it rises with
     * every call, so an old wake does nothing.
     */
    call: command({
      who: ['clock'],
      input: v.strictObject({ request: v.string(), chances: v.number() }),
      decide(state, { request, chances }, _by, facts, roster) {
        const isMeant = state.chances === chances && nextRequest(state, roster) === request;
        return isMeant ? callNext(state, {}, facts, roster) : [];
      }
    })
  }
});

/**
 * The first thing that is due: a hold that lapsed or whose person has left, a person to call, or a sitter to remind.
 */
export function wakes(state: State, roster: Roster): Wake | null {
  const holds = Object.values(state.chairs).flatMap(({ held }): Wake[] => {
    if (!held) return [];
    const { request, until } = held;
    const person = getOwn(state.requests, request)?.person ?? '';
    if (!isHere(roster, person)) return [{ at: AT_ONCE, command: 'free', input: { request, until } }];
    return [{ at: until, command: 'lapse', input: { request, until } }];
  });
  const out = removedPersonDue(state, roster);
  if (out) return { at: AT_ONCE, ...out };
  const next = nextRequest(state, roster);
  const calling: Wake[] =
    next === null ? [] : [{ at: AT_ONCE, command: 'call', input: { request: next, chances: state.chances } }];
  const tellings = reminders(state).map(({ id, at }): Wake => ({ at, command: 'remind', input: { turn: id } }));
  return [...holds, ...calling, ...tellings].reduce<Wake | null>(
    (first, one) => (first && first.at <= one.at ? first : one),
    null
  );
}

/**
 * The first person who was removed but still sits, waits or has a card on the board; or who was let in again and gets
 * the request back.
 */
function removedPersonDue(state: State, roster: Roster): Omit<Wake, 'at'> | null {
  const within = [
    ...currentTurns(state).map(({ turn }) => turn.sitter),
    ...Object.keys(state.asked),
    getOwn(state.cards, state.shown)?.person ?? ''
  ];
  const person = within.find((one) => !isInvited(one) && isShownOut(roster, one));
  if (person !== undefined) return { command: 'showOut', input: { person } };
  const back = Object.entries(state.shownOut).find(([one]) => !isShownOut(roster, one));
  return back ? { command: 'letBack', input: { person: back[0], request: back[1] } } : null;
}

/**
 * The request that would be called now. Null where no chair is free or nobody waits; these checks come first because
 * they are cheap.
 */
function nextRequest(state: State, roster: Roster): string | null {
  if (!callsAutomatically(state) || isCallingPaused(state) || !Object.values(state.chairs).some(isFree)) return null;
  return Object.keys(state.requests).length === 0 ? null : (nextCalls(state, {}, roster)[0]?.request ?? null);
}

const isCallingPaused = ({ lapses }: State): boolean => lapses >= LAPSES_IN_A_ROW;

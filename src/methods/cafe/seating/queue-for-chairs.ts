import * as v from 'valibot';
import { AT_ONCE, commandOf, personal, type Decision, type Fact, type Roster, type Wake } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import { isHere } from '#kit/rules/people.ts';
import { getOwn } from '#contract/get-own.ts';
import type { Events, Given } from '../events.ts';
import { id } from '#kit/rules/fields.ts';
import { requestPlan } from '../planning/planning.ts';
import { isRunning, later, type State } from '../state.ts';
import { seatFor } from './late-seat.ts';
import { isFull, seatOf } from './seats.ts';

const command = commandOf<State, Events>();

/** People wait for a chair in a queue; any step that frees one seats the first of them. */
export const waiting = partOf<State, Events>()({
  commands: {
    seatNext: command({
      who: ['clock'],
      /**
       * `order` names the request: a person who waits a second time has a new one, and an old wake must not serve it.
       */
      input: v.strictObject({ person: id, order: v.number() }),
      decide(state, { person, order }, _by, _facts, roster): Decision<Events> {
        const next = nextSeat(state, roster);
        return next?.person === person && state.waits[person] === order ? given(state, [next], roster) : [];
      }
    })
  },
  evolve: {
    ChairAwaited(draft, { person, order }) {
      if (order === null) delete draft.waits[person];
      else if (seatOf(draft, person) === null) {
        draft.waits[person] = order;
        draft.awaited = Math.max(draft.awaited, order);
      }
    }
  },
  touches: {
    ChairAwaited: ({ person }) => ['console', personal(person)]
  }
});

/** As soon as there is a chair for a present person in the queue, the clock seats them. */
export function wakes(state: State, roster: Roster): Wake | null {
  const next = nextSeat(state, roster);
  const order = next && getOwn(state.waits, next.person);
  return next && order ? { at: AT_ONCE, command: 'seatNext', input: { person: next.person, order } } : null;
}

/** A seat for the first person in the queue for whom there is one. An empty queue costs no counting of chairs. */
export function nextSeat(state: State, roster: Roster): Given | null {
  if (!isRunning(state)) return null;
  const waiting = inLine(state, roster);
  if (waiting.length === 0 || isFull(state, roster)) return null;
  for (const person of waiting) {
    const seat = seatFor(state, person, roster);
    if (seat) return seat;
  }
  return null;
}

/** Gives these seats; plans the rounds to come once more where a seat does not cover them. */
export function given(state: State, seats: readonly Given[], roster: Roster): Fact<Events>[] {
  const newcomers = seats.map(({ person }) => person);
  const rest = seats.some(({ seats }) => later(state).some(([round]) => seats[round] === undefined));
  return [
    ...seats.map((data): Fact<Events> => ({ type: 'SeatGiven', data })),
    ...(rest ? requestPlan(state, roster, true, newcomers) : [])
  ];
}

export const waits = (state: State, person: string): boolean =>
  getOwn(state.waits, person) !== undefined && seatOf(state, person) === null;

/** All present people without a seat: first those in the queue, then the others in the order they came. */
export function unseated(state: State, roster: Roster): string[] {
  const others = Object.keys(roster.people).filter(
    (person) => isHere(roster, person) && seatOf(state, person) === null && !waits(state, person)
  );
  return [...inLine(state, roster), ...others];
}

/** Of a step that is taken back: whom it seated waits where they waited before it, if they have no seat now. */
export const waitsAgain = (before: State, done: readonly Fact<Events>[]): Fact<Events>[] =>
  done.flatMap(({ type, data }): Fact<Events>[] => {
    if (type !== 'SeatGiven' && type !== 'Sat' && type !== 'ChairAwaited') return [];
    const order = getOwn(before.waits, data.person) ?? null;
    return order === null && type !== 'ChairAwaited'
      ? []
      : [{ type: 'ChairAwaited', data: { person: data.person, order } }];
  });

/** Present people in the queue. A person who left and comes back has kept their place. */
const inLine = (state: State, roster: Roster): string[] =>
  Object.entries(state.waits)
    .filter(([person]) => waits(state, person) && isHere(roster, person))
    .sort(([, one], [, other]) => one - other)
    .map(([person]) => person);

import { isHere } from '#kit/rules/people.ts';
import * as v from 'valibot';
import { commandOf, LEADS, type Decision, type Fact, type Roster } from '#contract/method.ts';
import type { Events } from '../events.ts';
import { partOf } from '#contract/part.ts';
import { id, whole } from '#kit/rules/fields.ts';
import { refuse } from '../refuse.ts';
import { put, seatOf, was } from './seats.ts';
import { ROUNDS_MOST } from '../settings.ts';
import { getOwn } from '#contract/get-own.ts';
import { isOpen, isRunning, later, type Swap, type Repair, type State } from '../state.ts';

const command = commandOf<State, Events>();

const consoleOnly = () => ['console'];

export const repair = partOf<State, Events>()({
  commands: {
    takeSwap: command({
      who: LEADS,
      /** The swap that the sender read: the engine may have found another meanwhile. */
      input: v.strictObject({ round: whole(1, ROUNDS_MOST), one: id, other: id }),
      decide(state, { round, one, other }, _by, _facts, roster): Decision<Events> {
        const swap = offeredSwap(state, roster);
        if (swap?.round !== round || swap.one !== one || swap.other !== other) return refuse('swap-is-gone');
        return [{ type: 'SwapTaken', data: { round, one, other } }];
      },
      undo(before, { round, one, other }) {
        const to = (person: string) => seatOf(before, person, round);
        const seats = [...was(before, one, { [round]: to(other) }), ...was(before, other, { [round]: to(one) })];
        return [{ type: 'SeatsPutBack', data: { seats } }];
      }
    })
  },
  evolve: {
    RepairAsked(draft, asked) {
      const over = draft.repair?.over ?? draft.plan?.quality.excess ?? 0;
      draft.repair = { ...asked, over, request: null, found: draft.repair?.found ?? null };
      lookAgain(draft, draft.repair);
    },
    SwapFound(draft, { swap }) {
      if (!draft.repair) return;
      draft.repair.request = null;
      draft.repair.found = swap;
      if (swap === null) draft.repair = null;
    },
    SwapTaken(draft, { round, one, other }) {
      const [from, to] = [seatOf(draft, one, round), seatOf(draft, other, round)];
      put(draft, round, one, to);
      put(draft, round, other, from);
      if (!draft.repair) return;
      // Another one may save the next repeat.
      draft.repair.found = null;
      lookAgain(draft, draft.repair);
    }
  },
  touches: {
    RepairAsked: consoleOnly,
    SwapFound: consoleOnly,
    SwapTaken: consoleOnly
  }
});

/** There are rounds that people were not told of, and a plan whose figures say what was to be. */
export const mayRepair = (state: State): boolean => isRunning(state) && state.plan !== null && later(state).length > 0;

/** Whatever is known by now was an answer to another question. */
export function lookAgain(draft: State, repair: Repair): void {
  draft.engineRequests += 1;
  repair.request = draft.engineRequests;
}

/** Goes with every step that may make people meet twice: a new host, a changed seat, merged tables. */
export function repairs(state: State, roster: Roster): Fact<Events>[] {
  if (!mayRepair(state)) return [];
  const seated = new Set(Object.values(state.rounds).flatMap(({ at }) => Object.keys(at)));
  const people = Object.keys(roster.people).filter((person) => seated.has(person));
  const gone = people.filter((person) => !isHere(roster, person));
  const carded = people.filter((person) => getOwn(roster.people, person)?.via === 'walk-in');
  return [{ type: 'RepairAsked', data: { people, gone, carded } }];
}

export function foundSwap(state: State, asking: string, swap: Swap | null): Fact<Events>[] {
  const { repair } = state;
  if (!repair || String(repair.request) !== asking) return [];
  return [{ type: 'SwapFound', data: { swap } }];
}

/** While it still applies: in a round to come, both present and on their way to two open tables. */
export function offeredSwap(state: State, roster: Roster): Swap | null {
  const swap = state.repair?.found ?? null;
  if (!swap || !mayRepair(state) || state.planRequest || swap.round <= state.round) return null;
  const tables = [swap.one, swap.other].map((person) => seatOf(state, person, swap.round));
  const isOn = tables.every((table) => isOpen(getOwn(state.tables, table)));
  const areHere = isHere(roster, swap.one) && isHere(roster, swap.other);
  return isOn && areHere && tables[0] !== tables[1] ? swap : null;
}

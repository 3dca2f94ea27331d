import * as v from 'valibot';
import { commandOf, EVERYWHERE, STAFF, LEADS, personal } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import type { Events } from '../events.ts';
import { isAnybodyWaiting } from './queue.ts';
import { refuse } from '../refuse.ts';
import { onChair } from './command-fields.ts';
import { chairsInRoom, isFree, isSameTurn, currentTurns, turnIn } from './current-seats.ts';
import { getOwn } from '#contract/get-own.ts';
import { isInvited, type State, type Turn } from '../state.ts';

const MINUTE_MS = 60_000;

const command = commandOf<State, Events>();

export const reminding = partOf<State, Events>()({
  commands: {
    nudge: command({
      who: STAFF,
      input: onChair,
      decide(state, { chair, turn }) {
        const now = turnIn(state, chair);
        if (!now) return refuse('chair-is-free');
        if (!isSameTurn(now.id, turn)) return refuse('already-moved-on');
        if (!isAnybodyWaiting(state)) return refuse('nobody-waits');
        return [{ type: 'Nudged', data: { turn: now.id, sitter: now.turn.sitter } }];
      }
    }),
    remind: command({
      who: ['clock'],
      input: v.strictObject({ turn: v.string() }),
      decide(state, { turn }, _by, facts) {
        const due = reminders(state).find(({ id, at }) => id === turn && at <= facts.at);
        return due ? [{ type: 'Nudged', data: { turn, sitter: due.turn.sitter } }] : [];
      }
    }),
    setNudge: command({
      who: LEADS,
      input: v.strictObject({ minutes: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60))) }),
      decide: (state, { minutes }) =>
        minutes === state.nudgeMinutes ? refuse('already-so') : [{ type: 'NudgeSet', data: { minutes } }],
      undo: true
    })
  },
  evolve: {
    Nudged(draft, { turn }, at) {
      const nudged = getOwn(draft.turns, turn);
      if (nudged) nudged.nudged = at;
    },
    NudgeSet(draft, { minutes }) {
      draft.nudgeMinutes = minutes;
    }
  },
  touches: {
    Nudged: ({ sitter }) => ['console', ...(isInvited(sitter) ? [] : [personal(sitter)])],
    NudgeSet: () => EVERYWHERE
  },
  takeBack: {
    NudgeSet: ({ nudgeMinutes }) => [{ type: 'NudgeSet', data: { minutes: nudgeMinutes } }]
  }
});

/** A sitter is reminded once in each turn, and only while a person waits and no chair is free. */
export function reminders(state: State): { id: string; at: number; turn: Turn }[] {
  const { nudgeMinutes } = state;
  if (nudgeMinutes === null || state.stage !== 'bowl' || state.form === 'closed') return [];
  const due = currentTurns(state).filter(({ turn }) => turn.nudged === null);
  if (due.length === 0 || chairsInRoom(state.chairs).some(([, chair]) => isFree(chair)) || !isAnybodyWaiting(state))
    return [];
  return due.map(({ id, turn }) => ({ id, turn, at: turn.from + nudgeMinutes * MINUTE_MS }));
}

import * as v from 'valibot';
import { commandOf, EVERYWHERE, LEADS, type Decision, type Fact, type Step } from '#contract/method.ts';
import type { Events } from './events.ts';
import { partOf } from '#contract/part.ts';
import { id, nothing, whole } from '#kit/rules/fields.ts';
import { laterEnd, moreMinutes } from '#kit/rules/stages/soft-end.ts';
import { toEverybody } from './audiences.ts';
import { stale } from './planning/planning.ts';
import { expectedIn } from './harvest/seat-coverage.ts';
import { refuse } from './refuse.ts';
import { put, seated } from './seating/seats.ts';
import { ROUNDS_MOST } from './settings.ts';
import { settling } from './seating/room-settled.ts';
import { SEATED_ENOUGH } from './limits.ts';
import { getOwn } from '#contract/get-own.ts';
import { current, isOpen, isRunning, newRound, roundsOf, type State } from './state.ts';
import { tableChannel } from './channels.ts';

const command = commandOf<State, Events>();
/**
 * The round the sender saw. A press for a past round must do nothing in the next one. Left out, it is the current
 * round.
 */
const seenRound = v.optional(whole(0, ROUNDS_MOST));

export const rounds = partOf<State, Events>()({
  commands: {
    ask: command({
      who: LEADS,
      input: v.strictObject({ anyway: v.boolean(), from: seenRound }),
      decide(state, { anyway, from = state.round }, _by, facts, roster): Decision<Events> {
        if (state.round !== from) return refuse('already-moved-on');
        if (state.stage === 'talking') return [];
        if (state.stage !== 'finding') return refuse('nobody-is-told-yet');
        const there = seated(current(state), roster);
        if (!anyway && there.seated < SEATED_ENOUGH * there.expected) return refuse('not-seated-yet', there);
        // The missing people may have left instead of sitting down, so nine in ten may be reached only now.
        const settled = settling(state, roster, []);
        return [...settled, { type: 'QuestionAsked', data: { endsAt: laterEnd(null, state.minutes, facts.at) } }];
      },
      undo: stepBack
    }),
    move: command({
      who: LEADS,
      /**
       * `from` is what the sender saw: of two consoles that press at once, the second is told instead of skipping a
       * round.
       */
      input: v.strictObject({ from: whole(0, ROUNDS_MOST) }),
      decide(state, { from }, _by, _facts, roster): Decision<Events> {
        if (state.round !== from || !isRunning(state)) return refuse('already-moved-on');
        if (state.stage === 'finding') return refuse('question-not-asked-yet');
        if (state.round >= roundsOf(state)) return refuse('no-round-left');
        return [{ type: 'MovedOn', data: { round: from + 1, expected: expectedIn(current(state), roster) } }];
      },
      undo: stepBack
    }),
    addMinutes: command({
      who: LEADS,
      input: v.strictObject({ minutes: moreMinutes, table: v.nullable(id) }),
      decide(state, { minutes, table }, _by, facts): Decision<Events> {
        const round = current(state);
        if (state.stage !== 'talking' || !round || round.endsAt === null) return refuse('question-not-asked-yet');
        if (table !== null && !isOpen(getOwn(state.tables, table))) return refuse('table-unknown');
        const ends = getOwn(round.longer, table) ?? round.endsAt;
        return [{ type: 'EndSet', data: { table, endsAt: laterEnd(ends, minutes, facts.at) } }];
      },
      undo: (before, { table }) => [
        {
          type: 'EndSet',
          data: {
            table,
            endsAt: (table === null ? current(before)?.endsAt : getOwn(current(before)?.longer ?? {}, table)) ?? null
          }
        }
      ]
    }),
    harvest: command({
      who: LEADS,
      input: v.strictObject({ from: seenRound }),
      decide(state, { from = state.round }, _by, _facts, roster): Decision<Events> {
        if (state.round !== from) return refuse('already-moved-on');
        if (state.stage === 'harvest') return [];
        if (!isRunning(state)) return refuse('nobody-is-told-yet');
        return [{ type: 'Harvested', data: { expected: expectedIn(current(state), roster) } }];
      },
      undo: stepBack
    }),
    close: command({
      who: LEADS,
      input: nothing,
      decide(state): Decision<Events> {
        if (state.stage === 'closed') return [];
        return state.stage === 'harvest' ? [{ type: 'Closed', data: {} }] : refuse('harvest-first');
      },
      undo: stepBack
    }),
    reopen: command({
      who: LEADS,
      input: nothing,
      decide: (state): Decision<Events> =>
        state.stage === 'closed' ? [{ type: 'Reopened', data: {} }] : refuse('not-closed'),
      undo: stepBack
    })
  },
  evolve: {
    QuestionAsked(draft, { endsAt }, at) {
      const round = current(draft);
      if (!round) return;
      draft.stage = 'talking';
      round.askedAt = at;
      round.endsAt = endsAt;
    },
    MovedOn(draft, { round, expected }, at) {
      const before = draft.rounds[round - 1];
      if (before) before.expected = expected;
      draft.stage = 'finding';
      draft.round = round;
      const now = (draft.rounds[round] ??= newRound());
      Object.assign(now, { shownAt: at, settledAt: null });
      // Hosts need not say again that they sit where they sat.
      for (const person of Object.keys(before?.here ?? {}))
        if (now.at[person] !== undefined && now.at[person] === before?.at[person])
          put(draft, round, person, now.at[person], true);
      // It was made for a round that people have been told another table for.
      draft.draft = null;
      if (round >= roundsOf(draft)) draft.planRequest = null;
      stale(draft);
    },
    EndSet(draft, { table, endsAt }) {
      const round = current(draft);
      if (!round) return;
      if (table === null) round.endsAt = endsAt;
      else if (endsAt === null) delete round.longer[table];
      else round.longer[table] = endsAt;
    },
    Harvested(draft, { expected }) {
      const last = current(draft);
      if (last) last.expected = expected;
      draft.stage = 'harvest';
    },
    Closed(draft) {
      draft.stage = 'closed';
    },
    Reopened(draft) {
      draft.stage = 'harvest';
    },
    RoundPutBack(draft, { stage, round, askedAt, endsAt }) {
      draft.stage = stage;
      draft.round = round;
      stale(draft);
      const former = current(draft);
      if (former) Object.assign(former, { askedAt, endsAt, ...(isRunning(draft) ? { expected: null } : {}) });
    }
  },
  touches: {
    QuestionAsked: toEverybody,
    MovedOn: toEverybody,
    EndSet: ({ table }, state) =>
      table === null
        ? [...EVERYWHERE, ...Object.keys(state.tables).map(tableChannel)]
        : ['console', tableChannel(table)],
    Harvested: toEverybody,
    Closed: toEverybody,
    Reopened: toEverybody,
    RoundPutBack: toEverybody
  }
});

/** Plan, seat, ask, on to the next table, and at last the harvest. */
export function next(state: State): Step[] {
  switch (state.stage) {
    case 'ready':
      return [{ command: state.draft ? 'seat' : 'plan', input: { after: state.engineRequests } }];
    case 'finding':
      return [{ command: 'ask', input: { anyway: false, from: state.round } }];
    case 'talking':
      return [{ command: state.round < roundsOf(state) ? 'move' : 'harvest', input: { from: state.round } }];
    case 'harvest':
      return [{ command: 'close', input: {} }];
    case 'closed':
      return [];
  }
}

function stepBack(before: State): Fact<Events>[] {
  const { stage, round } = before;
  const { askedAt = null, endsAt = null } = current(before) ?? {};
  return [{ type: 'RoundPutBack', data: { stage, round, askedAt, endsAt } }];
}

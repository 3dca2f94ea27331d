import * as v from 'valibot';
import { commandOf, LEADS, type Decision, type Fact } from '#contract/method.ts';
import type { Events } from '../events.ts';
import { partOf } from '#contract/part.ts';
import { text } from '#contract/typed-text.ts';
import { whole } from '#kit/rules/fields.ts';
import { toEverybody } from '../audiences.ts';
import { requestPlan, requestReplan, stale } from './planning.ts';
import { refuse } from '../refuse.ts';
import { HOST_MODES, QUESTION_LONGEST, ROUNDS_MOST } from '../settings.ts';
import { isShown, later, type State } from '../state.ts';

const command = commandOf<State, Events>();
const round = whole(1, ROUNDS_MOST);
/** How many questions the sender saw: their numbers change when one is removed. Left out, it is so now. */
const seenOf = v.optional(whole(1, ROUNDS_MOST));
const on = v.strictObject({ on: v.boolean() });

export const preparing = partOf<State, Events>()({
  commands: {
    setQuestion: command({
      who: LEADS,
      input: v.strictObject({ round, of: seenOf, question: text(QUESTION_LONGEST) }),
      decide(state, { round, of = state.questions.length, question }): Decision<Events> {
        if (state.questions.length !== of) return refuse('already-moved-on');
        if (state.questions[round - 1] === undefined) return refuse('round-unknown');
        return [{ type: 'QuestionSet', data: { round, question } }];
      },
      undo(before, { round }) {
        const question = before.questions[round - 1];
        return question === undefined ? [] : [{ type: 'QuestionSet', data: { round, question } }];
      }
    }),
    addQuestion: command({
      who: LEADS,
      input: v.strictObject({ question: text(QUESTION_LONGEST) }),
      decide(state, { question }, _by, _facts, roster): Decision<Events> {
        const most = state.layout === 'topics' ? 1 : ROUNDS_MOST;
        if (state.questions.length >= most) return refuse('too-many-questions', { most });
        if (state.stage === 'harvest' || state.stage === 'closed') return refuse('no-round-left');
        const data = { round: state.questions.length + 1, question };
        // People have tables for the planned rounds only, and need one for the new round.
        const plan = isShown(state) && state.layout === 'rounds' ? requestPlan(state, roster, true) : [];
        return [{ type: 'QuestionAdded', data }, ...plan];
      },
      undo: (_before, _input, done) =>
        done.flatMap(({ type, data }): Fact<Events>[] =>
          type === 'QuestionAdded' ? [{ type: 'QuestionRemoved', data: { round: data.round } }] : []
        )
    }),
    removeQuestion: command({
      who: LEADS,
      input: v.strictObject({ round, of: seenOf }),
      decide(state, { round, of = state.questions.length }): Decision<Events> {
        if (state.questions.length !== of) return refuse('already-moved-on');
        if (state.questions[round - 1] === undefined) return refuse('round-unknown');
        if (state.layout === 'rounds' && round <= state.round) return refuse('round-has-begun');
        return [{ type: 'QuestionRemoved', data: { round } }];
      },
      undo(before, { round }) {
        const question = before.questions[round - 1];
        if (question === undefined) return [];
        const { plan, draft, letters, taken } = before;
        const rounds = Object.fromEntries(later(before));
        return [
          { type: 'QuestionAdded', data: { round, question } },
          { type: 'PlanPutBack', data: { plan, draft, rounds, letters, taken } }
        ];
      }
    }),
    setHosts: command({
      who: LEADS,
      input: v.strictObject({ hosts: v.picklist(HOST_MODES) }),
      decide(state, { hosts }): Decision<Events> {
        if (isShown(state)) return refuse('people-have-their-tables');
        return state.hosts === hosts ? [] : [{ type: 'HostsSet', data: { hosts } }];
      },
      undo: ({ hosts }) => [{ type: 'HostsSet', data: { hosts } }]
    }),
    setReturnHome: command({
      who: LEADS,
      input: on,
      decide(state, { on }, _by, _facts, roster): Decision<Events> {
        if (state.returnHome === on) return [];
        if (isShown(state) && later(state).length === 0) return refuse('no-round-left');
        return [{ type: 'ReturnHomeSet', data: { on } }, ...requestReplan(state, roster)];
      },
      undo: ({ returnHome }) => [{ type: 'ReturnHomeSet', data: { on: returnHome } }]
    }),
    setMinutes: command({
      who: LEADS,
      /** For the rounds to come; `addMinutes` makes the current round longer. */
      input: v.strictObject({ minutes: whole(1, 90) }),
      decide: (state, { minutes }): Decision<Events> =>
        state.minutes === minutes ? [] : [{ type: 'MinutesSet', data: { minutes } }],
      undo: ({ minutes }) => [{ type: 'MinutesSet', data: { minutes } }]
    })
  },
  evolve: {
    QuestionSet(draft, { round, question }) {
      if (draft.questions[round - 1] !== undefined) draft.questions[round - 1] = question;
    },
    QuestionAdded(draft, { round, question }) {
      draft.questions.splice(round - 1, 0, question);
      forgetDraft(draft);
      stale(draft);
    },
    QuestionRemoved(draft, { round }) {
      if (draft.layout === 'rounds' && round <= draft.round) return;
      draft.questions.splice(round - 1, 1);
      forgetDraft(draft);
      if (draft.layout === 'topics') return;
      const last = draft.questions.length;
      for (const number of Object.keys(draft.rounds).map(Number))
        if (number > last && number > draft.round) delete draft.rounds[number];
      if (draft.planRequest?.again && last <= draft.round) draft.planRequest = null;
      stale(draft);
    },
    HostsSet(draft, { hosts }) {
      draft.hosts = hosts;
      forgetDraft(draft);
      stale(draft);
    },
    ReturnHomeSet(draft, { on }) {
      draft.returnHome = on;
      forgetDraft(draft);
      stale(draft);
    },
    MinutesSet(draft, { minutes }) {
      draft.minutes = minutes;
    }
  },
  touches: {
    QuestionSet: toEverybody,
    QuestionAdded: toEverybody,
    QuestionRemoved: toEverybody,
    HostsSet: toEverybody,
    ReturnHomeSet: toEverybody,
    MinutesSet: toEverybody
  }
});

/** It was made for another number of rounds, or for hosts who do otherwise. */
function forgetDraft(draft: State): void {
  draft.draft = null;
}

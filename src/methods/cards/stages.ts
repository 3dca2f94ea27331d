import * as v from 'valibot';
import { commandOf, EVERYWHERE, LEADS, type Fact, type Refusal, type Step } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import { whole } from '#kit/rules/fields.ts';
import type { Events } from './events.ts';
import { CIRCLES, QUESTIONS_MOST, STAGES, type Stage } from './limits.ts';
import { no } from './refusals.ts';
import { isLastCircle, isLastQuestion, options, unshown, type State } from './state.ts';

const command = commandOf<State, Events>();
const MINUTE_MS = 60_000;
/** The stage that the sender saw: of two consoles that press at once, only one goes on. */
const seen = v.strictObject({ from: v.picklist(STAGES) });

const shownTo = () => EVERYWHERE;

/** Where the activity is, and how long still. No stage ends by itself. */
export const stages = partOf<State, Events>()({
  commands: {
    startWriting: turning('writing', ['ready']),
    nextQuestion: command({
      who: LEADS,
      input: v.strictObject({ from: whole(0, QUESTIONS_MOST) }),
      decide(state, { from }, _by, { at }) {
        if (state.stage !== 'writing' || state.asked !== from) return no('already-moved-on');
        if (isLastQuestion(state)) return no('no-question-left');
        return [{ type: 'QuestionAsked', data: { asked: from + 1, endsAt: at + state.minutes * MINUTE_MS } }];
      },
      undo: true
    }),
    nextCircle: command({
      who: LEADS,
      input: v.strictObject({ from: whole(0, CIRCLES.length) }),
      decide(state, { from }, _by, { at }) {
        const next = CIRCLES[from + 1];
        if (state.stage !== 'writing' || state.circle !== from || !state.circles || !next)
          return no('already-moved-on');
        return [{ type: 'CircleSet', data: { circle: from + 1, endsAt: at + next.minutes * MINUTE_MS } }];
      },
      undo: true
    }),
    startShowing: turning('showing', ['writing']),
    startGrouping: turning('grouping', ['showing']),
    startChoosing: turning('choosing', ['showing', 'grouping']),
    close: command({
      who: LEADS,
      input: seen,
      decide(state, { from }) {
        if (state.stage !== from) return no('already-moved-on');
        if (state.stage === 'closed') return [];
        if (state.vote?.open) return no('close-the-choosing-first');
        return set('closed', null);
      },
      undo: true
    }),
    /** Goes back to the stage in which cards are put together, with everything in it. */
    reopen: command({
      who: LEADS,
      input: v.strictObject({}),
      decide: (state) =>
        state.stage === 'closed' ? set(state.groups ? 'grouping' : 'showing', null) : no('not-closed'),
      undo: true
    }),
    /** Counted from now on when the time is over already. */
    addMinutes: command({
      who: LEADS,
      input: v.strictObject({ minutes: whole(1, 60) }),
      decide(state, { minutes }, _by, { at }) {
        if (state.stage === 'ready' || state.stage === 'closed') return no('no-time-now');
        return [{ type: 'EndSet', data: { endsAt: Math.max(state.endsAt ?? at, at) + minutes * MINUTE_MS } }];
      },
      undo: true
    })
  },
  evolve: {
    StageSet(draft, { stage, endsAt }) {
      Object.assign(draft, { stage, endsAt });
    },
    QuestionAsked(draft, { asked, endsAt }) {
      Object.assign(draft, { asked, endsAt });
    },
    CircleSet(draft, { circle, endsAt }) {
      Object.assign(draft, { circle, endsAt });
    },
    EndSet(draft, { endsAt }) {
      draft.endsAt = endsAt;
    }
  },
  touches: { StageSet: shownTo, QuestionAsked: shownTo, CircleSet: shownTo, EndSet: shownTo },
  takeBack: {
    StageSet: ({ stage, endsAt }) => [{ type: 'StageSet', data: { stage, endsAt } }],
    QuestionAsked: ({ asked, endsAt }) => [{ type: 'QuestionAsked', data: { asked, endsAt } }],
    CircleSet: ({ circle, endsAt }) => [{ type: 'CircleSet', data: { circle, endsAt } }],
    EndSet: ({ endsAt }) => [{ type: 'EndSet', data: { endsAt } }]
  }
});

function turning(to: Stage, after: readonly Stage[]) {
  return command({
    who: LEADS,
    input: seen,
    decide(state, { from }, _by, { at }): Fact<Events>[] | Refusal {
      if (state.stage === to) return [];
      if (state.stage !== from) return no('already-moved-on');
      if (!after.includes(from)) return no('not-at-this-stage');
      return set(to, to === 'writing' ? at + state.minutes * MINUTE_MS : null);
    },
    undo: true
  });
}

const set = (stage: Stage, endsAt: number | null): Fact<Events>[] => [{ type: 'StageSet', data: { stage, endsAt } }];

/** What comes next: the same order for every format, without the stages it leaves out. */
export function nextSteps(state: State): Step[] {
  const { stage: from, asked, circle } = state;
  const step = (command: string, input: object = { from }): Step[] => [{ command, input }];
  const afterGroups = () => (state.votes && options(state).length > 0 ? step('startChoosing') : step('close'));
  switch (from) {
    case 'ready':
      return step('startWriting');
    case 'writing':
      if (!isLastQuestion(state)) return step('nextQuestion', { from: asked });
      return isLastCircle(state) ? step('startShowing') : step('nextCircle', { from: circle });
    case 'showing':
      if (state.show !== 'all' && unshown(state).length > 0)
        return step('showNext', { from: Object.keys(state.shown).length });
      return state.groups ? step('startGrouping') : afterGroups();
    case 'grouping':
      return afterGroups();
    case 'choosing':
      if (state.vote === null && options(state).length > 0) return step('openVote', { kind: 'dots' });
      return state.vote?.open ? step('closeVote', {}) : step('close');
    case 'closed':
      return [];
  }
}

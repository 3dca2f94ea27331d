import * as v from 'valibot';
import { commandOf, EVERYWHERE, LEADS, type Fact, type Step } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import { whole } from '#kit/rules/fields.ts';
import { endIn, softEnd } from '#kit/rules/stages/soft-end.ts';
import { turnTo } from '#kit/rules/stages/turn-to.ts';
import type { Events } from './events.ts';
import { CIRCLES, LATER_STAGES, QUESTIONS_MOST, STAGES, type LaterStage, type Stage } from './limits.ts';
import { refuse } from './refuse.ts';
import { isLastCircle, isLastQuestion, options, unshown, type State } from './state.ts';

const command = commandOf<State, Events>();
const shownTo = () => EVERYWHERE;

/** From which stages each may follow. What is closed goes on where its cards are put together, with all that is in it. */
const AFTER: Record<LaterStage, readonly Stage[]> = {
  writing: ['ready'],
  showing: ['writing', 'closed'],
  grouping: ['showing', 'closed'],
  choosing: ['showing', 'grouping'],
  closed: STAGES
};

/** Where the activity is. No stage ends by itself. */
export const stages = partOf<State, Events>()({
  commands: {
    turnTo: turnTo<State, Events, LaterStage>(LATER_STAGES, (state, stage, { at }) => {
      if (!AFTER[stage].includes(state.stage)) return refuse('not-at-this-stage');
      if (state.vote?.open && stage === 'closed') return refuse('close-the-choosing-first');
      const endsAt = stage === 'writing' ? endIn(state.minutes, at) : null;
      return [{ type: 'StageSet', data: { stage, endsAt } }];
    }),
    nextQuestion: command({
      who: LEADS,
      input: v.strictObject({ from: whole(0, QUESTIONS_MOST) }),
      decide(state, { from }, _by, { at }) {
        if (state.stage !== 'writing' || state.asked !== from) return refuse('already-moved-on');
        if (isLastQuestion(state)) return refuse('no-question-left');
        return [{ type: 'QuestionAsked', data: { asked: from + 1 } }, ending(state.minutes, at)];
      },
      undo: true
    }),
    nextCircle: command({
      who: LEADS,
      input: v.strictObject({ from: whole(0, CIRCLES.length) }),
      decide(state, { from }, _by, { at }) {
        const next = CIRCLES[from + 1];
        if (state.stage !== 'writing' || state.circle !== from || !state.circles || !next)
          return refuse('already-moved-on');
        return [{ type: 'CircleSet', data: { circle: from + 1 } }, ending(next.minutes, at)];
      },
      undo: true
    })
  },
  evolve: {
    StageSet(draft, { stage, endsAt }) {
      Object.assign(draft, { stage, endsAt });
    },
    QuestionAsked(draft, { asked }) {
      draft.asked = asked;
    },
    CircleSet(draft, { circle }) {
      draft.circle = circle;
    }
  },
  touches: { StageSet: shownTo, QuestionAsked: shownTo, CircleSet: shownTo },
  takeBack: {
    StageSet: ({ stage, endsAt }) => [{ type: 'StageSet', data: { stage, endsAt } }],
    QuestionAsked: ({ asked }) => [{ type: 'QuestionAsked', data: { asked } }],
    CircleSet: ({ circle }) => [{ type: 'CircleSet', data: { circle } }]
  }
});

const ending = (minutes: number, at: number): Fact<Events> => ({
  type: 'EndSet',
  data: { endsAt: endIn(minutes, at) }
});

export const moreTime = softEnd<State>(({ stage }) =>
  stage === 'ready' || stage === 'closed' ? refuse('no-time-now') : null
);

/** What comes next: the same order for every format, without the stages it leaves out. */
export function nextSteps(state: State): Step[] {
  const { stage: from, asked, circle } = state;
  const step = (command: string, input: object): Step[] => [{ command, input }];
  const turn = (stage: LaterStage) => step('turnTo', { stage, from });
  const afterGroups = () => turn(state.votes && options(state).length > 0 ? 'choosing' : 'closed');
  switch (from) {
    case 'ready':
      return turn('writing');
    case 'writing':
      if (!isLastQuestion(state)) return step('nextQuestion', { from: asked });
      return isLastCircle(state) ? turn('showing') : step('nextCircle', { from: circle });
    case 'showing':
      if (state.show !== 'all' && unshown(state).length > 0)
        return step('showNext', { from: Object.keys(state.shown).length });
      return state.groups ? turn('grouping') : afterGroups();
    case 'grouping':
      return afterGroups();
    case 'choosing':
      if (state.vote === null && options(state).length > 0) return step('openVote', { kind: 'dots' });
      return state.vote?.open ? step('closeVote', {}) : turn('closed');
    case 'closed':
      return [];
  }
}

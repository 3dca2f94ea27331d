import * as v from 'valibot';
import { commandOf, EVERYWHERE, LEADS, personal, type Fact } from '#contract/method.ts';
import { measuringEmptyChairs } from '../sitting/airtime.ts';
import { partOf } from '#contract/part.ts';
import { softEnd } from '#kit/rules/stages/soft-end.ts';
import { turnTo } from '#kit/rules/stages/turn-to.ts';
import {
  hasInnerCircle,
  hasStage,
  isBeforeOpening,
  isOver,
  LATER_STAGES,
  leavesOneFree,
  stageInForm,
  type LaterStage
} from './stage-order.ts';
import type { Events } from '../events.ts';
import { refuse } from '../refuse.ts';
import { endRequest } from '../sitting/requests.ts';
import { chairsInRoom, currentTurns } from '../sitting/current-seats.ts';
import { FORMS } from '../settings.ts';
import { getOwn } from '#contract/get-own.ts';
import { type State } from '../state.ts';
import { callAgain, goToStage } from './transitions.ts';
import { SCRIBES } from '../channels.ts';

const command = commandOf<State, Events>();

const everywhere = () => EVERYWHERE;
const everywhereAndRequesters = ({ requests }: { requests: Record<string, string> }) => [
  ...EVERYWHERE,
  ...Object.values(requests).map(personal)
];

export const stages = measuringEmptyChairs(
  partOf<State, Events>()({
    commands: {
      turnTo: turnTo<State, Events, LaterStage>(LATER_STAGES, (state, stage, facts, roster) =>
        hasStage(state.form, stage) ? goToStage(state, stage, facts, roster) : refuse('not-in-this-form')
      ),
      setForm: command({
        who: LEADS,
        /** Possible at any stage: chairs, queue, turns and notes stay as they are. */
        input: v.strictObject({ form: v.picklist(FORMS) }),
        decide(state, { form }, _by, facts, roster) {
          if (form === state.form) return refuse('already-so');
          const stage = stageInForm(form, state.stage);
          if (
            leavesOneFree(form) &&
            isBeforeOpening(stage) &&
            chairsInRoom(state.chairs).every(([, { turn }]) => turn !== null)
          )
            return refuse('one-chair-stays-free');
          const set: Fact<Events> = { type: 'FormSet', data: { form, stage } };
          return [set, ...callAgain(state, { form, stage, policy: state.policy }, facts, roster)];
        },
        undo: true
      })
    },
    evolve: {
      StageSet(draft, { stage, endsAt }, at) {
        // People who sat down before the conversation began have not talked yet, so their turns begin now.
        if (hasInnerCircle(stage) && (draft.stage === 'ready' || draft.stage === 'pairs'))
          for (const { turn } of currentTurns(draft)) turn.from = at;
        draft.stage = stage;
        draft.endsAt = endsAt;
        draft.openedAt ??= at;
        draft.lapses = 0;
        if (stage === 'asking') draft.wasAsking = true;
      },
      StagePutBack(draft, { froms, ...former }) {
        // When a fishbowl was reopened and people sit or wait again, taking the reopening back would remove them: it
        // stays open.
        if (isOver(former.stage) && !isOver(draft.stage) && isInUse(draft)) return;
        Object.assign(draft, former);
        for (const [id, from] of Object.entries(froms)) Object.assign(getOwn(draft.turns, id) ?? {}, { from });
      },
      FormSet(draft, { form, stage }) {
        Object.assign(draft, { form, stage });
      },
      LineClosed(draft, { requests }, at) {
        draft.shownOut = {};
        if (isInUse(draft, requests)) return;
        for (const request of Object.keys(requests)) endRequest(draft, request, 'closed', at);
      },
      LineReopened(draft, { requests }) {
        for (const request of Object.keys(requests)) {
          const ended = getOwn(draft.ends, request);
          if (ended?.how !== 'closed' || getOwn(draft.asked, ended.request.person)) continue;
          delete draft.ends[request];
          draft.requests[request] = { ...ended.request };
          draft.asked[ended.request.person] = request;
        }
      }
    },
    touches: {
      StageSet: everywhere,
      StagePutBack: () => [...EVERYWHERE, SCRIBES],
      FormSet: everywhere,
      LineClosed: everywhereAndRequesters,
      LineReopened: everywhereAndRequesters
    },
    takeBack: {
      StageSet: ({ stage, endsAt, openedAt, wasAsking, turns }) => {
        const on = Object.entries(turns).filter(([, { to }]) => to === null);
        const froms = Object.fromEntries(on.map(([id, { from }]) => [id, from]));
        return [{ type: 'StagePutBack', data: { stage, endsAt, openedAt, wasAsking, froms } }];
      },
      FormSet: ({ form, stage }) => [{ type: 'FormSet', data: { form, stage } }],
      LineClosed: (_before, data) => [{ type: 'LineReopened', data }],
      LineReopened: (_before, data) => [{ type: 'LineClosed', data }]
    }
  })
);

export const moreTime = softEnd<State>(({ openedAt }) => (openedAt === null ? refuse('not-open-yet') : null));

/** Whether a person sits, or a request other than those in `but` waits. */
const isInUse = (state: State, but: Record<string, string> = {}): boolean =>
  currentTurns(state).length > 0 || Object.keys(state.requests).some((id) => !Object.hasOwn(but, id));

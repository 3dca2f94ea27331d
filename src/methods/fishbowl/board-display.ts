import * as v from 'valibot';
import { commandOf, EVERYWHERE, LEADS } from '#contract/method.ts';
import { measuringEmptyChairs } from './sitting/airtime.ts';
import { partOf } from '#contract/part.ts';
import { text } from '#contract/typed-text.ts';
import { callNext } from './sitting/call-next.ts';
import type { Events } from './events.ts';
import { refuse } from './refuse.ts';
import { POLICIES, QUESTION_LONGEST } from './settings.ts';
import type { State } from './state.ts';
import { SCRIBES } from './channels.ts';

const command = commandOf<State, Events>();
const onOrOff = v.strictObject({ on: v.boolean() });

const shown = () => ['console', 'board'];

export const showing = measuringEmptyChairs(
  partOf<State, Events>()({
    commands: {
      setQuestion: command({
        who: LEADS,
        input: v.strictObject({ question: text(QUESTION_LONGEST) }),
        decide: (_state, { question }) => [{ type: 'QuestionSet', data: { question } }],
        undo: true
      }),
      setPolicy: command({
        who: LEADS,
        /** A person who was called under the old rule stays called. */
        input: v.strictObject({ policy: v.picklist(POLICIES) }),
        decide(state, { policy }, _by, facts, roster) {
          if (policy === state.policy) return refuse('already-so');
          return [{ type: 'PolicySet', data: { policy } }, ...callNext(state, { policy }, facts, roster)];
        },
        undo: true
      }),
      showAirtime: command({
        who: LEADS,
        /**
         * Only figures about the whole room, never a ranking. The board shows them only when a facilitator chooses so.
         */
        input: onOrOff,
        decide: (state, { on }) => (on === state.airtimeShown ? [] : [{ type: 'AirtimeShown', data: { on } }]),
        undo: true
      }),
      showNotes: command({
        who: LEADS,
        input: onOrOff,
        decide: (state, { on }) => (on === state.notesShown ? [] : [{ type: 'NotesShown', data: { on } }]),
        undo: true
      })
    },
    evolve: {
      QuestionSet(draft, { question }) {
        draft.question = question;
      },
      PolicySet(draft, { policy }) {
        draft.policy = policy;
      },
      AirtimeShown(draft, { on }) {
        draft.airtimeShown = on;
      },
      NotesShown(draft, { on }) {
        draft.notesShown = on;
      }
    },
    touches: {
      QuestionSet: () => [...EVERYWHERE, SCRIBES],
      PolicySet: () => EVERYWHERE,
      AirtimeShown: shown,
      NotesShown: shown
    },
    takeBack: {
      QuestionSet: ({ question }) => [{ type: 'QuestionSet', data: { question } }],
      PolicySet: ({ policy }) => [{ type: 'PolicySet', data: { policy } }],
      AirtimeShown: (_before, { on }) => [{ type: 'AirtimeShown', data: { on: !on } }],
      NotesShown: (_before, { on }) => [{ type: 'NotesShown', data: { on: !on } }]
    }
  })
);

import * as v from 'valibot';
import { getOwn } from '#contract/get-own.ts';
import { commandOf, STAFF, LEADS, personal, BOARD_AND_CONSOLE } from '#contract/method.ts';
import { defineMethod, partOf } from '#contract/part.ts';
import { text } from '#contract/typed-text.ts';
import { forSomebody } from '#kit/rules/fields.ts';
import { hideFromOthers } from '#kit/rules/hide-from-others.ts';
import { presentPersonFor } from '#kit/rules/people.ts';
import { ANSWER_LONGEST } from './limits.ts';
import { refuse } from './refuse.ts';
import { settings, type Events, type Settings, type State } from './state.ts';
import { view } from './views.ts';

const command = commandOf<State, Events>();

const answers = partOf<State, Events>()({
  commands: {
    /** Answers, or changes the answer. `for`: a person without a phone, for whom a helper acts. */
    answer: command({
      who: ['participant', ...STAFF],
      input: v.strictObject({ text: text(ANSWER_LONGEST), for: forSomebody }),
      decide(state, { text: answer, for: other }, by, facts, roster) {
        const person = presentPersonFor(other, by, roster);
        if (typeof person !== 'string') return person;
        if (state.shown) return refuse('answers-are-shown');
        const id = getOwn(state.answers, person)?.id ?? facts.id();
        return [{ type: 'Answered', data: { person, id, answer } }];
      }
    }),
    /** Shows all answers at once. */
    show: command({
      who: LEADS,
      input: v.strictObject({}),
      decide: ({ shown }) => (shown ? refuse('answers-are-shown') : [{ type: 'Shown', data: {} }]),
      undo: true
    })
  },

  evolve: {
    Answered(draft, { person, id, answer }) {
      draft.answers[person] = { id, answer };
    },
    Shown(draft) {
      draft.shown = true;
    },
    Hidden(draft) {
      draft.shown = false;
    }
  },

  touches: {
    // Not `all`: with 500 people every answer would reach 500 phones.
    Answered: ({ person }) => [...BOARD_AND_CONSOLE, personal(person)],
    Shown: () => [...BOARD_AND_CONSOLE, 'all'],
    Hidden: () => [...BOARD_AND_CONSOLE, 'all']
  },

  takeBack: { Shown: () => [{ type: 'Hidden', data: {} }] }
});

/** Each person answers one question, and all answers are shown at once. README.md tells its rules. */
export const newmethod = defineMethod<Settings, State, Events>()({
  name: 'newmethod',
  settings,
  begin: ({ question }) => ({ question, answers: {}, shown: false }),
  parts: [answers],
  view,
  // NM2
  hidden(draft, channel, other) {
    if (!draft.shown) hideFromOthers(draft.answers, channel, other);
  },
  names: () => ({ board: false, phones: false, edition: false }),
  next: ({ shown }) => (shown ? [] : [{ command: 'show', input: {} }]),
  again: ({ question }) => ({ question }),
  // Nothing yet: docs/add-a-method.md tells what can be left behind.
  harvest: () => []
});

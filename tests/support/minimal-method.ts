import * as v from 'valibot';
import { commandOf, EVERYWHERE, refuse } from '#contract/method.ts';
import { defineMethod, partOf } from '#contract/part.ts';

type State = { until: number | null; rung: number; sum: number | null; numbers: number[]; cook: string | null };
type Events = {
  Set: { until: number };
  Rung: object;
  Unrung: object;
  Numbered: { numbers: number[] };
  Added: { sum: number };
  Cooking: { person: string | null };
};

const command = commandOf<State, Events>();

/** The smallest method with a timer (`ring`), a job of a worker (`add`) and a channel that only one person gets. */
export const minimalMethod = defineMethod<object, State, Events>()({
  name: 'minimal',
  settings: v.strictObject({}),
  begin: () => ({ until: null, rung: 0, sum: null, numbers: [], cook: null }),
  parts: [
    partOf<State, Events>()({
      commands: {
        set: command({
          who: ['organizer'],
          input: v.strictObject({ until: v.number() }),
          decide: (_state, data) => [{ type: 'Set', data }]
        }),
        ring: command({
          who: ['clock'],
          input: v.strictObject({ until: v.number() }),
          decide(state, { until }, _by, facts) {
            if (state.until !== until) return [];
            return facts.at < until ? refuse('not-understood') : [{ type: 'Rung', data: {} }];
          },
          undo: true
        }),
        number: command({
          who: ['organizer'],
          input: v.strictObject({ numbers: v.array(v.number()) }),
          decide: (_state, data) => [{ type: 'Numbered', data }]
        }),
        add: command({
          who: ['worker'],
          input: v.strictObject({ asking: v.string(), answer: v.strictObject({ sum: v.number() }) }),
          decide: (state, { asking, answer }) =>
            asking === state.numbers.join() && state.sum === null ? [{ type: 'Added', data: answer }] : []
        }),
        cook: command({
          who: ['organizer'],
          input: v.strictObject({ person: v.nullable(v.string()) }),
          decide: (_state, data) => [{ type: 'Cooking', data }]
        })
      },
      evolve: {
        Set(draft, { until }) {
          draft.until = until;
        },
        Rung(draft) {
          draft.until = null;
          draft.rung += 1;
        },
        Unrung(draft) {
          draft.rung -= 1;
        },
        Numbered(draft, { numbers }) {
          draft.numbers = numbers;
          draft.sum = null;
        },
        Added(draft, { sum }) {
          draft.sum = sum;
        },
        Cooking(draft, { person }) {
          draft.cook = person;
        }
      },
      touches: {
        Set: () => EVERYWHERE,
        Rung: () => [...EVERYWHERE, 'kitchen'],
        Unrung: () => [...EVERYWHERE, 'kitchen'],
        Numbered: () => EVERYWHERE,
        Added: () => EVERYWHERE,
        Cooking: () => EVERYWHERE
      },
      takeBack: { Rung: () => [{ type: 'Unrung', data: {} }] }
    })
  ],
  channels: ({ cook }, person) => (cook === person ? ['kitchen'] : []),
  hidden: { nothing: 'nothing in the state is secret' },
  view: ({ rung, sum }, channel) => (channel === 'kitchen' ? { recipe: 'soft', rung } : { rung, sum }),
  next: ({ rung }) =>
    rung === 0
      ? []
      : [
          { command: 'set', input: { until: 0 } },
          { command: 'cook', input: { person: null } }
        ],
  again: () => ({}),
  wakes: ({ until }) => (until === null ? null : { at: until, command: 'ring', input: { until } }),
  work: {
    asking: ({ numbers, sum }) => (numbers.length > 0 && sum === null ? numbers.join() : null),
    question: ({ numbers }) => ({ numbers }),
    answer: (question) => {
      const { numbers } = question as { numbers: number[] };
      return { sum: numbers.reduce((sum, number) => sum + number, 0) };
    },
    command: 'add'
  },
  harvest: () => []
});

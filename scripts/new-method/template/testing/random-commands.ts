import type { SeededRandom } from '#contract/testing/seeded-random.ts';
import { anyOf, type RandomCommands } from '#contract/testing/random-commands.ts';
import type { State } from '../state.ts';

const answer = (random: SeededRandom) => ({ text: `Answer ${random.below(99)}` });

/** People answer all the time, also when it is too late. */
export const randomCommands: RandomCommands<State> = {
  settings: (random) => ({ question: `Question ${random.below(9)}?` }),
  participant: ({ random }) => ({ command: 'answer', input: answer(random) }),
  helper: ({ random }, person) => ({ command: 'answer', input: { ...answer(random), for: person } }),
  facilitator: ({ people, random }) =>
    anyOf(random, [
      ['show', {}],
      ['answer', { ...answer(random), for: random.pick(people) ?? 'nobody' }]
    ])
};

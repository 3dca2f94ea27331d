import type { Dice } from '#contract/testing/dice.ts';
import { anyOf, type Wishes } from '#contract/testing/wishes.ts';
import type { State } from '../state.ts';

const answer = (dice: Dice) => ({ answer: `Answer ${dice.below(99)}` });

/** People answer all the time, also when it is too late. */
export const wishes: Wishes<State> = {
  settings: (dice) => ({ question: `Question ${dice.below(9)}?` }),
  participant: ({ dice }) => ({ command: 'answer', input: answer(dice) }),
  helper: ({ dice }, person) => ({ command: 'answer', input: { ...answer(dice), for: person } }),
  facilitator: ({ people, dice }) =>
    anyOf(dice, [
      ['show', {}],
      ['answer', { ...answer(dice), for: dice.pick(people) ?? 'nobody' }]
    ])
};

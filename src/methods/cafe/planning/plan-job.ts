import type { Work } from '#contract/method.ts';
import { asking, question, type Asked } from './engine-question.ts';
import { plan } from '#rotation/plan.ts';
import { replan } from '#rotation/replan.ts';
import { bestSwap } from '#rotation/best-swap.ts';
import type { State } from '../state.ts';

/** The plan is made beside the server's loop: three hundred people take a second of search. */
export const work: Work<State> = {
  asking,
  question,
  answer(given) {
    const asked = given as Asked;
    if (asked.wants === 'plan')
      return asked.before ? replan(asked.question, asked.before, asked.seed) : plan(asked.question, asked.seed);
    const swap = bestSwap(asked.question, asked.before, asked.over, asked.kept);
    return { swap: swap && { ...swap, round: swap.round + 1 } };
  },
  command: 'planned'
};

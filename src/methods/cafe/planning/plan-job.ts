import type { Work } from '#contract/method.ts';
import { asking, question, type EngineQuestion } from './engine-question.ts';
import { plan } from '#rotation/plan.ts';
import { replan } from '#rotation/replan.ts';
import { bestSwap } from '#rotation/best-swap.ts';
import type { State } from '../state.ts';

/** The plan is made beside the server's loop: three hundred people take a second of search. */
export const work: Work<State> = {
  asking,
  question,
  answer(given) {
    const job = given as EngineQuestion;
    if (job.wants === 'plan')
      return job.before ? replan(job.question, job.before, job.seed) : plan(job.question, job.seed);
    const swap = bestSwap(job.question, job.before, job.over, job.kept);
    return { swap: swap && { ...swap, round: swap.round + 1 } };
  },
  command: 'planned'
};

import type { Work } from '../method.ts';
import { asked, type Asked } from './question.ts';
import { plan } from './rotation/plan.ts';
import { replan } from './rotation/replan.ts';
import type { State } from './state.ts';

/** The plan is made beside the server's loop: three hundred people take a second of search. */
export const work: Work<State> = {
  asked,
  answer(given) {
    const { question, before, seed } = given as Asked;
    return before ? replan(question, before, seed) : plan(question, seed);
  },
  command: 'planned'
};

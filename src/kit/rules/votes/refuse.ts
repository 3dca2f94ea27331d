import { refuse as refuseFor, type Refusal } from '#contract/method.ts';
import type { voteRefusals } from '../../words/votes.ts';

/** A no of a vote: every code has its sentence in the words, or it does not compile. */
export const refuse = (code: keyof typeof voteRefusals, figures?: Refusal['figures']): Refusal =>
  refuseFor(code, figures);

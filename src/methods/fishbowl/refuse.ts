import { refuse as refuseFor, type Refusal } from '#contract/method.ts';
import type { refusals } from './words/refusals.ts';

/** A refusal of this method. A code without a sentence in the words does not compile. */
export const refuse = (code: keyof typeof refusals | 'already-moved-on', figures?: Refusal['figures']): Refusal =>
  refuseFor(code, figures);

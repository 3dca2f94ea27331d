import { refuse as refuseFor, type Refusal } from '#contract/method.ts';
import type { words } from './words.ts';

/** A no of this method: every code has its sentence in the words, or the house has one, or it does not compile. */
export const refuse = (code: keyof typeof words.refusals | 'already-moved-on', figures?: Refusal['figures']): Refusal =>
  refuseFor(code, figures);

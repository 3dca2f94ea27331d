import { refuse, type Refusal } from '#contract/method.ts';
import type { refusals } from './words/refusals.ts';

/** A refusal of this method. A code without a sentence in the words does not compile. */
export const no = (code: keyof typeof refusals, figures?: Refusal['figures']): Refusal => refuse(code, figures);

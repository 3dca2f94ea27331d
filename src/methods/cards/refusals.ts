import { refuse, type Refusal } from '#contract/method.ts';
import type { refusals } from './words/refusals.ts';

/** A no of this method: every code has its sentence in the words, or it does not compile. */
export const no = (code: keyof typeof refusals, figures?: Refusal['figures']): Refusal => refuse(code, figures);

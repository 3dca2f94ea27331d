import { refuse, type Refusal } from '#contract/method.ts';
import type { words } from './words.ts';

/** A no of this method: every code has its sentence in the words, or it does not compile. */
export const no = (code: keyof typeof words.refusals, figures?: Refusal['figures']): Refusal => refuse(code, figures);

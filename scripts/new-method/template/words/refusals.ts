import { forWhom } from '#kit/words/refusals.ts';

/** Why something was not done, by code. The house has sentences for what every method refuses. */
export const refusals = {
  ...forWhom,
  'answers-are-shown': 'The answers are shown already.'
} as const;

import { personRefusals } from '#kit/words/refusals.ts';

/** Why something was not done, by code. The house has sentences for what every method refuses. */
export const refusals = {
  ...personRefusals,
  'answers-are-shown': 'The answers are shown already.'
} as const;

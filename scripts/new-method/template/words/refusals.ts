import { forWhom } from '#methods/shared/refusal-words.ts';

/** Why something was not done, by code. The house has sentences for what every method refuses. */
export const refusals = {
  ...forWhom,
  'answers-are-shown': 'The answers are shown already.'
} as const;

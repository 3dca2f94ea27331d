/** Why a command could not be said for a person. Each method adds these to its own refusals. */
export const personRefusals = {
  'not-for-others': 'You can only do this for yourself.',
  'for-whom': 'Choose the person first.',
  'person-unknown': 'This person is not part of the gathering.',
  'person-left': 'This person has left.'
} as const;

export const alreadySo = { 'already-so': 'It is so already.' } as const;

/** Why who may learn what stays as it is. Each method that shows names adds these to its own refusals. */
export const exposureRefusals = {
  ...alreadySo,
  'exposure-only-falls': 'People were told who sees what. It can show less from now on, never more.'
} as const;

/** Why a person is named, or not, as before. Each method whose edition may name people adds these. */
export const consentRefusals = { ...personRefusals, 'theirs-to-agree': 'Only they can agree to be named.' } as const;

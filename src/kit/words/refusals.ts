/** Why a command could not be said for a person. Each method adds these to its own refusals. */
export const personRefusals = {
  'not-for-others': 'You can only do this for yourself.',
  'for-whom': 'Choose the person first.',
  'person-unknown': 'This person is not part of the gathering.',
  'person-left': 'This person has left.'
} as const;

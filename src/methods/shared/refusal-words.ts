/** Why somebody could not be spoken for. Each method takes these into its own. */
export const forWhom = {
  'not-for-others': 'You can only do this for yourself.',
  'for-whom': 'Choose the person first.',
  'person-unknown': 'This person is not part of the gathering.',
  'person-left': 'This person has left.'
} as const;

/** A page that is not there, or broke. */
export const errors = {
  notFound: 'There is nothing here',
  notFoundAbout: 'The address may be mistyped, or what stood here is gone.',
  wrong: 'Something went wrong on our side',
  wrongAbout: 'Nothing that was saved is lost. Try again in a moment.',
  refused: 'That is not possible',
  again: 'Try again',
  home: 'To the home page'
};

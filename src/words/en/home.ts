/** The way in. */
export const home = {
  name: 'Plenary',
  tagline: 'Meetings that leave something behind',
  about: 'See where everybody stands, speak in turn, and keep what you made together.',
  joinTitle: 'Join a gathering',
  commons: 'Read what gatherings left behind',
  commonsAbout: 'The commons holds what past gatherings decided to publish.',
  signIn: 'Host a gathering',
  myGatherings: 'My gatherings'
};

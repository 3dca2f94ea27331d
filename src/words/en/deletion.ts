/** Where an organizer deletes a gathering. */
export const deletion = {
  title: (gathering: string) => `Delete “${gathering}”?`,
  short: 'Delete',
  now: 'Delete it now',
  shortNamed: (gathering: string) => `Delete “${gathering}”`,
  open: 'This gathering is still open. Everybody who is connected is told that it was deleted.',
  goes: 'What goes, for good',
  whatGoes: [
    'the names of everybody who was here, and all that they wrote',
    'photos, places, votes and seats',
    'the code, and every link for helpers and boards',
    'the draft of a harvest that was not published'
  ],
  stays: 'What stays',
  editions: (count: number) => (count === 1 ? 'The edition in the commons' : `The ${count} editions in the commons`),
  editionsAbout:
    'Its address and the address of every note stay. Nobody can leave words out of it afterwards, because nobody knows any more who wrote them.',
  nothingStays: 'Nothing. No edition was published.',
  button: 'Delete it for good',
  no: 'No, keep it'
};

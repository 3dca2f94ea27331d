import { counted } from './counted.ts';

/** Where those who lead put the notes of a closed gathering in order. */
export const sorting = {
  title: 'Sort the notes',
  toEdition: 'To the edition',
  sort: 'Sort',
  inShort: 'In short',
  nothing: 'Nothing was noted in this gathering.',
  note: { one: 'note', many: 'notes' },
  themeNoun: { one: 'theme', many: 'themes' },
  theme: (number: number) => `Theme ${number}`,
  filter: 'Which notes',
  ofQuestion: 'Question',
  allQuestions: 'All questions',
  ofTable: 'Table',
  allTables: 'All tables',
  table: (number: number) => `Table ${number}`,
  ofKind: 'Kind',
  allKinds: 'All kinds',
  kinds: {
    words: 'Notes in words',
    photos: 'Photos',
    reasons: 'Reasons for a place on a line',
    mended: 'Mended',
    disputed: 'Objected to',
    endorsed: 'People stand by them'
  },
  showAll: 'Show all',
  photo: (where: string) => (where === '' ? 'Photo of a sheet' : `Photo of a sheet, ${where}`),
  mended: 'mended',
  struck: 'words struck out',
  endorsed: (people: number) => `${counted(people, 'person stands', 'people stand')} by it`,
  disputed: (people: number) => `${counted(people, 'person objects', 'people object')}`,
  noteTitle: 'Note',
  close: 'Close',
  says: 'What it says',
  save: 'Save',
  saveOf: (title: string) => `Save: ${title}`,
  back: 'As it was',
  backOf: (title: string) => `As it was: ${title}`,
  saved: 'Saved.',
  strike: 'Strike out what is selected',
  selectFirst: 'Select the words in the note first.',
  strikeAbout:
    'Strike out names and addresses. Until the first edition you can bring the words back; then they are forgotten.',
  strikeAboutPublic: 'What you strike out leaves every edition at once and is forgotten. It cannot be brought back.',
  asWritten: 'As it was written',
  bringBackWords: 'Bring these words back',
  peopleSay: 'What people say of it',
  leaveOut: 'Leave it out',
  leaveOutAbout: 'What is left out is not published. Until the first edition you can bring it back.',
  leaveOutAboutPublic:
    'What you leave out now leaves every edition at once and is forgotten. It cannot be brought back.',
  leftOut: 'It is left out.',
  isLeftOut: 'This note is left out.',
  bringBack: 'Bring it back',
  summariesAbout:
    'Optional. Each stands in the edition before the notes it is about. Plenary compares it with random samples of the notes, and the edition says of which tables it says less.',
  refusals: {
    'same-note': 'These notes are one already.',
    'no-such-theme': 'That theme is gone.',
    'same-theme': 'That is the same theme.',
    'too-many-themes': 'A harvest holds 60 themes, and that is as many as it can. Join some of them first.',
    'not-in-a-theme': 'Put this note into a theme first: its order is that of its theme.',
    'too-many-summaries': 'A harvest holds 200 of these texts, and that is as many as it can.'
  }
};

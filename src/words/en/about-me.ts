// A module that reads from an object while it is loaded would be loaded by every page.
const cameAs = { phone: 'With this phone', 'walk-in': 'Added by a helper' };

/** What is stored about one person, on their phone. */
export const aboutMe = {
  title: 'What is stored about me',
  name: 'Your name here',
  noName: 'None',
  came: 'How you came',
  cameAs,
  photos: 'Photos you sent',
  photo: (nth: number) => `Photo ${nth}`,
  standsBy: 'Notes you stand by',
  objections: 'What you said was not said like that',
  objectsTo: (note: string) => `To: ${note}`,
  noWords: '(a photo, or words that are gone)',
  wrote: 'What you wrote',
  wroteNothing: 'Nothing.',
  meets: 'Whom you meet',
  noContact: 'They left no way to reach them. Ask somebody of the team.',
  brought: (own: string, other: string) => `You: ${own} · They: ${other}`,
  rest: 'Everything, as a file',
  restAbout:
    'The file also holds what you did here: where you stood, sat and voted. It holds nothing that you answered without your name: nobody can tell what is yours.',
  file: 'Keep the file (JSON)',
  erase: 'Erase my name and my words',
  eraseAbout:
    'Your name, what you wrote and your photos are gone for good: here, in every edition and in the files of this server. Nothing brings them back. That somebody took part and where they stood stays, without a name.',
  eraseYes: 'Yes, erase them for good',
  isErased: 'Your name and your words were erased.',
  joinAnew: 'Join again, as somebody new',
  back: 'Back to the gathering'
};

/** The same of a person without a phone, whom somebody of the team shows it. */
export const aboutThem: Omit<typeof aboutMe, 'joinAnew'> = {
  title: 'What is stored about somebody without a phone',
  name: 'Their name here',
  noName: 'None',
  came: 'How they came',
  cameAs,
  photos: 'Photos of theirs',
  photo: (nth) => `Photo ${nth}`,
  standsBy: 'Notes they stand by',
  objections: 'What they said was not said like that',
  objectsTo: (note) => `To: ${note}`,
  noWords: '(a photo, or words that are gone)',
  wrote: 'What was typed for them',
  wroteNothing: 'Nothing.',
  meets: 'Whom they meet: read it out to them alone',
  noContact: 'The other one left no way to reach them.',
  brought: (own, other) => `They: ${own} · The other one: ${other}`,
  rest: 'Everything, as a file',
  restAbout:
    'For them, when they ask. The file also holds what was done for them: where they stood, sat and voted. It holds nothing that was answered without a name.',
  file: 'Keep the file (JSON)',
  erase: 'Erase their name and words',
  eraseAbout:
    'Only when they ask for it. Their name, what was typed for them and their photos are gone for good: here, in every edition and in the files of this server. Nothing brings them back. That somebody took part and where they stood stays, without a name.',
  eraseYes: 'Yes, erase them for good',
  isErased: 'Their name and their words were erased.',
  back: 'Back to the console'
};

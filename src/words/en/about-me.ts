/** What is stored about one person, on their phone. */
export const aboutMe = {
  title: 'What is stored about me',
  name: 'Your name here',
  noName: 'None',
  came: 'How you came',
  cameAs: { phone: 'With this phone', 'walk-in': 'Added by a helper' },
  photos: 'Photos you sent',
  wrote: 'What you wrote',
  wroteNothing: 'Nothing.',
  rest: 'Everything, as a file',
  restAbout:
    'The file also holds what you did here: where you stood, sat and voted. It holds nothing that you answered without your name: nobody can tell what is yours.',
  file: 'Keep the file (JSON)',
  erase: 'Erase my name and my words',
  eraseAbout:
    'Your name, what you wrote and your photos are gone for good: here, in every edition and in the files of this server. Nothing brings them back. That somebody took part and where they stood stays, without a name.',
  eraseYes: 'Yes, erase them for good',
  isErased: 'Your name and your words were erased.',
  back: 'Back to the gathering'
};

/** Where people put a harvest right once the gathering has closed. */
export const corrections = {
  title: 'Put the harvest right',
  about: (until: string) =>
    `This is what will be kept. Until ${until} you can mend what you wrote, leave it out, and say where something else was said.`,
  /** Where no time is given for them. */
  none: 'This is what will be kept. You can leave out what you wrote.',
  ended: 'The time for corrections is over. You can still leave out what you wrote.',
  read: 'Read the edition',
  own: 'What you wrote',
  nothingOwn: 'Nothing that is kept was written on this phone.',
  photo: 'Photo of a sheet',
  mended: 'You mended it. Those who led can see what stood there before.',
  part: 'Those who led split your note in two. This is a part of it.',
  mend: 'Mend the words',
  newWords: 'New words',
  mendButton: 'Keep these words',
  leaveOut: 'Leave it out',
  leaveOutAbout: 'Nobody will read it in the edition. Until then you can bring it back.',
  goneForGood: 'It is published already. Its words will be gone from every edition, for good.',
  leaveOutYes: 'Yes, leave it out',
  keep: 'Bring it back',
  leftOutBy: { author: 'You left this out.', team: 'Those who led left this out.' },
  endorse: 'I stand by this',
  endorsedYes: 'You stand by this',
  dispute: 'This is not what we said',
  undispute: 'Take back my objection',
  why: 'What was said instead?',
  whyAbout: 'The edition prints it without your name.',
  disputeButton: 'Object',
  back: 'Back to the gathering'
};

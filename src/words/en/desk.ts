/** Where facilitators look at the harvest, and publish it. */
export const harvestDesk = {
  title: 'Harvest',
  back: 'To the console',
  stillOpen: 'This gathering is still open',
  stillOpenAbout: 'Its harvest is taken when it has closed. Close it on the console, then come back here.',
  draft: 'Draft',
  draftAbout: 'Nothing is published yet. Below is exactly what everybody will read.',
  nothing: 'Nothing was kept from this gathering. An edition needs something that people said.',
  rehearsal: 'This gathering is a rehearsal: its people are simulated, and its edition says so.',
  photos:
    'There are photos in it: look for faces and names. To leave one out, reopen the gathering and hide it among the notes.',
  leftOutTitle: 'Left out for privacy',
  leftOut: [
    'Names, and who stood where, except for people who agreed to be named.',
    'Simulated people.',
    'Any part of a line with fewer than five people: it is told together with the part beside it.',
    'How many people moved from round to round. What the whole room did is told.',
    'Notes and photos that are hidden or were not looked at yet, and reasons that were not kept on the board.'
  ],
  formTitle: 'Publish',
  what: 'Title',
  whatAbout: 'What will people look for?',
  summary: 'Summary',
  summaryAbout: 'Optional: one paragraph for people who were not there.',
  held: 'When it was held',
  heldAbout:
    'As Plenary saw it: from the first block with people there until it was closed. Correct it if that is wrong.',
  began: 'It began',
  ended: 'It ended',
  zone: 'Time zone',
  heldLong: 'That is more than 16 hours. Is it right?',
  licence: 'Licence, chosen before anything was written',
  preview: 'Look at it with these words',
  publish: 'Publish to the commons',
  publishAbout: 'Everybody can read it from then on, and the gathering cannot be opened again.',
  published: 'Published',
  publishedAbout: 'Everybody can read this edition in the commons now.',
  read: 'Read the edition',
  files: 'Take the draft with you',
  refusals: {
    'not-yours-to-do': 'Only facilitators of this gathering can publish it.',
    'close-before-publishing': 'Close the gathering first.',
    'already-published': 'It was published already.',
    'text-empty': 'Please give it a title.',
    'text-too-long': 'Please make it shorter.',
    'not-understood': 'Something is missing. Please look at the title and the summary.',
    'no-such-time': 'Please give two times that exist, and a time zone.',
    'storage-full': 'The disk of this server is full. Nothing was published; try again later.',
    'storage-away': 'The server could not write just now. Nothing was published; try again in a moment.'
  } as Record<string, string>,
  refused: 'That did not work. Nothing was published.'
};

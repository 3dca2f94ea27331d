import { counted } from './counted.ts';

/** Where facilitators look at the harvest, and publish it. */
export const harvestDesk = {
  title: 'Harvest',
  back: 'To the console',
  stillOpen: 'This gathering is still open',
  soFar: 'Draft, meeting still on',
  soFarAbout:
    'Only you and others who lead can read this. It follows the meeting by itself, and what waits in the room waits here: places before they are revealed, what people choose, names.',
  soFarPaper: 'Below is what would be kept if the meeting ended now, but for what still waits.',
  draft: 'Draft',
  draftAbout: 'Nothing is published yet. Below is exactly what everybody will read.',
  nextAbout: 'Below is what the next edition will say. Nothing of it is public before you publish it.',
  nothing: 'Nothing was kept from this gathering. An edition needs something that people said.',
  rehearsal: 'This gathering is a rehearsal: its people are simulated, and its edition says so.',
  photos:
    'There are photos in it: look for faces and names. To leave one out, reopen the gathering and hide it among the notes.',
  names: 'Who is named in it',
  noNames: 'Nobody.',
  namesAbout: 'They agreed, on their own phone or by telling somebody of the team. Who takes that back is not named.',
  unname: 'Do not name',
  unnameOf: (name: string) => `Do not name ${name}`,
  saidYes: (name: string) => `${name} agreed. Nothing in it is theirs.`,
  saidNo: (name: string) => `${name} is not named: the yes was taken back.`,
  nameAgain: 'Name again',
  nameAgainOf: (name: string) => `Name again: ${name}`,
  withoutPhone: 'Somebody without a phone said yes',
  withoutPhoneAbout: 'Only where they told you or a helper themselves.',
  whoSaidYes: 'Who agreed to be named?',
  saidYesButton: 'They agreed',
  /** Beside a name. */
  agreed: {
    phone: 'agreed on their own phone',
    'in-meeting': 'told a helper in the meeting',
    invited: 'an invited guest, for whom a helper said it',
    organizer: 'told the organizer',
    facilitator: 'told a facilitator',
    helper: 'told a helper'
  } as Record<string, string>,
  becomesPublic: (notes: number) => `${counted(notes, 'note becomes', 'notes become')} public`,
  nothingStaysOut: 'Every note is in it.',
  /** Why notes stay out, and how many. */
  staysOut: {
    author: (notes: number) => `${counted(notes, 'note stays', 'notes stay')} out: taken back by those who wrote them.`,
    team: (notes: number) => `${counted(notes, 'note stays', 'notes stay')} out: left out by those who lead.`,
    hidden: (notes: number) => `${counted(notes, 'note stays', 'notes stay')} out: hidden in the meeting.`,
    waiting: (notes: number) => `${counted(notes, 'note stays', 'notes stay')} out: nobody who leads showed them.`,
    simulated: (notes: number) => `${counted(notes, 'note stays', 'notes stay')} out: written by simulated people.`,
    untold: (figures: number) =>
      `${counted(figures, 'figure is', 'figures are')} not told: the number would tell of fewer than five people.`
  },
  appendix: 'Appendix',
  appendixOff:
    'Figures on how the meeting went that nobody in the room asked for, such as how unequally seat time was shared, are left out.',
  appendixOn:
    'Figures on how the meeting went that nobody in the room asked for, such as how unequally seat time was shared, stand in an appendix, where there are any.',
  addAppendix: 'Add the appendix',
  withoutAppendix: 'Leave the appendix out',
  corrections: 'Corrections from those who were there',
  noCorrections: 'None so far.',
  ofNote: (number: string) => `Note ${number}`,
  mended: 'It was mended.',
  leftOutBy: {
    author: 'A note was left out by whoever wrote it.',
    team: 'A note was left out by those who lead.'
  },
  standBy: (people: number) => `Stand by it: ${people}`,
  bringBack: 'Bring it back',
  asWritten: 'As it was written',
  leaveOut: 'Leave it out',
  leaveOutObjection: 'Leave out its words',
  leaveOutObjectionAbout:
    'That somebody objects stays in the edition, and is counted. Until the first edition, undo at the desk brings the words back; afterwards they are gone for good.',
  objectionLeftOut: 'The team left out its words:',
  leaveOutAbout: 'Each button leaves it out. Whoever opens its address reads the reason.',
  leaveOutPlain: 'Without a reason',
  former: 'Former words in earlier editions',
  formerAbout:
    'You changed these titles, names of themes or texts in short. Earlier editions still say them, as a part of their history.',
  strikeFormer: 'Take it out of earlier editions',
  strikeFormerAbout: 'It will be gone from every edition and every file, for good. What replaced it stays.',
  strikeFormerYes: 'Yes, take it out',
  leftOutTitle: 'Left out, and why',
  simulatedLeftOut: 'Simulated people, unless there was nobody else: what they say is made up.',
  formTitle: 'Publish',
  what: 'Title',
  whatAbout: 'What will people look for?',
  summary: 'Summary',
  summaryAbout:
    'Optional: one paragraph for people who were not there. Where tables wrote notes, the edition says of which of them it says less than random notes do.',
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
  publishNext: (edition: number) => `Publish edition ${edition}`,
  publishNextAbout: 'It takes the place of the last one at the same address. Earlier editions stay readable there.',
  publishAbout: 'Everybody can read it from then on, and the gathering cannot be opened again.',
  publishAsks: (notes: number, names: number, out: number) =>
    `Publish ${counted(notes, 'note', 'notes')}${names === 0 ? '' : `, ${counted(names, 'name', 'names')}`}? ${out === 0 ? 'No note stays' : counted(out, 'note stays', 'notes stay')} out.`,
  publishYes: 'Yes, publish',
  publishNo: 'Not yet',
  published: 'Published',
  publishedAbout: 'Everybody can read this edition in the commons now.',
  read: 'Read the edition',
  files: 'Take the draft with you',
  refusals: {
    'not-yours-to-do': 'Only facilitators of this gathering can publish it.',
    'close-before-publishing': 'Close the gathering first.',
    'already-published': 'Somebody published an edition meanwhile. Load the page again, and look at it first.',
    'text-empty': 'Please give it a title.',
    'text-too-long': 'Please make it shorter.',
    'not-understood': 'Something is missing. Please look at the title and the summary.',
    'no-such-time': 'Please give two times that exist, and a time zone.',
    'storage-full': 'The disk of this server is full. Nothing was published; try again later.',
    'storage-away': 'The server could not write just now. Nothing was published; try again in a moment.'
  } as Record<string, string>,
  refused: 'That did not work. Nothing was published.'
};

import { ownCardWords } from '#kit/words/own-cards.ts';
import { counted } from '#words/en/counted.ts';
import type { CirclePeople, Exposure, Stage } from '../limits.ts';

/** Stages in which nobody has to write. */
type Resting = Exclude<Stage, 'writing'>;

/** What a phone says. */
export const phone = {
  withdrawn: 'Withdrawn',
  titles: {
    ready: 'We will write cards',
    showing: 'Look at the board',
    grouping: 'What belongs together?',
    choosing: 'Choosing begins soon',
    closed: 'This is finished'
  } satisfies Record<Resting, string>,
  abouts: {
    ready: 'The question comes here when it is asked.',
    showing: 'The cards are shown there. You can still add one below.',
    grouping: 'Look at the board, and say aloud what you see. You can still add a card below.',
    choosing: 'Look at the board.',
    closed: 'Thank you. Look at the board.'
  } satisfies Record<Resting, string>,
  several: 'Write a card',
  which: 'To which question?',
  about: {
    L1: 'One thought on each card. Cards carry no names.',
    L2: 'One thought on each card. Your name stands on it in this room, and nowhere else.'
  } satisfies Record<Exposure, string>,
  circles: {
    alone: 'On your own, in silence.',
    pairs: 'With one other person: compare and add.',
    fours: 'In fours: write what stands out.',
    all: 'All together: write what everybody should hear.'
  } satisfies Record<CirclePeople, string>,
  send: 'Put the card in',
  sent: 'Your card is in.',
  sentMany: (count: number) => `${counted(count, 'card is', 'cards are')} in.`,
  ...ownCardWords({ one: 'card', many: 'cards' }),
  propose: 'Where does this card belong?',
  proposeAbout: 'Choose a group for cards that are in none. People who help decide.',
  nowhere: 'No group',
  group: (number: number, name: string | null) => name ?? `Group ${number}`,
  proposed: 'Thank you.',
  nothingLoose: 'Every card is in a group.',
  more: 'Show more cards',
  matches: {
    title: 'These may fit',
    about:
      'The other person is asked, too. Only if both of you say yes, you two see each other’s name and what each of you writes here.',
    yours: 'Yours',
    theirs: 'Somebody else’s',
    contact: 'How they can reach you',
    contactAbout: 'A number, an address, or where you sit. You may leave it empty.',
    yes: 'Yes, I would like to meet',
    yesOf: (text: string) => `Yes, I would like to meet: ${text}`,
    no: 'No',
    noOf: (text: string) => `No: ${text}`,
    saidYes: 'You said yes. If the other person does, too, their name stands here.',
    saidNo: 'You said no. Nobody is told.',
    met: (name: string) => `You both said yes. This is from \u2068${name}\u2069.`,
    somebody: 'somebody without a name here',
    reach: (contact: string) => `You reach them so: \u2068${contact}\u2069`,
    noContact: 'They left nothing to reach them by. Ask aloud.',
    answered: 'Thank you.'
  },
  option: (number: number) => `Group ${number}`
} as const;

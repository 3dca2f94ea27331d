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
  option: (number: number) => `Group ${number}`
} as const;

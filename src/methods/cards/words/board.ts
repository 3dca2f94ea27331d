import { counted } from '#words/en/counted.ts';
import type { CirclePeople } from '../limits.ts';

const cards = (count: number) => counted(count, 'card', 'cards');

/** What the wall says. */
export const board = {
  withdrawn: 'Withdrawn',
  ready: 'We will write cards',
  readyAbout: 'The question comes here and on your phone.',
  several: 'Questions',
  question: (number: number, of: number) => `Question ${number} of ${of}`,
  cue: 'Write in silence, one thought on each card. Your phone is the pen.',
  circles: {
    alone: 'Everybody alone, in silence',
    pairs: 'Two and two: compare and add',
    fours: 'Four and four: what stands out?',
    all: 'All together: what should everybody hear?'
  } satisfies Record<CirclePeople, string>,
  written: cards,
  none: 'No card is on the board yet.',
  loose: 'In no group',
  noName: (number: number) => `Group ${number}`,
  folded: (count: number) => `and ${counted(count, 'card', 'cards')} that ${count === 1 ? 'says' : 'say'} the same`
} as const;

import { words as writing } from '../shared/writing/words.ts';
import { board, parts, text } from './board-words.ts';
import { phone } from './phone-words.ts';
import { refusals } from './refusal-words.ts';

/** Everything a fishbowl says, as a host would say it to a guest. Figures come in, sentences go out. */
export const words = {
  name: 'Fishbowl',
  about: 'A few people talk in the middle, everybody listens, and there is a chair to come in by.',

  forms: {
    open: 'Open: a chair stays free',
    samoan: 'Samoan circle: stand behind a chair, or tap somebody',
    closed: 'Closed: a group talks, then the next one',
    ux: 'UX: the inner circle tells, the outer one asks',
    unpanel: 'Unpanel: invited people begin, then a chair opens',
    sandwich: 'Sandwich: a talk in pairs before and after'
  },
  policies: {
    'first-timers': 'whoever has not sat here yet',
    'first-come': 'whoever asked first',
    balance: 'whoever brings what was heard least',
    facilitator: 'whoever is asked in'
  },
  exposures: {
    L1: 'Nobody is named: speakers have numbers',
    L2: 'The room sees names',
    L3: 'Readers see names, too, of those who agree'
  },

  parts,
  board,
  text,
  phone,

  /** Why something was not done, by code. The house has sentences for what every method refuses. */
  refusals: { ...writing.refusals, ...refusals }
} as const;

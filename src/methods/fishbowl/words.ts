import { board, text } from './words/board.ts';
import { forms, stages } from './words/forms.ts';
import { phone } from './words/phone.ts';
import { sentences } from './words/refusals.ts';

/** Everything a fishbowl says, as a host would say it to a guest. Figures come in, sentences go out. */
export const words = {
  name: 'Fishbowl',
  about: 'A few people talk in the middle, everybody listens, and there is a chair to come in by.',

  forms,
  stages,
  policies: {
    'first-timers': 'whoever has not sat here yet',
    'first-come': 'whoever asked first',
    balance: 'whoever brings what was heard least',
    facilitator: 'whoever is asked in'
  },

  board,
  text,
  phone,

  /** Why something was not done, by code. The house has sentences for what every method refuses. */
  refusals: sentences
} as const;

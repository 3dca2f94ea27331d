import { board, text } from './words/board.ts';
import { phone } from './words/phone.ts';
import { refusals } from './words/refusals.ts';

/** Everything a World Café says, as a host would say it to a guest. Figures come in, sentences go out. */
export const words = {
  name: 'World Café',
  about: 'Small tables talk about one question. Then people move on, and what was said goes with them.',

  board,
  text,
  phone,

  refusals
} as const;

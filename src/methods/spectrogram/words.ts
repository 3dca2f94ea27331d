import { board, text } from './words/board.ts';
import { consoleWords } from './words/console.ts';
import { phone } from './words/phone.ts';
import { refusals } from './words/refusals.ts';

/** Everything a spectrogram says, as a host would say it to a guest. Figures come in, sentences go out. */
export const words = {
  name: 'Spectrogram',
  about: 'People place themselves on a line between two poles, and talk across it.',

  kinds: { opinion: 'An opinion', continuum: 'A continuum' },
  ways: { blind: 'Hidden until the reveal', live: 'Seen at once' },
  stages: { ready: 'Ready', open: 'Open', locked: 'Closed' },

  board,
  text,
  phone,
  console: consoleWords,
  refusals
};

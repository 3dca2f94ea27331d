import { suggestionsFor, type Question } from './suggestions.ts';

/** Compares cards in a thread of its own: hundreds of them take longer than a finger notices. */
addEventListener('message', ({ data }: MessageEvent<string>) =>
  postMessage(suggestionsFor(JSON.parse(data) as Question))
);

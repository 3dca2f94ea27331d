import { diffWordsWithSpace } from 'diff';

/** A run of words that both have, that was taken out, or that came in. */
export type Part = { readonly words: string; readonly kind: 'same' | 'out' | 'in' };

/** From one wording to the other, word by word: what is left out of it reads as the one, what came in as the other. */
export const wordChanges = (before: string, after: string): Part[] =>
  diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    words: value,
    kind: added ? 'in' : removed ? 'out' : 'same'
  }));

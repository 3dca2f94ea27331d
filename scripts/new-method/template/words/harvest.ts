import type { MethodHarvestWords } from '#contract/harvest-words.ts';

/** What an edition calls what is left behind, by the codes of the blocks; and what is not, for those who publish it. */
export const harvestWords = {
  headings: {},
  figures: {},
  leftOut: ['The question and all answers: this method keeps nothing yet.']
} as const satisfies MethodHarvestWords;

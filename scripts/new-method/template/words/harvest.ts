import type { MethodHarvestWords } from '#contract/harvest-words.ts';

/** What an edition calls what is left behind, by the codes of the blocks. */
export const harvestWords = { headings: {}, figures: {} } as const satisfies MethodHarvestWords;

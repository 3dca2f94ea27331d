import type { MethodHarvestWords } from '#contract/harvest-words.ts';

/** What a spectrogram leaves behind is a block of its own kind, whose words are those of the house. */
export const harvestWords = { headings: {}, figures: {} } as const satisfies MethodHarvestWords;

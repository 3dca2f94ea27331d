import type { Spread } from '#contract/harvest-blocks.ts';
import type { HarvestWords } from './sentence.ts';

/** What is said of where a room stood beside its ranges, a sentence each; what is not known is left out. */
export const spreadLines = ({ median, polarisation, agreement, twoCamps }: Spread, words: HarvestWords): string[] => [
  words.median(median),
  ...(polarisation === null ? [] : [words.polarisation(decimal(polarisation))]),
  ...(agreement === null ? [] : [words.agreement(decimal(agreement))]),
  ...(twoCamps ? [words.twoCamps] : [])
];

/** Two digits, with a true minus sign, and no minus before a zero. */
const decimal = (value: number): string => (Math.round(value * 100) / 100 || 0).toFixed(2).replace('-', '−');

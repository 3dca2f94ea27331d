import type { FigureCode, FigureValues, OutlineFigure } from '#contract/blocks.ts';
import type { HarvestWords } from './sentence.ts';

/** A figure of an outline in a sentence. */
export function figureSentence<Code extends FigureCode>(
  { code, value }: OutlineFigure<Code>,
  words: HarvestWords
): string {
  const sentences: { [Each in FigureCode]: (value: FigureValues[Each]) => string } = words.outline.figures;
  return sentences[code](value);
}

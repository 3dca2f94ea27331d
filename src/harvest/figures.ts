import type { Figure } from '#contract/blocks.ts';
import { getOwn } from '#contract/get-own.ts';
import type { MethodHarvestWords } from '#contract/harvest-words.ts';
import type { SeenFigure } from './document.ts';

/** A figure in the sentence its method has for it; null where it has none. */
export function figureSentence({ code, value }: Figure, { figures }: MethodHarvestWords): string | null {
  const sentences = figures as Readonly<Record<string, (value: unknown) => string>>;
  return getOwn(sentences, code)?.(value) ?? null;
}

/** As an edition tells a figure: in the words it carries, else by its code. */
export const wordsOfFigure = ({ code, value, words }: SeenFigure): string =>
  words ?? `${code}: ${typeof value === 'object' ? JSON.stringify(value) : value}`;

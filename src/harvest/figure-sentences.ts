import type { FigureValue } from '#contract/harvest-blocks.ts';
import { getOwn } from '#contract/get-own.ts';
import type { MethodHarvestWords } from '#contract/harvest-words.ts';
import type { SeenFigure } from './document.ts';
import { orWithdrawn, type HarvestWords } from './sentence.ts';

/** A figure in the sentence its method has for it; null where it has none. */
export function figureSentence(
  { code, value }: Pick<SeenFigure, 'code' | 'value'>,
  { figures }: MethodHarvestWords
): string | null {
  const sentences = figures as Readonly<Record<string, (value: unknown) => string>>;
  return getOwn(sentences, code)?.(value) ?? null;
}

/** As an edition tells a figure: in the words it carries, else by its code. */
const wordsOfFigure = ({ code, value, words }: SeenFigure): string =>
  words ?? `${code}: ${typeof value === 'object' ? JSON.stringify(value) : value}`;

/** Sentences by what they are of; null: of the whole block, and first. */
export function figuresByScope(
  figures: readonly SeenFigure[],
  words: HarvestWords
): { of: string | null; sentences: string[] }[] {
  const scoped = Map.groupBy(figures, ({ scope }) => (scope ? scopeName(scope, words) : null));
  return [...scoped]
    .map(([of, figures]) => ({ of, sentences: figures.map(wordsOfFigure) }))
    .sort((one, other) => Number(one.of !== null) - Number(other.of !== null));
}

function scopeName({ statement, table, round }: NonNullable<SeenFigure['scope']>, words: HarvestWords): string {
  return [
    ...(statement === undefined ? [] : [orWithdrawn(statement, words)]),
    ...(table === undefined ? [] : [words.outline.table(table)]),
    ...(round === undefined ? [] : [words.round(round)])
  ].join(' · ');
}

/** Each number of a figure, by the names that lead to it: `met-again.plan.least`. What is not known is left out. */
export type FigureNumber = { name: string; value: number | string; of?: number };

export function numbersOf(name: string, value: FigureValue): FigureNumber[] {
  if (value === null) return [];
  if (typeof value !== 'object') return [{ name, value }];
  if ('count' in value && 'of' in value) {
    const { count, of } = value as { count: number; of: number };
    return [{ name, value: count, of }];
  }
  return Object.entries(value).flatMap(([part, number]) => numbersOf(`${name}.${part}`, number));
}

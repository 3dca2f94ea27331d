import { getOwn } from '#contract/get-own.ts';
import type { MethodHarvestWords } from '#contract/harvest-words.ts';

/** By method. Vite finds the files by their names: `list.ts` would bring the rules of all methods into the pages. */
const found = import.meta.glob<MethodHarvestWords>('./*/words/harvest.ts', { eager: true, import: 'harvestWords' });
const byMethod = Object.fromEntries(Object.entries(found).map(([path, words]) => [path.split('/')[1] ?? '', words]));

export const leftOutIn = (method: string): MethodHarvestWords['leftOut'] | undefined =>
  getOwn(byMethod, method)?.leftOut;

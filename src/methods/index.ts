import type { MethodHarvestWords } from '#contract/harvest-words.ts';
import type { AnyMethod } from '#contract/method.ts';
import * as list from './list.ts';
import type { Manifest } from './manifest.ts';

/** By name, what Node reads of each method in `list.ts`. Browsers never load it: they get views. */
export const manifests: Readonly<Record<string, Manifest>> = list;

/** The rules alone, for the server and its workers. */
export const methods: Readonly<Record<string, AnyMethod>> = Object.fromEntries(
  Object.entries(manifests).map(([name, { rules }]) => [name, rules])
);

/** The words of what each method leaves behind: for editions, which carry them from then on. */
export const harvestWordsOf: Readonly<Record<string, MethodHarvestWords>> = Object.fromEntries(
  Object.entries(manifests).map(([name, { harvestWords }]) => [name, harvestWords])
);

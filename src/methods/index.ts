import type { MethodHarvestWords } from '#contract/harvest-words.ts';
import type { AnyMethod } from '#contract/method.ts';
import * as list from './list.ts';
import type { Manifest } from './manifest.ts';

/** The manifests of the methods in `list.ts`, by name. Browsers never load them: they get views. */
export const manifests: Readonly<Record<string, Manifest>> = list;

/** Only the rules, for the server and its workers. */
export const methods: Readonly<Record<string, AnyMethod>> = Object.fromEntries(
  Object.entries(manifests).map(([name, { rules }]) => [name, rules])
);

/** The harvest words of each method. An edition stores them, so that later changes do not touch it. */
export const harvestWordsOf: Readonly<Record<string, MethodHarvestWords>> = Object.fromEntries(
  Object.entries(manifests).map(([name, { harvestWords }]) => [name, harvestWords])
);

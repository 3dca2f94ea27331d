import type { AnyMethod } from '#contract/method.ts';
import * as list from './list.ts';
import type { Manifest } from './manifest.ts';

/** By name, what Node reads of each method in `list.ts`. Browsers never load it: they get views. */
export const manifests: Readonly<Record<string, Manifest>> = list;

/** The rules alone, for the server and its workers. */
export const methods: Readonly<Record<string, AnyMethod>> = Object.fromEntries(
  Object.entries(manifests).map(([name, { rules }]) => [name, rules])
);

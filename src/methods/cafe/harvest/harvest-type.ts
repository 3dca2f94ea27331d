import type { FigureOf, OutlineBranch, OutlineOf } from '#contract/harvest-blocks.ts';
import type { HeadingOf } from '#contract/harvest-words.ts';
import type { harvestWords } from '../words/harvest.ts';

/** What a café leaves behind, with no code but those it has words for. */
type Words = typeof harvestWords;
export type Block = OutlineOf<Words>;
export type Branch = OutlineBranch<HeadingOf<Words>>;
export type Figure = FigureOf<Words>;

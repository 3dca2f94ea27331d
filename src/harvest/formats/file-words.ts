import type { formats } from '#words/en.ts';
import type { HarvestWords } from '../sentence.ts';

/** What files say beside the sentences of every harvest: apart from those, because a phone loads them and no file. */
export type FileWords = HarvestWords & { readonly formats: typeof formats };

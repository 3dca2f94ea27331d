import type { ParamMatcher } from '@sveltejs/kit';

/** The formats in which an edition can be taken away. */
export const match = ((ending: string): ending is 'md' | 'csv' | 'json' =>
  ending === 'md' || ending === 'csv' || ending === 'json') satisfies ParamMatcher;

import type { ParamMatcher } from '@sveltejs/kit';

/** As what the drawing of a line can be taken away. */
export const match = ((ending: string): ending is 'svg' | 'png' =>
  ending === 'svg' || ending === 'png') satisfies ParamMatcher;

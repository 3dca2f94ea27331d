import type { ParamMatcher } from '@sveltejs/kit';

/** The number of an edition, from 1. */
export const match: ParamMatcher = (typed) => /^[1-9]\d{0,3}$/.test(typed);

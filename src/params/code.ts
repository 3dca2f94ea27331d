import type { ParamMatcher } from '@sveltejs/kit';

/**
 * Six or eight digits of any script, with whatever people put between them. A key may follow. The server knows which
 * code it is.
 */
export const match: ParamMatcher = (typed) => CODE.test(typed.normalize('NFKC'));

const CODE =
  /^[\s\p{Dash}\p{Cf}._]*(?:\p{Nd}[\s\p{Dash}\p{Cf}._]*){6}(?:(?:\p{Nd}[\s\p{Dash}\p{Cf}._]*){2})?(?:\+[0-9a-z]{5})?$/iu;

import { shortDigest } from '#contract/short-digest.ts';

/** What Word takes: at most 40 letters, digits and `_`, a letter first, and a capital is no other letter. */
const LONGEST = 40;
/** 25 letters: no two ids of any document come to the same ones, also where somebody looks for two that do. */
const BYTES = 16;

/** Where a link to a note leads: `n_` and its address, or, of one from elsewhere that is too long, `d_` and its digest. */
export const noteBookmark = (address: string): string =>
  `n_${address}`.length <= LONGEST ? `n_${address}` : `d_${shortDigest(address, BYTES)}`;

/**
 * Where a link to a heading leads: `h_` and the digest of its anchor, which tells capitals apart and may have 200
 * letters.
 */
export const headingBookmark = (anchor: string): string => `h_${shortDigest(anchor, BYTES)}`;

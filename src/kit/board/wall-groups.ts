import type { Said } from '../card-content.ts';

/** `more`: what says more about it, and stands under it. */
export type WallCard = Said & { small: string | null; starred: boolean; more?: readonly WallCard[] };

/**
 * `title`: null where one group needs none. `loose`: what is in no group. `above`: what this group and those after it
 * are about, where the wall is about several things.
 */
export type WallGroup = {
  id: string;
  title: string | null;
  loose: boolean;
  cards: readonly WallCard[];
  above?: string | null;
};

/** More columns side by side would break words on a wall. */
export const COLUMNS_MOST = 4;

import type { GroupingCard } from '../piles.ts';

export const cardOf = (id: string, text: string, more: Partial<GroupingCard> = {}): GroupingCard => ({
  id,
  text,
  photo: null,
  marks: [],
  emphasis: false,
  more: [],
  folded: [],
  ...more
});

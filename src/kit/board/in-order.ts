import type { VoteView } from '../rules/votes/views.ts';
import type { Total } from '../rules/votes/tally.ts';

/** Options that share a place; `tie` where they are named as level. */
export type Rank = { place: number; options: { option: string; total: Total }[]; tie: boolean };

/** A closed vote from the best to the last, each place once. */
export function inOrder({ options, totals, ties }: VoteView): Rank[] {
  const ranks = new Map<number, Rank>();
  for (const option of options) {
    const total = totals?.[option];
    if (!total) continue;
    const tie = ties?.some((level) => level.includes(option)) ?? false;
    const rank = ranks.get(total.place) ?? { place: total.place, options: [], tie: false };
    ranks.set(total.place, { ...rank, options: [...rank.options, { option, total }], tie: rank.tie || tie });
  }
  return [...ranks.values()].sort((one, other) => one.place - other.place);
}

import type { Marks } from '../rules/votes/state.ts';
import type { AllVoteView } from '../rules/votes/views.ts';

/** How many dots a person may still give: less than 0 where these are too many. 0 where a vote has no dots. */
export const dotsLeft = ({ kind, dots }: AllVoteView, marks: Marks): number =>
  kind === 'dots' ? dots - Object.values(marks).reduce((sum, mark) => sum + mark, 0) : 0;

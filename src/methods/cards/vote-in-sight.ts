import type { Stage } from './limits.ts';

/** The vote that is on, or a closed one with its totals: that stays in sight until the activity is opened again. */
export const voteInSight = <Vote extends { open: boolean }>({
  vote,
  stage
}: {
  vote: Vote | null;
  stage: Stage;
}): Vote | null => (vote && (vote.open || stage === 'choosing' || stage === 'closed') ? vote : null);

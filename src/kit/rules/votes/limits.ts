/** Ways to vote. `dots`: a few to give away; `approval`: yes or nothing; `score`: 0 to a top; `scale`: 1 to a top. */
export const VOTE_KINDS = ['dots', 'approval', 'score', 'scale'] as const;
export type VoteKind = (typeof VOTE_KINDS)[number];

export const DOTS_MOST = 20;
/** The highest top of a score or a scale: more steps than these do not fit a phone. */
export const TOP_MOST = 10;
export const TOP_LEAST = 2;

/** A rule of thumb of facilitators: one dot for every four options. */
export const suggestedDots = (options: number): number => Math.min(Math.max(Math.ceil(options / 4), 1), 10);
export const suggestedTop = (kind: VoteKind): number => (kind === 'score' ? 10 : 5);

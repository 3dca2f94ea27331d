import type { Refusal } from '#contract/method.ts';
import { refuse } from './refuse.ts';
import type { Marks, Vote, VoteRules } from './state.ts';

/** The most that one option may get from one person. */
export function mostEach({ kind, stack, dots, most }: VoteRules): number {
  if (kind === 'dots') return stack ? dots : 1;
  return kind === 'approval' ? 1 : most;
}

/** Zero is a score that somebody gives. Of dots, approvals and scales it is the same as nothing. */
export const withoutEmpty = ({ kind }: VoteRules, votes: Marks): Marks =>
  Object.fromEntries(Object.entries(votes).filter(([, mark]) => kind === 'score' || mark > 0));

/** Why these marks cannot be a vote; null when they can. */
export function wrongMarks(vote: Vote, votes: Marks): Refusal | null {
  if (!Object.keys(votes).every((option) => vote.options.includes(option))) return refuse('option-unknown');
  const marks = Object.values(votes);
  const most = mostEach(vote);
  if (vote.kind === 'dots' && marks.reduce((sum, mark) => sum + mark, 0) > vote.dots)
    return refuse('too-many-dots', { most: vote.dots });
  if (marks.every((mark) => mark <= most)) return null;
  return most === 1 ? refuse('one-each') : refuse('mark-too-high', { most });
}

export const sameMarks = (one: Marks, other: Marks): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([option, mark]) => other[option] === mark);

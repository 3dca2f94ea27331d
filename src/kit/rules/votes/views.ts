import { getOwn } from '#contract/get-own.ts';
import type { Other, Roster } from '#contract/method.ts';
import { hideFromOthers } from '../hide-from-others.ts';
import { withoutRemovedPeople } from '../people.ts';
import type { HasVote, Marks, VoteRules } from './state.ts';
import { tiesOf, totalsOf, type Total } from './tally.ts';

export type AllVoteView = VoteRules & { id: string; options: string[]; open: boolean };
/** What this person gave. `vote`: in which one, because the view of all may arrive before or after. */
export type OwnVoteView = { vote: string; votes: Marks };
/** `voted` of `of` people. `totals` and `ties`: null until the vote is closed. */
export type VoteView = AllVoteView & {
  voted: number;
  of: number;
  totals: Record<string, Total> | null;
  ties: string[][] | null;
};
/** `without`: people without a phone who are here and have not voted yet. */
export type ConsoleVoteView = VoteView & { without: string[] };

/** For `all`: nothing that changes with each vote. */
export function allVoteView({ vote }: HasVote): AllVoteView | null {
  if (!vote) return null;
  const { id, kind, dots, stack, most, options, open } = vote;
  return { id, kind, dots, stack, most, options, open };
}

export function ownVoteView({ vote }: HasVote, person: string): OwnVoteView | null {
  const votes = vote && getOwn(vote.votes, person);
  return votes ? { vote: vote.id, votes } : null;
}

/** For the board. Totals leave the server only once the vote is closed. */
export function voteView(state: HasVote, roster: Roster): VoteView | null {
  const { vote } = state;
  const all = allVoteView(state);
  if (!vote || !all) return null;
  const counted = withoutRemovedPeople(roster, vote.votes);
  const voted = Object.keys(counted).length;
  const missing = Object.entries(roster.people).filter(([id, { present }]) => present && !Object.hasOwn(counted, id));
  const totals = vote.open ? null : totalsOf(vote, (person) => Object.hasOwn(counted, person));
  return { ...all, voted, of: voted + missing.length, totals, ties: totals && tiesOf(totals) };
}

export function consoleVoteView(state: HasVote, roster: Roster): ConsoleVoteView | null {
  const view = voteView(state, roster);
  if (!view) return null;
  const without = Object.entries(roster.people)
    .filter(([id, { via, present }]) => via === 'walk-in' && present && !getOwn(state.vote?.votes ?? {}, id))
    .map(([id]) => id);
  return { ...view, without };
}

/**
 * For `hidden` of a method: until a vote is closed, each person's is known to that person alone. Of a closed one totals
 * are shown, of earlier ones nothing.
 */
export function hideVotes({ vote }: HasVote, channel: string, other: Other): void {
  if (vote?.open) hideFromOthers(vote.votes, channel, other);
  for (let earlier = vote?.before; earlier; earlier = earlier.before) earlier.votes = other(earlier.votes);
}

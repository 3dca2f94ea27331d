import type { VoteKind } from './limits.ts';

/** `dots`: how many each person has. `stack`: whether several may go to one option. `most`: the top of a scale. */
export type VoteRules = { kind: VoteKind; dots: number; stack: boolean; most: number };

/** What one person gave, by option. */
export type Marks = Record<string, number>;

/**
 * A vote of the whole room. `options`: ids of the method, fixed when it was opened. `votes`: by person; nobody is in it
 * without marks. `before`: the vote that stood here earlier, which comes back when the opening of this one is undone.
 */
export type Vote = VoteRules & {
  id: string;
  options: string[];
  votes: Record<string, Marks>;
  open: boolean;
  before: Vote | null;
};

/**
 * What the state of a method holds to have a vote; it begins with `vote: null`. `withdrawnFrom` is the part's own: the
 * people whose votes went when an opening was undone. Without it nothing would say whose phones must be told.
 */
export type HasVote = { vote: Vote | null; withdrawnFrom?: Record<string, true> };

export type VoteEvents = {
  VoteOpened: VoteRules & { vote: string; options: string[] };
  /** Undoes the opening: the vote before it stands again, or none. */
  VoteWithdrawn: { vote: string };
  /** All that a person gave. Without marks: they took their vote back. */
  Voted: { vote: string; person: string; votes: Marks };
  VoteClosed: { vote: string };
  VoteReopened: { vote: string };
};

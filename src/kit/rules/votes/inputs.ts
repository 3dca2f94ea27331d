import type { Commands } from '#contract/part.ts';
import type { Answer } from '#wire/messages.ts';
import type { votePart } from './votes.ts';

// Types alone: no rule reaches a browser by this.
export type VoteInputs = Commands<{ parts: readonly [ReturnType<typeof votePart>] }>;

/** Takes the `say` of every method that has a vote. A generic one would have to know all commands of that method. */
export type SayVote = (
  ...said: { [Name in keyof VoteInputs]: [command: Name, input: VoteInputs[Name]] }[keyof VoteInputs]
) => Promise<Answer>;

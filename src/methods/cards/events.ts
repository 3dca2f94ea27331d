import type { CardEvents } from '#kit/rules/cards/events.ts';
import type { SoftEndEvents } from '#kit/rules/stages/soft-end.ts';
import type { VoteEvents } from '#kit/rules/votes/state.ts';
import type { MatchEvents } from './match.ts';
import type { Stage } from './limits.ts';

type StageEvents = {
  /** `endsAt`: null where the stage has no time of its own. */
  StageSet: { stage: Stage; endsAt: number | null };
  QuestionAsked: { asked: number };
  CircleSet: { circle: number };
};
type BoardEvents = { CardsPutUp: { cards: string[] }; CardsTakenDown: { cards: string[] } };
/** `group`: null takes the proposal back. */
type ProposalEvents = { GroupProposed: { person: string; card: string; group: string | null } };

/** What can happen in this activity: the facts of the kit's cards, votes and times, and its own. */
export type Events = CardEvents & VoteEvents & SoftEndEvents & StageEvents & BoardEvents & ProposalEvents & MatchEvents;

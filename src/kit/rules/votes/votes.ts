import * as v from 'valibot';
import { getOwn } from '#contract/get-own.ts';
import { BOARD_AND_CONSOLE, commandOf, EVERYWHERE, LEADS, personal, STAFF, type Refusal } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import { whole } from '../fields.ts';
import { presentPersonFor } from '../people.ts';
import { DOTS_MOST, suggestedDots, suggestedTop, TOP_LEAST, TOP_MOST, VOTE_KINDS } from './limits.ts';
import { sameMarks, withoutEmpty, wrongMarks } from './marks.ts';
import { refuse } from './refuse.ts';
import type { HasVote, Vote, VoteEvents } from './state.ts';

type VotePart<State> = {
  /** What there is to vote on, by ids of the method. Asked when a vote opens, and fixed from then on. */
  options(state: State): readonly string[];
  /** Why no vote may open now. */
  mayOpen?(state: State): Refusal | null;
};

const command = commandOf<HasVote, VoteEvents>();

/**
 * The part of a method by which a room votes: `parts: [votePart<State>({ options })]`. The method spreads
 * `voteRefusals` into its words, shows what `views.ts` answers, and hides votes by `hideVotes`. See README.md.
 */
export const votePart = <State extends HasVote>({ options, mayOpen }: VotePart<State>) =>
  partOf<HasVote, VoteEvents>()({
    commands: {
      openVote: command({
        who: LEADS,
        input: v.strictObject({
          kind: v.picklist(VOTE_KINDS),
          dots: v.optional(whole(1, DOTS_MOST)),
          stack: v.optional(v.boolean(), false),
          most: v.optional(whole(TOP_LEAST, TOP_MOST))
        }),
        decide(state, { kind, dots, stack, most }, _by, facts) {
          const host = state as State;
          const refusal = mayOpen?.(host);
          if (refusal) return refusal;
          if (state.vote?.open) return refuse('vote-is-open');
          const fixed = [...options(host)];
          if (fixed.length === 0) return refuse('nothing-to-vote-on');
          const each = dots ?? suggestedDots(fixed.length);
          const rules = {
            kind,
            // More dots than options are of no use to a person who may not stack them.
            dots: stack ? each : Math.min(each, fixed.length),
            stack,
            most: most ?? suggestedTop(kind)
          };
          return [{ type: 'VoteOpened', data: { ...rules, vote: facts.id(), options: fixed } }];
        },
        undo: true
      }),
      /** All that a person gives, instead of what they gave before. `vote`: refused where that one is over. */
      vote: command({
        who: ['participant', ...STAFF],
        input: v.strictObject({
          votes: v.record(v.string(), whole(0, DOTS_MOST)),
          vote: v.optional(v.string()),
          for: v.optional(v.string())
        }),
        decide({ vote }, { votes, vote: meant, for: other }, by, _facts, roster) {
          const person = presentPersonFor(other, by, roster);
          if (typeof person !== 'string') return person;
          if (!vote?.open) return refuse('no-vote-now');
          if (meant !== undefined && meant !== vote.id) return refuse('another-vote-now');
          const refusal = wrongMarks(vote, votes);
          if (refusal) return refusal;
          const kept = withoutEmpty(vote, votes);
          if (sameMarks(kept, getOwn(vote.votes, person) ?? {})) return [];
          return [{ type: 'Voted', data: { vote: vote.id, person, votes: kept } }];
        }
      }),
      closeVote: command({
        who: LEADS,
        input: v.strictObject({}),
        decide: ({ vote }) => (vote?.open ? [{ type: 'VoteClosed', data: { vote: vote.id } }] : refuse('no-vote-now')),
        undo: true
      }),
      reopenVote: command({
        who: LEADS,
        input: v.strictObject({}),
        decide(state) {
          if (!state.vote) return refuse('no-vote-yet');
          if (state.vote.open) return refuse('vote-is-open');
          return [{ type: 'VoteReopened', data: { vote: state.vote.id } }];
        },
        undo: true
      })
    },

    evolve: {
      VoteOpened(draft, { vote: id, ...opened }) {
        draft.vote = { ...opened, id, votes: {}, open: true, before: draft.vote };
      },
      VoteWithdrawn(draft, { vote: id }) {
        const { vote } = draft;
        if (vote?.id !== id) return;
        const people = Object.keys(vote.votes).map((person) => [person, true as const]);
        draft.withdrawnFrom = { ...draft.withdrawnFrom, ...Object.fromEntries(people) };
        draft.vote = vote.before;
      },
      Voted({ vote }, { vote: id, person, votes }) {
        if (vote?.id !== id) return;
        if (Object.keys(votes).length > 0) vote.votes[person] = votes;
        else delete vote.votes[person];
      },
      VoteClosed({ vote }, { vote: id }) {
        if (vote?.id === id) vote.open = false;
      },
      VoteReopened({ vote }, { vote: id }) {
        if (vote?.id === id) vote.open = true;
      }
    },

    touches: {
      VoteOpened: (_data, state) => [...EVERYWHERE, ...everyVoter(state)],
      VoteWithdrawn: (_data, state) => [...EVERYWHERE, ...everyVoter(state)],
      // Not `all`: with 500 people every vote would reach 500 phones.
      Voted: ({ person }) => [...BOARD_AND_CONSOLE, personal(person)],
      VoteClosed: () => EVERYWHERE,
      VoteReopened: () => EVERYWHERE
    },

    takeBack: {
      VoteOpened: (_before, { vote }) => [{ type: 'VoteWithdrawn', data: { vote } }],
      VoteClosed: (_before, { vote }) => [{ type: 'VoteReopened', data: { vote } }],
      VoteReopened: (_before, { vote }) => [{ type: 'VoteClosed', data: { vote } }]
    }
  });

/** The people whose own view changes when a vote takes the place of another one. */
function everyVoter({ vote, withdrawnFrom }: HasVote): string[] {
  const voters = [vote, vote?.before].flatMap((one: Vote | null | undefined) => Object.keys(one?.votes ?? {}));
  return [...new Set([...voters, ...Object.keys(withdrawnFrom ?? {})])].map(personal);
}

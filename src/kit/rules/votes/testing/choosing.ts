import * as v from 'valibot';
import { commandOf, EVERYWHERE, LEADS, refuse } from '#contract/method.ts';
import { defineMethod, partOf } from '#contract/part.ts';
import type { HasVote, VoteEvents } from '../state.ts';
import { allVoteView, consoleVoteView, hideVotes, ownVoteView, voteView } from '../views.ts';
import { votePart } from '../votes.ts';

type Settings = { options: string[] };
type State = HasVote & { listed: string[]; paused: boolean };
type Events = VoteEvents & { Added: { option: string }; Paused: object };

const command = commandOf<State, Events>();

const list = partOf<State, Events>()({
  commands: {
    add: command({
      who: LEADS,
      input: v.strictObject({ option: v.string() }),
      decide: (_state, { option }) => [{ type: 'Added', data: { option } }]
    }),
    pause: command({ who: LEADS, input: v.strictObject({}), decide: () => [{ type: 'Paused', data: {} }] })
  },
  evolve: {
    Added(draft, { option }) {
      draft.listed.push(option);
    },
    Paused(draft) {
      draft.paused = true;
    }
  },
  touches: { Added: () => EVERYWHERE, Paused: () => EVERYWHERE }
});

/** The smallest method with a vote: a list, and people who choose from it. */
export const choosing = defineMethod<Settings, State, Events>()({
  name: 'choosing',
  settings: v.strictObject({ options: v.array(v.string()) }),
  begin: ({ options }) => ({ listed: options, paused: false, vote: null }),
  parts: [
    list,
    votePart<State>({
      options: ({ listed }) => listed,
      mayOpen: ({ paused }) => (paused ? refuse('not-while-paused') : null)
    })
  ],
  view(state, channel, roster) {
    const { listed } = state;
    if (channel === 'all') return { listed, vote: allVoteView(state) };
    if (channel.startsWith('person:')) return ownVoteView(state, channel.slice('person:'.length));
    return { listed, vote: channel === 'console' ? consoleVoteView(state, roster) : voteView(state, roster) };
  },
  hidden: hideVotes,
  next: () => [],
  again: ({ listed }) => ({ options: listed }),
  harvest: () => []
});

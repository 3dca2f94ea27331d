import { commandOf, STAFF } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import type { Events } from '../events.ts';
import { refuse } from '../refuse.ts';
import { isSameTurn, turnIn } from './current-seats.ts';
import { onChair } from './command-fields.ts';
import { getOwn } from '#contract/get-own.ts';
import { type State } from '../state.ts';
import { SCRIBES } from '../channels.ts';

const command = commandOf<State, Events>();

const seenByWriters = () => ['console', SCRIBES];

export const talks = partOf<State, Events>()({
  commands: {
    beginTalk: command({
      who: STAFF,
      input: onChair,
      decide(state, { chair, turn }) {
        const now = turnIn(state, chair);
        if (!now) return refuse('chair-is-free');
        if (!isSameTurn(now.id, turn)) return refuse('already-moved-on');
        return talking(now.turn.talks) ? [] : [{ type: 'TalkBegan', data: { turn: now.id } }];
      }
    }),
    endTalk: command({
      who: STAFF,
      input: onChair,
      decide(state, { chair, turn }) {
        const now = turnIn(state, chair);
        if (!now) return refuse('chair-is-free');
        if (!isSameTurn(now.id, turn)) return refuse('already-moved-on');
        return talking(now.turn.talks) ? [{ type: 'TalkEnded', data: { turn: now.id } }] : [];
      }
    })
  },
  evolve: {
    TalkBegan(draft, { turn }, at) {
      const begun = getOwn(draft.turns, turn);
      if (!begun) return;
      begun.talks.push({ from: at, to: null });
      begun.floor = 1 + Math.max(...Object.values(draft.turns).map(({ floor }) => floor));
    },
    TalkEnded(draft, { turn }, at) {
      const talk = getOwn(draft.turns, turn)?.talks.at(-1);
      if (talk) talk.to ??= at;
    }
  },
  touches: {
    TalkBegan: seenByWriters,
    TalkEnded: seenByWriters
  }
});

/** The talk that goes on; null when the last one has ended. */
export const talking = (talks: { from: number; to: number | null }[]): { from: number } | null => {
  const last = talks.at(-1);
  return last && last.to === null ? last : null;
};

import { EVERYWHERE, personal } from '#contract/method.ts';
import { measuringEmptyChairs } from './airtime.ts';
import { partOf } from '#contract/part.ts';
import type { Events, TurnRef } from '../events.ts';
import { endRequest } from './requests.ts';
import { seatOf } from './current-seats.ts';
import { getOwn } from '#contract/get-own.ts';
import { isInvited, type SitterId, type State } from '../state.ts';
import { SCRIBES } from '../channels.ts';

export const hasTurns = (state: State, sitter: SitterId, but?: string): boolean =>
  Object.entries(state.turns).some(([id, turn]) => turn.sitter === sitter && id !== but);

export const isNotedOn = (state: State, branch: string): boolean =>
  Object.values(state.notes).some((note) => note.branch === branch);

export const highestNumber = ({ speakers }: State): number =>
  Math.max(0, ...Object.values(speakers).map(({ number }) => number));

/** Every channel shows the ring. The scribes' channel is included, because a first turn adds a branch to the notes. */
export const ringChannels = (...sitters: SitterId[]): string[] => [
  ...EVERYWHERE,
  SCRIBES,
  ...sitters.filter((sitter) => !isInvited(sitter)).map(personal)
];

const seenBy = ({ sitter }: TurnRef): string[] => ringChannels(sitter);

export const turns = measuringEmptyChairs(
  partOf<State, Events>()({
    evolve: {
      TurnBegan(draft, { turn, chair, sitter, name, tag }, at) {
        const taken = getOwn(draft.chairs, chair);
        if (!taken || taken.turn !== null) return;
        taken.turn = turn;
        taken.held = null;
        draft.begun += 1;
        const floor = draft.begun;
        const fresh = { chair, sitter, first: sitter, order: draft.begun, from: at, to: null, tag, floor };
        draft.turns[turn] = { ...fresh, nudged: null, talks: [] };
        // The branch is named after the turn, whose id is random, so that it does not reveal the person.
        const speaker = (draft.speakers[sitter] ??= { number: 1 + highestNumber(draft), branch: turn, name });
        speaker.name = name;
        draft.moved = at;
        draft.lapses = 0;
      },
      TurnEnded(draft, { turn }, at) {
        const ended = getOwn(draft.turns, turn);
        const chair = ended && getOwn(draft.chairs, ended.chair);
        if (!ended || ended.to !== null) return;
        ended.to = at;
        for (const talk of ended.talks) talk.to ??= at;
        if (chair?.turn === turn) chair.turn = null;
        draft.chances += 1;
        draft.moved = at;
        draft.lapses = 0;
      },
      TurnResumed(draft, { turn, sitter }, at) {
        const resumed = getOwn(draft.turns, turn);
        const chair = resumed && getOwn(draft.chairs, resumed.chair);
        if (resumed?.to == null || resumed.sitter !== sitter || chair?.turn !== null || seatOf(draft, sitter)) return;
        // A request they made meanwhile is fulfilled by this.
        endRequest(draft, getOwn(draft.asked, sitter) ?? null, 'seated', at);
        resumed.to = null;
        chair.turn = turn;
        chair.held = null;
        draft.moved = at;
      },
      TurnTakenBack(draft, { turn }, at) {
        const back = getOwn(draft.turns, turn);
        if (!back) return;
        for (const chair of Object.values(draft.chairs)) if (chair.turn === turn) chair.turn = null;
        delete draft.turns[turn];
        const speaker = getOwn(draft.speakers, back.sitter);
        if (speaker && !hasTurns(draft, back.sitter) && !isNotedOn(draft, speaker.branch))
          delete draft.speakers[back.sitter];
        draft.moved = at;
      }
    },
    touches: {
      TurnBegan: seenBy,
      TurnEnded: seenBy,
      TurnResumed: seenBy,
      TurnTakenBack: seenBy
    },
    takeBack: {
      TurnBegan: (_before, { turn, sitter }) => [{ type: 'TurnTakenBack', data: { turn, sitter } }],
      TurnEnded: (_before, data) => [{ type: 'TurnResumed', data }]
    }
  })
);

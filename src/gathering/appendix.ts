import * as v from 'valibot';
import { commandOf, LEADS } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import type { GatheringEvents } from './events.ts';
import type { GatheringState } from './state.ts';

const command = commandOf<GatheringState, GatheringEvents>();

/** Whether editions tell figures that nobody asked for. The rule is HD11 of docs/desk.md. */
export const appendix = partOf<GatheringState, GatheringEvents>()({
  commands: {
    setAppendix: command({
      who: LEADS,
      input: v.strictObject({ on: v.boolean() }),
      decide: (state, { on }) => (state.appendix === on ? [] : [{ type: 'AppendixSet', data: { on } }]),
      undo: true
    })
  },
  evolve: {
    AppendixSet(draft, { on }) {
      draft.appendix = on;
    }
  },
  touches: { AppendixSet: () => ['console'] },
  takeBack: { AppendixSet: ({ appendix }) => [{ type: 'AppendixSet', data: { on: appendix } }] }
});

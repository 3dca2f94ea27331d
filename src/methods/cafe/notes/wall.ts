import * as v from 'valibot';
import { getOwn } from '#contract/get-own.ts';
import { BOARD_AND_CONSOLE, commandOf, LEADS, type Decision, type Fact } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import { id } from '#kit/rules/fields.ts';
import type { Events } from '../events.ts';
import { refuse } from '../refuse.ts';
import { roundsOf, type State } from '../state.ts';

const command = commandOf<State, Events>();

const shown = () => BOARD_AND_CONSOLE;

/** What the wall is about. */
export const wall = partOf<State, Events>()({
  commands: {
    showAbout: command({
      who: LEADS,
      /** A round by its number, a table by its id, or all. */
      input: v.strictObject({ about: v.nullable(id) }),
      decide(state, { about }): Decision<Events> {
        const isRound =
          about !== null && Array.from({ length: roundsOf(state) }, (_, index) => String(index + 1)).includes(about);
        if (about !== null && !isRound && !getOwn(state.tables, about)) return refuse('table-unknown');
        return state.about === about && state.shows === 'notes' ? [] : [{ type: 'AboutShown', data: { about } }];
      },
      undo: true
    }),
    showEncounters: command({
      who: LEADS,
      input: v.strictObject({}),
      decide: ({ shows }): Decision<Events> => (shows === 'encounters' ? [] : [{ type: 'EncountersShown', data: {} }]),
      undo: true
    })
  },
  evolve: {
    AboutShown(draft, { about }) {
      draft.about = about;
      draft.shows = 'notes';
    },
    EncountersShown(draft) {
      draft.shows = 'encounters';
    }
  },
  touches: { AboutShown: shown, EncountersShown: shown },
  takeBack: { AboutShown: shownBefore, EncountersShown: shownBefore }
});

function shownBefore({ about, shows }: State): Fact<Events>[] {
  const notes: Fact<Events> = { type: 'AboutShown', data: { about } };
  return shows === 'notes' ? [notes] : [notes, { type: 'EncountersShown', data: {} }];
}

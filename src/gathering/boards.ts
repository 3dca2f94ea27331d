import * as v from 'valibot';
import { BOARD_AND_CONSOLE, LEADS, commandOf, refuse, type Decision } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import type { GatheringEvents } from './events.ts';
import { TEXT_SIZES, THEMES } from './looks.ts';
import type { GatheringState } from './state.ts';

const command = commandOf<GatheringState, GatheringEvents>();

/** What happens on a board is over with the gathering: then every board says thank you. */
const whileOpen = ({ phase }: GatheringState, decision: Decision<GatheringEvents>): Decision<GatheringEvents> =>
  phase === 'open' ? decision : refuse('gathering-closed');

/**
 * What those who lead set for all boards at once. None of it has an undo: each button has its opposite beside it, and
 * a step of these would hide the step of the room that a person wants to take back.
 *
 * A frozen board keeps what it showed, and its page holds it: the server sends on, so that a board is up to date in the
 * moment it is let go. The server keeps no picture of the past. That is why a board opened meanwhile shows the
 * welcome, and the text twin, which belongs to one reader and not to the room, goes on.
 */
export const boards = partOf<GatheringState, GatheringEvents>()({
  commands: {
    blank: command({
      who: LEADS,
      input: v.strictObject({ blank: v.boolean() }),
      decide: (state, { blank }) => (state.blank === blank ? [] : [{ type: 'Blanked', data: { blank } }])
    }),
    freeze: command({
      who: LEADS,
      input: v.strictObject({ frozen: v.boolean() }),
      decide: (state, { frozen }) =>
        whileOpen(state, state.frozen === frozen ? [] : [{ type: 'Frozen', data: { frozen } }])
    }),
    /** Null: each board as it was set on the board itself. */
    setTextSize: command({
      who: LEADS,
      input: v.strictObject({ size: v.nullable(v.picklist(TEXT_SIZES)) }),
      decide: (state, { size }) => (state.textSize === size ? [] : [{ type: 'TextSizeSet', data: { size } }])
    }),
    /** Null: each board as it was set on the board itself. */
    setTheme: command({
      who: LEADS,
      input: v.strictObject({ theme: v.nullable(v.picklist(THEMES)) }),
      decide: (state, { theme }) => (state.theme === theme ? [] : [{ type: 'ThemeSet', data: { theme } }])
    }),
    holdPages: command({
      who: LEADS,
      input: v.strictObject({ held: v.boolean() }),
      decide: (state, { held }) =>
        whileOpen(state, state.pages.held === held ? [] : [{ type: 'PagesHeld', data: { held } }])
    }),
    /** Also of a frozen board, and of held pages: a hand may turn what does not turn by itself. */
    turnPage: command({
      who: LEADS,
      input: v.strictObject({ by: v.union([v.literal(1), v.literal(-1)]) }),
      decide: (state, { by }) => whileOpen(state, [{ type: 'PageTurned', data: { by } }])
    })
  },
  evolve: {
    Blanked(draft, { blank }) {
      draft.blank = blank;
    },
    Frozen(draft, { frozen }) {
      draft.frozen = frozen;
    },
    TextSizeSet(draft, { size }) {
      draft.textSize = size;
    },
    ThemeSet(draft, { theme }) {
      draft.theme = theme;
    },
    PagesHeld(draft, { held }) {
      draft.pages.held = held;
    },
    PageTurned(draft, { by }) {
      draft.pages.turn += by;
    }
  },
  touches: {
    Blanked: () => BOARD_AND_CONSOLE,
    Frozen: () => BOARD_AND_CONSOLE,
    TextSizeSet: () => BOARD_AND_CONSOLE,
    ThemeSet: () => BOARD_AND_CONSOLE,
    PagesHeld: () => BOARD_AND_CONSOLE,
    PageTurned: () => BOARD_AND_CONSOLE
  }
});

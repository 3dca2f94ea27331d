import * as v from 'valibot';
import { BOARD_AND_CONSOLE, commandOf, LEADS } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import { CARDS_MOST } from '#kit/rules/cards/limits.ts';
import { whole } from '#kit/rules/fields.ts';
import type { Events } from './events.ts';
import { refuse } from './refuse.ts';
import { unshown, type State } from './state.ts';

const command = commandOf<State, Events>();

/** Cards come on the board one after the other, or author by author. */
export const showing = partOf<State, Events>()({
  commands: {
    /** `from`: how many cards the sender saw on the board, so that two consoles put up one card. */
    showNext: command({
      who: LEADS,
      input: v.strictObject({ from: whole(0, CARDS_MOST) }),
      decide(state, { from }) {
        if (state.stage !== 'showing') return refuse('not-at-this-stage');
        if (Object.keys(state.shown).length !== from) return refuse('already-moved-on');
        const cards = nextCards(state);
        return cards.length === 0 ? refuse('no-card-left') : [{ type: 'CardsPutUp', data: { cards } }];
      },
      undo: true
    })
  },
  evolve: {
    CardsPutUp(draft, { cards }) {
      for (const card of cards) draft.shown[card] = true;
    },
    CardsTakenDown(draft, { cards }) {
      for (const card of cards) delete draft.shown[card];
    }
  },
  touches: { CardsPutUp: () => BOARD_AND_CONSOLE, CardsTakenDown: () => BOARD_AND_CONSOLE },
  takeBack: { CardsPutUp: (_before, { cards }) => [{ type: 'CardsTakenDown', data: { cards } }] }
});

/** By chance: ids of cards are made by chance, so that their order tells nothing of who wrote when. */
function nextCards(state: State): string[] {
  const rest = unshown(state);
  const [first] = state.show === 'author' ? rest : rest.toSorted(([one], [other]) => (one < other ? -1 : 1));
  if (!first) return [];
  const [id, { author }] = first;
  if (state.show !== 'author' || author === null) return [id];
  return rest.filter(([, card]) => card.author === author).map(([each]) => each);
}

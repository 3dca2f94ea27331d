import { personal } from '#contract/method.ts';
import type { CardReaders } from '#kit/rules/cards/card-touches.ts';
import { readersOf } from '../audiences.ts';
import { tableChannel } from '../channels.ts';
import type { Note, State } from '../state.ts';
import { hungFrom } from './find-notes.ts';

/** A note is seen at its table; what hangs under it reads differently, too, at other tables and by its author. */
export const readers: CardReaders<State> = {
  readers(state, cards) {
    const { cards: notes } = state.deck;
    const under = Object.values(notes).filter(
      ({ parent }) => parent !== null && hungFrom(state, parent).some((id) => cards.includes(id))
    );
    const authors = under.flatMap(({ author }) => (author === null ? [] : [personal(author)]));
    return [...new Set([...cards.flatMap((id) => notes[id] ?? []), ...under].flatMap(tables(state))), ...authors];
  }
};

const tables =
  (state: State) =>
  ({ table }: Note): string[] =>
    readersOf(state, table).map(tableChannel);

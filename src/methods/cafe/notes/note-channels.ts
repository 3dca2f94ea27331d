import { personal, BOARD_AND_CONSOLE } from '#contract/method.ts';
import type { OnNote } from '../events.ts';
import { readersOf } from '../audiences.ts';
import type { State } from '../state.ts';
import { tableChannel } from '../channels.ts';
import type { Found } from './find-notes.ts';

export const onNote = ({ id, table, note }: Found): OnNote => ({ note: id, table, author: note.author });

/** A note is seen on the wall and the console, at its table and by its author. */
export const noteReaders = ({ table, author }: Omit<OnNote, 'note'>, state: State): string[] => [
  ...BOARD_AND_CONSOLE,
  ...readersOf(state, table).map(tableChannel),
  ...(author === null ? [] : [personal(author)])
];

/** Notes that hang under this one read differently, too. */
export function withThoseUnder(data: OnNote, state: State): string[] {
  const authors = Object.values(state.tables).flatMap(({ notes }) =>
    Object.values(notes).flatMap(({ parent, author }) => (parent === null || author === null ? [] : [personal(author)]))
  );
  return [...noteReaders(data, state), ...authors, ...Object.keys(state.tables).map(tableChannel)];
}

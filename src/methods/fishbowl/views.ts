import type { Roster } from '#contract/method.ts';
import { SCRIBES } from './channels.ts';
import { writtenOutline, type ScribeView } from './views/outline.ts';
import { namesForPhones } from './notes/speaker-names.ts';
import type { State } from './state.ts';
import { type AllView, allView } from './views/all.ts';
import { type BoardView, boardView } from './views/board.ts';
import { type ConsoleView, consoleView } from './views/console.ts';
import { type PersonView, personView } from './views/person.ts';

/** The view of each channel. */
export type Views = {
  all: AllView;
  'person:<id>': PersonView | null;
  scribes: ScribeView;
  board: BoardView;
  console: ConsoleView;
};

export function view(state: State, channel: string, roster: Roster): Views[keyof Views] | null {
  if (channel === 'all') return allView(state);
  if (channel === 'board') return boardView(state, roster);
  if (channel === 'console') return consoleView(state, roster);
  if (channel === SCRIBES) return { question: state.question, outline: writtenOutline(state, namesForPhones(state)) };
  return channel.startsWith('person:') ? personView(state, channel.slice('person:'.length)) : null;
}

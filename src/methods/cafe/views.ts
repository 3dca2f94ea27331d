import type { Roster } from '#contract/method.ts';
import type { State } from './state.ts';
import { type AllView, allView } from './views/all.ts';
import { type BoardView, boardView } from './views/board.ts';
import { type ConsoleView, consoleView } from './views/console.ts';
import { type PersonView, personView } from './views/person.ts';
import { type TableView, tableView } from './views/table.ts';

/** By channel: what `view` answers. */
export type Views = {
  all: AllView;
  'person:<id>': PersonView | null;
  'table:<id>': TableView | null;
  board: BoardView;
  console: ConsoleView;
};

/** The only way out for what people wrote and where they sit. */
export function view(state: State, channel: string, roster: Roster): Views[keyof Views] | null {
  if (channel === 'all') return allView(state);
  if (channel === 'board') return boardView(state, roster);
  if (channel === 'console') return consoleView(state, roster);
  if (channel.startsWith('person:')) return personView(state, channel.slice('person:'.length));
  return channel.startsWith('table:') ? tableView(state, channel.slice('table:'.length), roster) : null;
}

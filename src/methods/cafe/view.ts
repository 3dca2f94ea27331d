import type { Roster } from '#contract/method.ts';
import type { State } from './state.ts';
import { forAll } from './view/all.ts';
import { onBoard } from './view/board.ts';
import { onConsole } from './view/console.ts';
import { forPerson } from './view/person.ts';
import { atTable } from './view/table.ts';
import type { AllView, BoardView, ConsoleView, MineView, TableView } from './views.ts';

/** The only way out for what people wrote and where they sit. */
export function view(
  state: State,
  channel: string,
  roster: Roster
): AllView | BoardView | ConsoleView | TableView | MineView {
  if (channel === 'all') return forAll(state);
  if (channel === 'board') return onBoard(state, roster);
  if (channel === 'console') return onConsole(state, roster);
  if (channel.startsWith('person:')) return forPerson(state, channel.slice('person:'.length));
  return channel.startsWith('table:') ? atTable(state, channel.slice('table:'.length), roster) : null;
}

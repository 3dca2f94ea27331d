import type { Roster } from '#contract/method.ts';
import { countedState } from './figures/counted-people.ts';
import type { State } from './state.ts';
import { type AllView, allView } from './views/all.ts';
import { type BoardView, boardView } from './views/board.ts';
import { type ConsoleView, consoleView } from './views/console.ts';
import { type PersonView, personView } from './views/person.ts';

/** By channel: what `view` answers. */
export type Views = {
  all: AllView;
  'person:<id>': PersonView | null;
  board: BoardView;
  console: ConsoleView;
};

/** The only way out for placements: positions leave here once a round is revealed, and not before. */
export function view(state: State, channel: string, roster: Roster): Views[keyof Views] | null {
  if (channel.startsWith('person:')) return personView(state, channel.slice('person:'.length));
  const counted = countedState(state, roster);
  if (channel === 'all') return allView(counted, roster);
  if (channel === 'board') return boardView(counted, roster);
  return channel === 'console' ? consoleView(counted, roster) : null;
}

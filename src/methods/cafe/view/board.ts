import type { Roster } from '#contract/method.ts';
import { seated } from '../seating/seats.ts';
import { current, type State } from '../state.ts';
import { wallQuestion } from '../topics.ts';
import type { BoardView, NoteView } from '../views.ts';
import { forAll } from './all.ts';
import { encounters, met, unsaid } from './met.ts';
import { wall } from './wall.ts';

export function onBoard(state: State, roster: Roster): BoardView {
  return {
    ...forAll(state),
    ...(state.part === 'harvest' ? { question: showsNotes(state) ? wallQuestion(state) : null } : {}),
    ...seated(current(state), roster),
    wall: showsNotes(state) ? wall(state, (note) => isOnWall(note) && isAbout(state, note)) : null,
    encounters: encounters(state, roster),
    met: met(state, roster),
    unsaid: unsaid(state, roster)
  };
}

const showsNotes = ({ part, shows }: State): boolean => part === 'harvest' && shows === 'notes';

/** Those that were folded into another stand on the console under it: what two tables wrote alike is read once. */
const isOnWall = ({ state, mergedInto }: NoteView): boolean => state === 'shown' && mergedInto === null;

/** What the wall was asked to show: a round, a table, or everything. */
const isAbout = ({ about }: State, { table, round }: NoteView): boolean =>
  about === null || about === table || about === String(round);

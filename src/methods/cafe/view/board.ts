import type { Room } from '../../method.ts';
import { seated } from '../seats.ts';
import { current, type State } from '../state.ts';
import { wallQuestion } from '../topics.ts';
import type { BoardView, NoteView } from '../views.ts';
import { forAll } from './all.ts';
import { wall } from './wall.ts';

export function onBoard(state: State, room: Room): BoardView {
  return {
    ...forAll(state),
    ...(state.part === 'harvest' ? { question: wallQuestion(state) } : {}),
    ...seated(current(state), room),
    wall: state.part === 'harvest' ? wall(state, (note) => note.state === 'shown' && isAbout(state, note)) : null,
    met: state.plan?.quality.met ?? null
  };
}

/** What the wall was asked to show: a round, a table, or everything. */
const isAbout = ({ about }: State, { table, round }: NoteView): boolean =>
  about === null || about === table || about === String(round);

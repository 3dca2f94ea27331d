import type { Roster } from '#contract/method.ts';
import type { Seen } from '#contract/typed-text.ts';
import { seated } from '../seating/seats.ts';
import { type State, current } from '../state.ts';
import { wallQuestion } from '../topics.ts';
import { type AllView, allView } from './all.ts';
import { type Path, type Met, type Unsaid, encounters, met, unsaid } from './encounters.ts';
import type { NoteView } from './note.ts';
import { type WallView, wall } from './wall.ts';

export type BoardView = AllView & {
  /**
   * `seated` of the `expected` people said that they are at their table; expected are all present people who have one.
   */
  seated: number;
  expected: number;
  /**
   * Only in `harvest`: what may be shown. `question` is then the one it is about, and null when it is about all of
   * them.
   */
  wall: WallView | null;
  /**
   * Only in `harvest`, where it was asked for instead of the wall: a row for each person, with the numbers of their
   * tables. No row tells whose it is.
   */
  encounters: { paths: Path[] } | null;
  /** Only in `harvest`: how many others each met, from where people said they sat. Null also where too few said so. */
  met: Met | null;
  /** Only in `harvest`: too few said where they sat. */
  unsaid: Unsaid | null;
};

export type BoardSeen = Seen<BoardView>;

export function boardView(state: State, roster: Roster): BoardView {
  return {
    ...allView(state),
    ...(state.stage === 'harvest' ? { question: showsNotes(state) ? wallQuestion(state) : null } : {}),
    ...seated(current(state), roster),
    wall: showsNotes(state) ? wall(state, (note) => isOnWall(note) && isAbout(state, note)) : null,
    encounters: encounters(state, roster),
    met: met(state, roster),
    unsaid: unsaid(state, roster)
  };
}

const showsNotes = ({ stage, shows }: State): boolean => stage === 'harvest' && shows === 'notes';

/** Those that were folded into another stand on the console under it: what two tables wrote alike is read once. */
const isOnWall = ({ state, mergedInto }: NoteView): boolean => state === 'shown' && mergedInto === null;

/** What the wall was asked to show: a round, a table, or everything. */
const isAbout = ({ about }: State, { table, round }: NoteView): boolean =>
  about === null || about === table || about === String(round);

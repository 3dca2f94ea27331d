import { getOwn } from '#contract/get-own.ts';
import type { Roster } from '#contract/method.ts';
import type { Seen, Text } from '#contract/typed-text.ts';
import { outlineView, type OutlineView } from './outline.ts';
import { namesForBoard } from '../notes/speaker-names.ts';
import { type RoomFigures, roomFigures } from '../sitting/airtime.ts';
import { waitingInOrder } from '../sitting/queue.ts';
import type { State } from '../state.ts';
import { type AllView, sharedView, queueView } from './all.ts';

/** One of the next two people in the queue. */
export type NextUp = { request: string; name: Text | null; why: Text | null; chair: string | null };

export type BoardView = Omit<AllView, 'tags' | 'cards'> & {
  next: NextUp[];
  waiting: number;
  /** The silent card on the board, at most one. */
  card: Text | null;
  /** The notes, only while a facilitator shows them. */
  notes: OutlineView | null;
  /** Figures about the whole room and never a ranking; only while a facilitator shows them. */
  airtime: RoomFigures | null;
};

export type BoardSeen = Seen<BoardView>;

export type NextSeen = Seen<NextUp>;

const NEXT_MOST = 2;

export function boardView(state: State, roster: Roster): BoardView {
  const naming = namesForBoard(state, roster);
  const waiting = waitingInOrder(state);
  return {
    ...sharedView(state, naming),
    line: queueView(waiting),
    next: waiting.slice(0, NEXT_MOST).map(({ id, request: { person, name, why, chair } }): NextUp => ({
      request: id,
      name: naming(person, name),
      why,
      chair
    })),
    waiting: waiting.length,
    card: getOwn(state.cards, state.shown)?.card ?? null,
    notes: state.notesShown ? outlineView(state, naming) : null,
    airtime: state.airtimeShown ? roomFigures(state, roster) : null
  };
}

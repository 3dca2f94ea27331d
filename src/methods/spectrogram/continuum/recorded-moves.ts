import { dotOf } from './dot-numbers.ts';
import { getOwn } from '#contract/get-own.ts';
import { isAt, spotOf, placementsIn, type Round, type Spot, type State } from '../state.ts';
import type { Position } from '../placement.ts';

/**
 * The most moves recorded for one activity: about an hour of three hundred people. After that nothing more is recorded,
 * and `whole` says so. Dropping the oldest moves would leave dots that come from nowhere.
 */
export const MOVES_MOST = 20_000;

/**
 * Only moves that could be seen are recorded: a place that a person left before the reveal stays private. At L0 nothing
 * is recorded.
 */
export function noteMove(draft: State, round: Round, dot: number, x: Position | null, at: number): void {
  if (!round.revealed || draft.exposure === 'L0') return;
  if (draft.moves >= MOVES_MOST) {
    round.whole = false;
    return;
  }
  draft.moves += 1;
  round.moves.push([dot, x, Math.max(0, at - (round.openedAt ?? at))]);
}

/**
 * A replay begins with all dots where they are first seen, in the order of their random numbers, which tells nothing.
 */
export function beginMoves(draft: State, spot: Spot, at: number): void {
  const statement = getOwn(draft.statements, spot.statement);
  const version = statement?.versions[spot.version];
  const round = version?.rounds[spot.round];
  if (!version || !round) return;
  forgetMoves(draft, round);
  const here = Object.entries(placementsIn(version, spot.round)).flatMap(([person, placement]): [number, Position][] =>
    'x' in placement ? [[dotOf(draft, person, placement), placement.x]] : []
  );
  for (const [dot, x] of here.sort(([one], [other]) => one - other)) noteMove(draft, round, dot, x, at);
}

export function forgetMoves(draft: State, round: Round): void {
  draft.moves -= round.moves.length;
  round.moves = [];
  round.whole = true;
}

/** Whether no move will be added to this round any more: it is closed, or a later round is on. */
export function isOver(state: State, spot: Spot): boolean {
  const statement = getOwn(state.statements, spot.statement);
  return statement !== undefined && !(statement.stage === 'open' && isAt(spotOf(statement), spot));
}

import type { ContinuumRound } from '#contract/blocks.ts';
import { isAnonymous } from '../anonymity/exposure.ts';
import { mayBeTold, dotted, ghosts, shiftBetween } from '../figures/figures.ts';
import { spread } from '../figures/statistics.ts';
import type { Position, Placement } from '../placement.ts';
import {
  type State,
  type Statement,
  isRevealed,
  versionOf,
  placementsIn,
  positionsOf,
  type PlacementRecord
} from '../state.ts';
import type { Counts } from './counts.ts';

/**
 * A dot has a number by chance, from 1 to 65,534, and keeps it in this activity. `order`: later ones lie on top. It
 * rises with each move that can be seen, and tells nothing of those that could not.
 */
export type Dot = { x: Position; order: number };

/** What may be drawn once a round is revealed. */
export type Picture = {
  /** None at L0: there the ranges of `figures` are drawn. */
  dots: Record<number, Dot>;
  /** Where the same dots stood one round earlier, when that round was revealed too. Null at L0. */
  previous: Record<number, Position> | null;
  /** Everything the generated sentence needs. Its `spread` is null under five people. */
  figures: ContinuumRound;
  /** The previous round against this one. Null at L0. */
  shift: Shift | null;
};

/**
 * Between two rounds whose dots are shown, by people who stand in both. No edition tells it: beside the ranges of both
 * it would tell of single people.
 */
export type Shift = {
  readonly pairs: number;
  /** Median of (last − first), positive towards the second pole, to the tenth of the line. */
  readonly median: number;
  /** Median of |last − first|, to the tenth of the line. */
  readonly distance: number;
  /** People who moved more than a tenth of the line. */
  readonly moved: Moved;
  /** People who crossed the middle. */
  readonly crossed: Moved;
};

/** How many people did it. `few`: none to four; `most`: all, or all but one to four. */
export type Moved = number | 'few' | 'most';

/** `counted` is of the same people: counting a full hall a second time would cost as much as drawing it. */
export function picture(state: State, statement: Statement, counted: Counts): Picture | null {
  if (!isRevealed(statement)) return null;
  const version = versionOf(statement);
  const { round } = statement;
  const here = placementsIn(version, round);
  if (!mayBeTold(state, here)) return null;
  const before = !isAnonymous(state) && version.rounds[round - 1]?.revealed ? placementsIn(version, round - 1) : null;
  return {
    dots: dotted(state, here),
    previous: before && ghosts(state, before),
    figures: { round, ...counted, spread: spread(positionsOf(here)) },
    shift: before && shiftBetween(before, here)
  };
}

export const currentPlacements = (statement: Statement): Record<string, PlacementRecord> =>
  placementsIn(versionOf(statement), statement.round);

export const bare = (placement: PlacementRecord): Placement =>
  'x' in placement ? { x: placement.x, via: placement.via } : { answer: placement.answer, via: placement.via };

export const eachOf = <From, To>(
  items: Record<string, From>,
  make: (item: From, key: string) => To
): Record<string, To> => Object.fromEntries(Object.entries(items).map(([key, item]) => [key, make(item, key)]));

import type { ContinuumRound } from '#contract/harvest-blocks.ts';
import { isAnonymous } from '../anonymity/exposure.ts';
import { mayBeTold, dotted, ghosts, shiftBetween, type Dot } from '../figures/round-shape.ts';
import { spread, type Shift } from '../figures/statistics.ts';
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
import type { AnswerCounts } from './answer-counts.ts';

/** What may be drawn once a round is revealed. */
export type Picture = {
  /** Empty at L0: there the ranges of `figures` are drawn. */
  dots: Record<number, Dot>;
  /** Where the same dots stood one round earlier, if that round was revealed. Null at L0. */
  previous: Record<number, Position> | null;
  /** What the sentence under the picture needs. Its `spread` is null under five people. */
  figures: ContinuumRound;
  /** The shift from the previous round to this one. Null at L0. */
  shift: Shift | null;
};

/** `counted`: the counts of the same people. Counting a full hall again would cost as much as drawing it. */
export function picture(state: State, statement: Statement, counted: AnswerCounts): Picture | null {
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

export const placementOnly = (placement: PlacementRecord): Placement =>
  'x' in placement ? { x: placement.x, via: placement.via } : { answer: placement.answer, via: placement.via };

export const mapValues = <From, To>(
  items: Record<string, From>,
  make: (item: From, key: string) => To
): Record<string, To> => Object.fromEntries(Object.entries(items).map(([key, item]) => [key, make(item, key)]));

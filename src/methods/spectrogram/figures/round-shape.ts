import type { ContinuumRound, Range } from '#contract/harvest-blocks.ts';
import type { Roster } from '#contract/method.ts';
import { FEWEST } from '#contract/people-counts.ts';
import { dotOf } from '../continuum/dot-numbers.ts';
import { isAnonymous } from '../anonymity/exposure.ts';
import { getOwn } from '#contract/get-own.ts';
import { positionsOf, placementsIn, type PlacementRecord, type State, type Version } from '../state.ts';
import { shift, spread, type Shift } from './statistics.ts';
import type { AnswerCounts } from '../views/answer-counts.ts';
import type { Position } from '../placement.ts';

/**
 * People in ranges of the line: two ranges or more, with five people or more each. `unsure`: the stack beside the line.
 */
export type Shape = { ranges: readonly Range[]; unsure: number };

/**
 * A dot has a random number from 1 to 65,534 and keeps it in this activity. A dot with a higher `order` lies on top.
 * `order` rises with each move that can be seen, and tells nothing of moves before the reveal.
 */
export type Dot = { x: Position; order: number };

type Placements = Record<string, PlacementRecord>;

export function counts(state: State, placements: Placements, roster: Roster): AnswerCounts {
  const counted = answers(placements);
  let present = 0;
  for (const guest of Object.values(roster.people)) if (guest.present) present += 1;
  const placed = Object.keys(placements);
  if (isAnonymous(state)) return { present: Math.max(present, placed.length), ...counted };
  for (const person of placed) if (!getOwn(roster.people, person)?.present) present += 1;
  return { present, ...counted };
}

export function answers(placements: Placements): Omit<AnswerCounts, 'present'> {
  const counted = { placed: 0, unsure: 0, passed: 0 };
  for (const placement of Object.values(placements)) {
    if ('x' in placement) counted.placed += 1;
    else counted[placement.answer === 'unsure' ? 'unsure' : 'passed'] += 1;
  }
  return counted;
}

/**
 * `named`: people whose places are published beside these figures, so the figures must hide the other people without
 * counting on them.
 */
export function roundFigures(
  state: State,
  round: number,
  placements: Placements,
  roster: Roster,
  named: readonly string[] = []
): ContinuumRound {
  const isNamed = ([person]: [string, PlacementRecord]) => named.includes(person);
  const [others, apart] = [false, true].map((wanted) =>
    positionsOf(Object.fromEntries(Object.entries(placements).filter((each) => isNamed(each) === wanted)))
  );
  return { round, ...counts(state, placements, roster), spread: spread(others ?? [], apart) };
}

/** The shift of the people who stand in both rounds. */
export function shiftBetween(earlier: Placements, later: Placements): Shift | null {
  const pairs = Object.keys(later).flatMap((person): [number, number][] => {
    const [before, after] = [earlier[person], later[person]];
    return before && after && 'x' in before && 'x' in after ? [[before.x, after.x]] : [];
  });
  return shift(pairs);
}

/** At L0 a round stays secret until five points stand on its line. */
export const mayBeTold = (state: State, placements: Placements): boolean =>
  !isAnonymous(state) || positionsOf(placements).length >= FEWEST;

/** What phones get: the same ranges as an edition. Null when there is only one range. */
export function shape(placements: Placements): Shape | null {
  const ranges = spread(positionsOf(placements))?.ranges ?? [];
  return ranges.length > 1 ? { ranges, unsure: answers(placements).unsure } : null;
}

/** The placements of each round of a version, up to round `last`. */
export const roundsUpTo = (version: Version, last: number): Placements[] =>
  Array.from({ length: last }, (_, index) => placementsIn(version, index + 1));

/** Positions by dot number, for drawing. Empty at L0, where a picture is drawn of ranges. */
export function dotted(state: State, placements: Placements): Record<number, Dot> {
  const drawn: Record<number, Dot> = {};
  if (isAnonymous(state)) return drawn;
  for (const [person, placement] of Object.entries(placements))
    if ('x' in placement) drawn[dotOf(state, person, placement)] = { x: placement.x, order: placement.order };
  return drawn;
}

export const ghosts = (state: State, placements: Placements): Record<number, Position> =>
  Object.fromEntries(Object.entries(dotted(state, placements)).map(([dot, { x }]) => [dot, x]));

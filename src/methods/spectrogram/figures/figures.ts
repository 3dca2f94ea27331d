import type { ContinuumRound, Shift } from '#harvest/blocks.ts';
import type { Room } from '../../method.ts';
import { histogram, FEWEST } from './bins.ts';
import { dotOf } from '../line/dots.ts';
import { isAnonymous } from '../anonymity/exposure.ts';
import { find } from '../../shared/records.ts';
import { positionsOf, standing, type Standing, type State, type Version } from '../state.ts';
import { shift, spread } from './statistics.ts';
import type { Counts, Dot, Position, Shape } from '../views.ts';

type Placements = Record<string, Standing>;

export function counts(state: State, placements: Placements, room: Room): Counts {
  const counted = answers(placements);
  let present = 0;
  for (const guest of Object.values(room.people)) if (guest.present) present += 1;
  const placed = Object.keys(placements);
  if (isAnonymous(state)) return { present: Math.max(present, placed.length), ...counted };
  for (const person of placed) if (!find(room.people, person)?.present) present += 1;
  return { present, ...counted };
}

export function answers(placements: Placements): Omit<Counts, 'present'> {
  const counted = { placed: 0, unsure: 0, passed: 0 };
  for (const placement of Object.values(placements)) {
    if ('x' in placement) counted.placed += 1;
    else counted[placement.answer === 'unsure' ? 'unsure' : 'passed'] += 1;
  }
  return counted;
}

export const roundFigures = (state: State, round: number, placements: Placements, room: Room): ContinuumRound => ({
  round,
  ...counts(state, placements, room),
  spread: spread(positionsOf(placements))
});

/** Between two rounds, by people who stand in both. */
export function shiftBetween(earlier: Placements, later: Placements): Shift | null {
  const pairs = Object.keys(later).flatMap((person): [number, number][] => {
    const [before, after] = [earlier[person], later[person]];
    return before && after && 'x' in before && 'x' in after ? [[before.x, after.x]] : [];
  });
  return shift(pairs);
}

/** At L0 nothing is told of a round before five people stand on its line. */
export const mayBeTold = (state: State, placements: Placements): boolean =>
  !isAnonymous(state) || positionsOf(placements).length >= FEWEST;

export function shape(placements: Placements): Shape | null {
  const positions = positionsOf(placements);
  if (positions.length < FEWEST) return null;
  const [a = 0, b = 0, middle = 0, d = 0, e = 0] = histogram(positions, 5);
  return { fifths: [a, b, middle, d, e], unsure: answers(placements).unsure };
}

/** The rounds of a version up to this one, each with everybody who stands in it. */
export const roundsUpTo = (version: Version, last: number): Placements[] =>
  Array.from({ length: last }, (_, index) => standing(version, index + 1));

/**
 * What may be drawn: each position under the number of its person's dot. At L0 under its rank on the line, so that a picture
 * is made of where people stand and of nothing else: a number that stayed would let somebody be followed.
 */
export function dotted(state: State, placements: Placements): Record<number, Dot> {
  const drawn: Record<number, Dot> = {};
  if (isAnonymous(state))
    positionsOf(placements)
      .sort((one, other) => one - other)
      .forEach((x, index) => (drawn[index + 1] = { x, order: index + 1 }));
  else
    for (const [person, placement] of Object.entries(placements))
      if ('x' in placement) drawn[dotOf(state, person, placement)] = { x: placement.x, order: placement.order };
  return drawn;
}

export const ghosts = (state: State, placements: Placements): Record<number, Position> =>
  Object.fromEntries(Object.entries(dotted(state, placements)).map(([dot, { x }]) => [dot, x]));

import { binOf } from './bins.ts';
import type { Mark, Position, ReasonZone, Zone } from '../placement.ts';

export const FIFTHS = [0, 1, 2, 3, 4] as const;
export const ZONES = [...FIFTHS, 'unsure'] as const satisfies readonly Zone[];

/** The fifth of the line in which the shape counts this place, or the answer beside the line. */
export function zoneOf(mark: Mark): ReasonZone {
  if (!('x' in mark)) return mark.answer;
  return fifthOf(mark.x);
}

export const fifthOf = (x: Position): (typeof FIFTHS)[number] => FIFTHS[binOf(x, FIFTHS.length)] ?? 4;

import type { AnonymousBallot } from '../../surface-types.ts';
import type { Mark, Placement } from '../placement.ts';

/** Where this phone stands in an activity without names, by line. Points that were refused count nowhere. */
export function placementsOf(ballot: AnonymousBallot | null): Record<string, Placement> {
  const points = Object.entries(ballot?.points ?? {}).filter(([, { state }]) => typeof state === 'string');
  return Object.fromEntries(points.map(([line, { point }]) => [line, { ...bare(point as Mark), via: 'phone' }]));
}

export const whyOf = ({ point }: { point: object }): string | undefined => (point as { why?: string }).why;

/** The mark alone, without where it is and why. */
export const bare = (mark: Mark): Mark => ('x' in mark ? { x: mark.x } : { answer: mark.answer });

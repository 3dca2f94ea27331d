import type { AnonymousBallot } from '../../surface-types.ts';
import type { Mark, Placement } from '../placement.ts';

/** Where this phone placed itself at L0, by line. Refused points do not count. */
export function placementsOf(ballot: AnonymousBallot | null): Record<string, Placement> {
  const points = Object.entries(ballot?.points ?? {}).filter(([, { state }]) => typeof state === 'string');
  return Object.fromEntries(points.map(([line, { point }]) => [line, { ...markOnly(point as Mark), via: 'phone' }]));
}

export const whyOf = ({ point }: { point: object }): string | undefined => (point as { why?: string }).why;

/** The mark alone, without line, version, round and reason. */
export const markOnly = (mark: Mark): Mark => ('x' in mark ? { x: mark.x } : { answer: mark.answer });

/** A whole number from 0 at the first pole to 1000 at the second. */
export type Position = number;

export type Answer = 'unsure' | 'pass';

/** Whether the person placed the dot on their own phone, or a helper placed it for them. */
export type Via = 'phone' | 'helper';

export type Mark = { x: Position } | { answer: Answer };

export type Placement = Mark & { via: Via };

/** A fifth of the line, from 0 at the first pole to 4 at the second. */
export type Fifth = 0 | 1 | 2 | 3 | 4;

/** A zone from which a person can be called. */
export type Zone = Fifth | 'unsure';

/** The zone that a reason was given from. */
export type ReasonZone = Zone | 'pass';

type Own = { placements: Record<string, Placement> } | null;

type Whereabouts = { statement: string; version: number; round: number };

export const placementKey = ({ statement, version, round }: Whereabouts): string => `${statement}.${version}.${round}`;

/** Where this person stands on the line that is on now: placed in this round, or kept from an earlier one. */
export function ownPlacement(own: Own, line: Whereabouts & { emptyAt: number[] }): Placement | null {
  for (let round = line.round; round >= 1; round -= 1) {
    const placement = own?.placements[placementKey({ ...line, round })];
    if (placement) return placement;
    if (line.emptyAt.includes(round)) return null;
  }
  return null;
}

/** Where this person stood at the end of the round before. */
export function earlierPlacement(own: Own, line: Whereabouts & { emptyAt: number[] }): Placement | null {
  return ownPlacement(own, { ...line, round: line.round - 1 });
}

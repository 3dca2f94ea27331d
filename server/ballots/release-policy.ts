import type { TicketPoint } from '#contract/method.ts';
import { FEWEST } from '#contract/people-counts.ts';
import type { CurrentBallot } from './current-ballot.ts';

/**
 * A point in the box. `ticket`: what the mask in `point` hides. `since`: when it came, in milliseconds of any steady
 * clock.
 */
export type HeldPoint = { readonly point: TicketPoint; readonly ticket: string; readonly since: number };

/**
 * B3. Without the points whose tickets would be known by being new. `known`: tickets of which this box had something
 * stored before.
 */
export function hiddenAmongNew<Held extends HeldPoint>(
  held: readonly Held[],
  { ballot, state }: Pick<CurrentBallot, 'ballot' | 'state'>,
  known: ReadonlySet<string>
): Held[] {
  const drawn = ballot.drawn(state);
  const usedUnder = new Map<string, ReadonlySet<string>>();
  return held.filter(({ point, ticket }) => {
    const wording = ballot.wording(point);
    const used = usedUnder.get(wording) ?? ballot.used(state, point);
    usedUnder.set(wording, used);
    return drawn - used.size >= FEWEST || used.has(point.ticket) || known.has(ticket);
  });
}

/**
 * B2. When a batch of an open line leaves, in milliseconds; null while it is too small. `readyAt`: the answer before.
 */
export const openBatchAt = (hidden: number, readyAt: number | null, at: number, gatherMs: number): number | null =>
  hidden < FEWEST ? null : (readyAt ?? at + gatherMs);

/** B4, B5. What leaves a line that has closed, once its last call is over; null: nothing yet. */
export function closedBatch<Held extends HeldPoint>(hidden: readonly Held[], lastCall: number): readonly Held[] | null {
  const inTime = hidden.filter(({ since }) => since <= lastCall);
  if (inTime.length > 0) return inTime;
  return hidden.length >= FEWEST ? hidden : null;
}

/** B1. The order in which points stand in the log: that of their tickets, which are chance. */
export const inOrderOfChance = (held: readonly HeldPoint[]): TicketPoint[] =>
  held.map(({ point }) => point).sort((one, other) => (one.ticket < other.ticket ? -1 : 1));

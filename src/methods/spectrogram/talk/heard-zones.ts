import { isAnonymous, showsPeople } from '../anonymity/exposure.ts';
import { FIFTHS, ZONES, zoneOf } from '../figures/zones.ts';
import { getOwn } from '#contract/get-own.ts';
import {
  isAt,
  isRevealed,
  roundOf,
  spotOf,
  placementOf,
  versionOf,
  type Call,
  type State,
  type Statement
} from '../state.ts';
import type { ReasonZone, Zone } from '../placement.ts';

export type Hearing = {
  /** Who is asked to speak. `person` is null at L0 and L1. */
  called: { zone: Zone; person: string | null } | null;
  /** People with a hand up. */
  hands: number;
  /** Where they stand; null until the reveal and at L0. */
  willing: Record<Zone, number> | null;
  /** Who has a hand up, longest first; null until the reveal, and at L0 and L1. */
  people: Record<string, { zone: ReasonZone; order: number; heard: boolean }> | null;
  /** How often somebody was called from each zone in this round, without calls that were passed on. */
  heard: Record<Zone, number>;
};

/** The zone that lights up, as long as its line and round are on. */
export function calledZone(state: State, now: Statement | null): { zone: Zone } | null {
  const call = now && callOn(state, now);
  return call ? { zone: call.zone } : null;
}

/** Who would speak, who speaks, and from where somebody was heard. */
export function hearing(state: State, now: Statement | null): Hearing {
  const round = now && roundOf(now);
  const seen = now !== null && isRevealed(now);
  const call = now && callOn(state, now);
  const raised = now && round ? Object.entries(round.hands) : [];
  const hands = raised.flatMap(([person, order]) => {
    const mark = now && placementOf(versionOf(now), now.round, person);
    return mark ? [{ person, order, zone: zoneOf(mark) }] : [];
  });
  const byZone = (count: (zone: Zone) => number) =>
    Object.fromEntries(ZONES.map((zone) => [zone, count(zone)])) as Record<Zone, number>;
  return {
    called: call ? { zone: call.zone, person: showsPeople(state) ? call.person : null } : null,
    hands: raised.length,
    willing: seen && !isAnonymous(state) ? byZone((zone) => hands.filter((hand) => hand.zone === zone).length) : null,
    people:
      seen && showsPeople(state)
        ? Object.fromEntries(
            hands.map(({ person, order, zone }) => [person, { zone, order, heard: timesHeard(state, person) > 0 }])
          )
        : null,
    heard: byZone((zone) => round?.called[zone] ?? 0)
  };
}

/** Of the five fifths of the line, those from which somebody was called. */
export const zonesHeard = (called: Partial<Record<Zone, number>>): number =>
  FIFTHS.filter((fifth) => (called[fifth] ?? 0) > 0).length;

export const timesHeard = (state: State, person: string): number => getOwn(state.heard, person) ?? 0;

const callOn = ({ call }: State, now: Statement): Call | null => (call && isAt(call, spotOf(now)) ? call : null);

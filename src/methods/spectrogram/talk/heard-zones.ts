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
  /** The call that is on. `person` is null at L0 and L1. */
  called: { zone: Zone; person: string | null } | null;
  /** People with a hand up. */
  hands: number;
  /** How many people with a hand up stand in each zone. Null until the reveal, and at L0. */
  willing: Record<Zone, number> | null;
  /** People with a hand up. A lower `order` is up longer. Null until the reveal, and at L0 and L1. */
  people: Record<string, { zone: ReasonZone; order: number; heard: boolean }> | null;
  /** How often each zone was called in this round, without calls that were passed. */
  heard: Record<Zone, number>;
};

/** The zone that lights up while the call's line and round are on. */
export function calledZone(state: State, now: Statement | null): { zone: Zone } | null {
  const call = now && callOn(state, now);
  return call ? { zone: call.zone } : null;
}

/** What the console shows about hands and calls. */
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

/** How many of the five fifths of the line were called. */
export const zonesHeard = (called: Partial<Record<Zone, number>>): number =>
  FIFTHS.filter((fifth) => (called[fifth] ?? 0) > 0).length;

export const timesHeard = (state: State, person: string): number => getOwn(state.heard, person) ?? 0;

const callOn = ({ call }: State, now: Statement): Call | null => (call && isAt(call, spotOf(now)) ? call : null);

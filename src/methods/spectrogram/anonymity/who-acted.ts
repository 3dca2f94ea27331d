import type { Actor, Roster } from '#contract/method.ts';
import { getOwn } from '#contract/get-own.ts';
import { FEWEST } from '#contract/people-counts.ts';
import type { Line } from '../continuum/command-fields.ts';
import {
  placementsIn,
  placementOf,
  versionOf,
  type Round,
  type PlacementRecord,
  type State,
  type Statement
} from '../state.ts';
import type { Via } from '../placement.ts';
import { isAnonymous, showsPeople } from './exposure.ts';

/**
 * Who acted, as those who lead may be told it. While dots are in sight a new one appears in the moment somebody acts: a
 * name told then would say whose it is, and so it would in any message that follows. So at L1 a name is told for what
 * was placed unseen, and for what a helper placed, which they know anyway. All others are told together when the line
 * has closed, if they are five or more; fewer are never told.
 */
export function shownViaOf(state: State, round: Round, stood: PlacementRecord | undefined, via: Via): Via | null {
  if (stood?.shownVia) return stood.shownVia;
  return !round.revealed || showsPeople(state) || via === 'helper' ? via : null;
}

/** A line has closed: whoever acted in sight is told by name, as one batch that hides each of them. */
export function tellTogether(draft: State, statement: Statement): void {
  const version = statement.versions[statement.version];
  const round = version?.rounds[statement.round];
  if (!version || !round || draft.exposure === 'L0') return;
  const unshown = Object.values(placementsIn(version, statement.round)).filter(({ shownVia }) => shownVia === null);
  if (unshown.length < FEWEST) return;
  for (const placement of unshown) placement.shownVia = placement.via;
}

/**
 * Where nobody is shown whose dot is whose, whoever leads could otherwise find out: move Ana in sight, look, and take
 * it back; or ask for her hand after each dot, until it is no longer refused. So in sight people with a phone of their
 * own act for themselves, and the answer is the same whether they have acted or not. What helpers placed, they know
 * anyway.
 */
export function isTheirsAlone(
  state: State,
  { found, spot, round }: Line,
  person: string,
  by: Actor,
  roster: Roster
): boolean {
  if (person === by.person || showsPeople(state) || isAnonymous(state) || !round.revealed) return false;
  if (placementOf(versionOf(found), spot.round, person)?.via === 'helper') return false;
  return getOwn(roster.people, person)?.via !== 'walk-in';
}

/** By person, in the order in which they came: in the order of their placing they would stand as their dots came. */
export function actedIn(placements: Record<string, PlacementRecord>, { people }: Roster): Record<string, Via> {
  const acted: Record<string, Via> = {};
  for (const person of Object.keys(people)) {
    const via = getOwn(placements, person)?.shownVia;
    if (via) acted[person] = via;
  }
  return acted;
}

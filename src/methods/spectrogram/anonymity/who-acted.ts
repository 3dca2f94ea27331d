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
 * What the console may show of this act at once; null: nothing yet. While dots are in sight, a new dot appears at the
 * moment in which a person acts. A name shown then, or in a later message, would tell whose dot it is. So at L1 the
 * console shows at once only people who were placed unseen or by a helper, who knows it anyway. The other names come
 * together when the line has closed (`nameActedInSight`), if they are five or more.
 */
export function shownViaOf(state: State, round: Round, earlier: PlacementRecord | undefined, via: Via): Via | null {
  if (earlier?.shownVia) return earlier.shownVia;
  return !round.revealed || showsPeople(state) || via === 'helper' ? via : null;
}

/**
 * When a line closes, shows the names of people who acted in sight: as one batch of five or more, which hides each
 * person. Fewer are never shown.
 */
export function nameActedInSight(draft: State, statement: Statement): void {
  const version = statement.versions[statement.version];
  const round = version?.rounds[statement.round];
  if (!version || !round || draft.exposure === 'L0') return;
  const unshown = Object.values(placementsIn(version, statement.round)).filter(({ shownVia }) => shownVia === null);
  if (unshown.length < FEWEST) return;
  for (const placement of unshown) placement.shownVia = placement.via;
}

/**
 * At L1 a facilitator could otherwise find out whose dot it is: move Ana in sight, look, and take it back; or raise her
 * hand after each dot, until it is no longer refused. So on a revealed line only people without a phone are placed by
 * others, and the refusal is the same whether a person has acted or not. Dots that helpers placed are known to them
 * anyway, and may be moved.
 */
export function mustActThemselves(
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

/** By person, in the order of the roster. The order of placing would give away whose dot it is. */
export function actedIn(placements: Record<string, PlacementRecord>, { people }: Roster): Record<string, Via> {
  const acted: Record<string, Via> = {};
  for (const person of Object.keys(people)) {
    const via = getOwn(placements, person)?.shownVia;
    if (via) acted[person] = via;
  }
  return acted;
}

import type { OwnProposal, State } from '../state.ts';
import { getOwn } from '#contract/get-own.ts';
import type { Seen } from '#contract/text.ts';
import { type Placement, placementKey } from '../placement.ts';
import { proposalsBy } from '../talk/proposals.ts';
import { ownReason, type OwnReason } from '../talk/reasons.ts';
import { bare } from './picture.ts';

/**
 * `person:…`: all that this person did here, by {@link placementKey}. It keeps every statement and round, so that
 * turning a page changes one view and not five hundred.
 */
export type PersonView = {
  placements: Record<string, Placement>;
  /** By placement key, as all that follows. `hidden`: it is not shown on the board. */
  reasons: Record<string, OwnReason>;
  /** “I'd say something.” */
  hands: Record<string, true>;
  /** It is this person's turn to speak, if that is still the line that is on. */
  called: string | null;
  proposals: Record<string, OwnProposal>;
  /** L3 only: may the harvest name this person? */
  named: boolean;
  /** L0 only: what this person's ticket was drawn with. Where they stand is known to their phone alone. */
  ticket: string | null;
};

export type PersonSeen = Seen<PersonView>;

/** At L0 there is nothing of a point in it: what this person placed is not known to be theirs. */
export function personView(state: State, person: string): PersonView | null {
  const own: PersonView = {
    placements: {},
    reasons: {},
    hands: {},
    called: state.call?.person === person ? placementKey(state.call) : null,
    proposals: proposalsBy(state, person),
    named: Object.hasOwn(state.named, person),
    ticket: getOwn(state.tickets, person) ?? null
  };
  let acted = own.called !== null || own.named || own.ticket !== null || Object.keys(own.proposals).length > 0;
  for (const { id, versions } of Object.values(state.statements))
    for (const [version, { rounds }] of Object.entries(versions))
      for (const [round, { placements, reasons, hands }] of Object.entries(rounds)) {
        const [placed, given, hand] = [getOwn(placements, person), getOwn(reasons, person), getOwn(hands, person)];
        if (!placed && !given && hand === undefined) continue;
        acted = true;
        const key = placementKey({ statement: id, version: Number(version), round: Number(round) });
        if (placed) own.placements[key] = bare(placed);
        if (given) own.reasons[key] = ownReason(given);
        if (hand !== undefined) own.hands[key] = true;
      }
  return acted ? own : null;
}

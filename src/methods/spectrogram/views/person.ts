import type { OwnProposal, State } from '../state.ts';
import { getOwn } from '#contract/get-own.ts';
import type { Seen } from '#contract/typed-text.ts';
import { type Placement, placementKey } from '../placement.ts';
import { proposalsBy } from '../talk/proposals.ts';
import { ownReason, type OwnReason } from '../talk/reasons.ts';
import { placementOnly } from './picture.ts';

/**
 * Channel `person:…`: all that this person did here, by {@link placementKey}. It holds every statement and round, so
 * that a step to another line does not change five hundred views.
 */
export type PersonView = {
  placements: Record<string, Placement>;
  /** By placement key, as the fields below. `hidden`: the board does not show it. */
  reasons: Record<string, OwnReason>;
  /** “I'd say something.” */
  hands: Record<string, true>;
  /** The placement key of the line on which this person is called. The call counts while that line is on. */
  called: string | null;
  proposals: Record<string, OwnProposal>;
  /** L3: whether the harvest may name this person. */
  named: boolean;
  /** L0: this person's blinded ticket. Only their phone knows where they stand. */
  ticket: string | null;
};

export type PersonSeen = Seen<PersonView>;

/** At L0 it holds no point: the server does not know whose point it is. */
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
        if (placed) own.placements[key] = placementOnly(placed);
        if (given) own.reasons[key] = ownReason(given);
        if (hand !== undefined) own.hands[key] = true;
      }
  return acted ? own : null;
}

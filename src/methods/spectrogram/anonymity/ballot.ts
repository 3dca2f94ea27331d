import type { Ballot } from '#contract/method.ts';
import { isAnonymous } from './exposure.ts';
import { getOwn } from '#contract/get-own.ts';
import { holderOf, isAt, roundAt, spotOf, type Spot, type State } from '../state.ts';
import { takesPoints } from './tickets.ts';
import { placementKey } from '../placement.ts';

const TICKET = holderOf('');

/** What the ballot box asks at L0. */
export const ballot: Ballot<State> = {
  isOn: isAnonymous,
  drawnWith: (state, person) => getOwn(state.tickets, person) ?? null,
  drawn: (state) => Object.keys(state.tickets).length,
  used(state, point) {
    const { statement, version } = point as unknown as Spot;
    const used = new Set<string>();
    for (const { placements } of Object.values(getOwn(state.statements, statement)?.versions[version]?.rounds ?? {}))
      for (const [holder, { via }] of Object.entries(placements))
        // Papers that helpers typed in have made-up tickets that no person drew.
        if (via === 'phone' && holder.startsWith(TICKET)) used.add(holder.slice(TICKET.length));
    return used;
  },
  // Not per round: the place of a person who does not move is carried into the next round, and must be found there when
  // the person moves.
  wording(point) {
    const { statement, version } = point as unknown as Spot;
    return `${statement}.${version}`;
  },
  line: (point) => placementKey(point as unknown as Spot),
  closing: ({ closed }) => closed && placementKey(closed),
  standing(state, point) {
    const spot = point as unknown as Spot;
    const storedMove = getOwn(roundAt(state, spot)?.placements ?? {}, holderOf(point.ticket))?.k ?? 0;
    if (storedMove >= point.k) return 'kept';
    const found = getOwn(state.statements, spot.statement);
    if (found?.stage === 'open' && isAt(spotOf(found), spot)) return 'open';
    return takesPoints(state, spot) ? 'closing' : 'over';
  }
};

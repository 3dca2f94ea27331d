import type { Roster } from '#contract/method.ts';
import type { Seen } from '#contract/typed-text.ts';
import { shape, type Shape } from '../figures/round-shape.ts';
import { lensShown, type LensName } from '../looks/lens-views.ts';
import type { Zone } from '../placement.ts';
import type { Exposure } from '../settings.ts';
import { type State, isRevealed } from '../state.ts';
import { calledZone } from '../talk/heard-zones.ts';
import { type LineView, current, line } from './line.ts';
import { currentPlacements } from './picture.ts';

/** Channel `all`: the same for every phone. Before the reveal a placement or a new person changes nothing in it. */
export type AllView = {
  /** Phones show it before people answer. Once a line was opened it only falls. */
  exposure: Exposure;
  now: LineView | null;
  /** Null before the reveal, and while there is only one range: always with fewer than ten people. */
  shape: Shape | null;
  /** The zone that lights up while it is called. */
  called: { zone: Zone } | null;
  /** Whether people may propose statements now. */
  proposals: boolean;
  /** The lens that the board shows in place of the line. Phones get its name and nothing of its content. */
  lens: LensName | null;
};

export type AllSeen = Seen<AllView>;

export function allView(state: State, roster: Roster): AllView {
  const now = current(state);
  return {
    exposure: state.exposure,
    now: now && line(state, now),
    shape: now && isRevealed(now) ? shape(currentPlacements(now)) : null,
    called: calledZone(state, now),
    proposals: state.proposing,
    lens: lensShown(state, roster)
  };
}

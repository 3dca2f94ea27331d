import type { Roster } from '#contract/method.ts';
import type { Seen } from '#contract/text.ts';
import { shape, type Shape } from '../figures/figures.ts';
import { looking, type Looking } from '../looks/look-at.ts';
import type { Zone } from '../placement.ts';
import type { Exposure } from '../settings.ts';
import { type State, isRevealed } from '../state.ts';
import { calledZone } from '../talk/heard-zones.ts';
import { type LineView, current, line } from './line.ts';
import { currentPlacements } from './picture.ts';

/** `all`: the same for every phone. Before the reveal nothing in it moves when somebody places or joins. */
export type AllView = {
  /** Told before anybody answers. It can fall, and never rises. */
  exposure: Exposure;
  now: LineView | null;
  /** Null before the reveal, and as long as one range holds everybody: under ten people always. */
  shape: Shape | null;
  /** The zone that lights up while somebody there is asked to speak. */
  called: { zone: Zone } | null;
  /** Whether people may propose statements just now. */
  proposals: boolean;
  /** What the board shows in place of the line. Phones are told that it does, and nothing of it. */
  looking: Looking | null;
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
    looking: looking(state, roster)
  };
}

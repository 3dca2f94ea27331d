import type { Roster } from '#contract/method.ts';
import type { Seen } from '#contract/typed-text.ts';
import { counts } from '../figures/round-shape.ts';
import { looks, type Looks } from '../looks/lens-views.ts';
import type { Zone } from '../placement.ts';
import type { Exposure } from '../settings.ts';
import type { State } from '../state.ts';
import { calledZone } from '../talk/heard-zones.ts';
import { pinnedReasons, type PinnedReason } from '../talk/reasons.ts';
import type { AnswerCounts } from './answer-counts.ts';
import { type LineView, current, line } from './line.ts';
import { type Picture, currentPlacements, picture } from './picture.ts';

/** Channel `board`: dots, never people. */
export type BoardView = {
  exposure: Exposure;
  now: LineView | null;
  counts: AnswerCounts | null;
  /** Null before the reveal, and at L0 with fewer than five points. */
  picture: Picture | null;
  called: { zone: Zone } | null;
  /** Reasons of the current line that are pinned and not hidden. */
  reasons: Record<string, PinnedReason>;
} & Looks;

export type BoardSeen = Seen<BoardView>;

export function boardView(state: State, roster: Roster): BoardView {
  const now = current(state);
  const counted = now && counts(state, currentPlacements(now), roster);
  return {
    exposure: state.exposure,
    now: now && line(state, now),
    counts: counted,
    picture: now && counted && picture(state, now, counted),
    called: calledZone(state, now),
    reasons: now ? pinnedReasons(state, now) : {},
    ...looks(state, roster)
  };
}

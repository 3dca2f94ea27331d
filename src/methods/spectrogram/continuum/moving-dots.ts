import type { Crowd } from '#contract/method.ts';
import { FEWEST } from '#contract/people-counts.ts';
import { LINE_END } from '../figures/bins.ts';
import { countedState } from '../figures/counted-people.ts';
import { spread } from '../figures/statistics.ts';
import { dotOf } from './dot-numbers.ts';
import { isAnonymous } from '../anonymity/exposure.ts';
import { getOwn } from '#contract/get-own.ts';
import { isRevealed, positionsOf, placementsIn, versionOf, type State, type Statement } from '../state.ts';
import { placementKey } from '../placement.ts';

/**
 * Dots move live while their line is open and revealed. Never before the reveal, and never at L0, where nobody may be
 * followed.
 */
export const crowd: Crowd<State> = {
  end: LINE_END,
  about(state) {
    const line = moving(state);
    return line && placementKey({ statement: line.id, version: line.version, round: line.round });
  },
  accepts(state, by, roster) {
    if (by.role !== 'participant' || by.person === null || !moving(state)) return null;
    return getOwn(roster.people, by.person)?.present ? (getOwn(state.dots, by.person) ?? null) : null;
  },
  /**
   * A phone draws the shape of the room and its own dot, so that a large room costs it no more than a small one. The
   * console shows the picture of the board.
   */
  audience(state, channel) {
    const line = moving(state);
    if (!line || channel === 'console') return 'nothing';
    if (channel === 'board') return 'dots';
    return positionsOf(placementsIn(versionOf(line), line.round)).length < FEWEST ? 'nothing' : 'shape';
  },
  *rests(state, roster) {
    const line = moving(countedState(state, roster));
    if (!line) return;
    for (const [person, placement] of Object.entries(placementsIn(versionOf(line), line.round))) {
      if ('x' in placement) yield [dotOf(state, person, placement), placement.x];
    }
  },
  shape: (places) => spread(places)?.ranges.map(({ to, count }) => [to, count] as const) ?? []
};

function moving(state: State): Statement | null {
  const now = getOwn(state.statements, state.now);
  return now?.stage === 'open' && isRevealed(now) && !isAnonymous(state) ? now : null;
}

import type { Fact, Roster } from '#contract/method.ts';
import type { Events } from '../events.ts';
import { partOf } from '#contract/part.ts';
import { getOwn } from '#contract/get-own.ts';
import { SEATED_ENOUGH } from '../limits.ts';
import { seated } from './seats.ts';
import { current, type State } from '../state.ts';

export const settlings = partOf<State, Events>()({
  evolve: {
    RoomSettled(draft, { settled }, at) {
      const round = current(draft);
      if (round) round.settledAt = settled ? (round.settledAt ?? at) : null;
    }
  },
  touches: { RoomSettled: () => [] }
});

/**
 * `RoomSettled` once a round, as soon as nine in ten sit. `sitting`: people whom the same decision seats. It must be a
 * fact, because only a decision knows who is present.
 */
export function settling(state: State, roster: Roster, sitting: readonly string[]): Fact<Events>[] {
  const round = current(state);
  if (!round || round.settledAt !== null) return [];
  const there = seated(round, roster);
  const arrived = sitting.filter((person) => !getOwn(round.here, person)).length;
  const newcomers = sitting.filter((person) => getOwn(round.at, person) === undefined).length;
  const sit = there.seated + arrived;
  if (sit === 0 || sit < SEATED_ENOUGH * (there.expected + newcomers)) return [];
  return [{ type: 'RoomSettled', data: { settled: true } }];
}

/** Of a step that is taken back. */
export const unsettled = (done: readonly { readonly type: string }[]): Fact<Events>[] =>
  done.some(({ type }) => type === 'RoomSettled') ? [{ type: 'RoomSettled', data: { settled: false } }] : [];

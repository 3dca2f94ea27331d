import { countedIn, isHere } from '#kit/rules/people.ts';
import type { Roster } from '#contract/method.ts';
import { getOwn } from '#contract/get-own.ts';
import type { Round, State } from '../state.ts';
import { SEATED_ENOUGH } from '../limits.ts';
import { talkedRounds } from './seat-records.ts';

/**
 * Seats people said they took, of all those that people who were there had, over the rounds in which a question was
 * asked.
 */
export type Said = { said: number; of: number };

export function saidIn(state: State, roster: Roster): Said {
  const counts = countedIn(roster);
  const rounds = talkedRounds(state).map(([, round]) => {
    const said = Object.keys(round.here).filter(counts).length;
    return { said, of: Math.max(said, round.expected ?? expectedIn(round, roster)) };
  });
  return rounds.reduce((sum, { said, of }) => ({ said: sum.said + said, of: sum.of + of }), { said: 0, of: 0 });
}

/** With fewer, whom people met would mostly be whom they were not seen to meet. */
export const isSaidEnough = ({ said, of }: Said): boolean => said > 0 && said >= SEATED_ENOUGH * of;

/**
 * How many people have a seat in this round and are present, or said that they sat there. It is counted when the round
 * ends, because later nothing tells who was present.
 */
export function expectedIn(round: Round | undefined, roster: Roster): number {
  const counts = countedIn(roster);
  const isExpected = (person: string) => isHere(roster, person) || getOwn(round?.here ?? {}, person) === true;
  return Object.keys(round?.at ?? {}).filter((person) => counts(person) && isExpected(person)).length;
}

import type { Roster } from '#contract/method.ts';
import { anybodyOut, ofCounted } from '../../shared/people.ts';
import { isAnonymous } from '../anonymity/exposure.ts';
import type { Round, State, Statement, Version } from '../state.ts';

/**
 * The lines without people who were shown out or are there twice. At L0 nothing joins a place to a person, so there all
 * of them stay: who may draw a ticket has to be settled before.
 */
export function ofThoseWhoCount(state: State, roster: Roster): State {
  if (isAnonymous(state) || !anybodyOut(roster)) return state;
  const inRound = (round: Round): Round => ({
    ...round,
    placements: ofCounted(roster, round.placements),
    reasons: ofCounted(roster, round.reasons),
    hands: ofCounted(roster, round.hands)
  });
  const inVersion = (version: Version): Version => ({ ...version, rounds: each(version.rounds, inRound) });
  const inStatement = (statement: Statement): Statement => ({
    ...statement,
    versions: each(statement.versions, inVersion)
  });
  return { ...state, statements: each(state.statements, inStatement) };
}

const each = <Key extends string | number, Value>(
  record: Record<Key, Value>,
  change: (value: Value) => Value
): Record<Key, Value> =>
  Object.fromEntries(Object.entries<Value>(record).map(([key, value]) => [key, change(value)])) as Record<Key, Value>;

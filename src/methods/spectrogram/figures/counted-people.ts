import type { Roster } from '#contract/method.ts';
import { hasRemovedPeople, withoutRemovedPeople } from '#kit/rules/people.ts';
import { isAnonymous } from '../anonymity/exposure.ts';
import type { Round, State, Statement, Version } from '../state.ts';

/**
 * The state without people who were removed or joined twice. At L0 all placements stay, because nothing joins a place
 * to a person: who may draw a ticket is settled before.
 */
export function countedState(state: State, roster: Roster): State {
  if (isAnonymous(state) || !hasRemovedPeople(roster)) return state;
  const inRound = (round: Round): Round => ({
    ...round,
    placements: withoutRemovedPeople(roster, round.placements),
    reasons: withoutRemovedPeople(roster, round.reasons),
    hands: withoutRemovedPeople(roster, round.hands)
  });
  const inVersion = (version: Version): Version => ({ ...version, rounds: mapValues(version.rounds, inRound) });
  const inStatement = (statement: Statement): Statement => ({
    ...statement,
    versions: mapValues(statement.versions, inVersion)
  });
  return { ...state, statements: mapValues(state.statements, inStatement) };
}

const mapValues = <Key extends string | number, Value>(
  record: Record<Key, Value>,
  change: (value: Value) => Value
): Record<Key, Value> =>
  Object.fromEntries(Object.entries<Value>(record).map(([key, value]) => [key, change(value)])) as Record<Key, Value>;

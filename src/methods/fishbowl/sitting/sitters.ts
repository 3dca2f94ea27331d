import { presentPerson } from '#kit/rules/people.ts';
import type { Refusal, Roster } from '#contract/method.ts';
import type { Text } from '#contract/typed-text.ts';
import { refuse } from '../refuse.ts';
import { getOwn } from '#contract/get-own.ts';
import { invitedId, type SitterId, type State } from '../state.ts';

/** Finds who shall sit down: a person who is here, or an invited guest. */
export function sitterOf(
  state: State,
  asked: { person: string } | { invited: string },
  roster: Roster
): SitterId | Refusal {
  if ('person' in asked) return presentPerson(asked.person, roster);
  return invitedName(state, asked.invited) ? asked.invited : refuse('invited-unknown');
}

export const invitedName = (state: State, sitter: SitterId): Text | null =>
  state.invited.find((_name, index) => invitedId(index + 1) === sitter) ?? null;

/** The current name of a sitter. */
export const nameOf = (state: State, sitter: SitterId, roster: Roster): Text | null =>
  invitedName(state, sitter) ?? getOwn(roster.people, sitter)?.name ?? null;

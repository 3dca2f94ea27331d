import type { Actor, Refusal, Room } from '../method.ts';
import type { Text } from '../text.ts';
import { no } from './refusals.ts';
import { find, invitedId, type SitterId, type State } from './state.ts';

/** A participant who names somebody else would be moving a neighbour: only helpers may. */
export const isForeign = (asked: string | undefined, by: Actor): boolean =>
  by.role === 'participant' && asked !== undefined && asked !== by.person;

/** Whom this is about. Participants speak for themselves; helpers and those who lead say for whom. */
export function whose(asked: string | undefined, by: Actor, room: Room): string | Refusal {
  if (isForeign(asked, by)) return no('not-for-others');
  const person = asked ?? by.person;
  return person === null ? no('for-whom') : known(person, room);
}

/** The same for somebody who may have left meanwhile, and whose chair or place in the line is given up. */
export function whoseEver(asked: string | undefined, by: Actor): string | Refusal {
  if (isForeign(asked, by)) return no('not-for-others');
  return asked ?? by.person ?? no('for-whom');
}

/** Somebody who can sit down: a person who is here, or somebody invited. */
export function sitterOf(
  state: State,
  asked: { person: string } | { invited: string },
  room: Room
): SitterId | Refusal {
  if ('person' in asked) return known(asked.person, room);
  return invitedName(state, asked.invited) ? asked.invited : no('invited-unknown');
}

export const invitedName = (state: State, sitter: SitterId): Text | null =>
  state.invited.find((_name, index) => invitedId(index + 1) === sitter) ?? null;

/** What somebody is called now. */
export const nameOf = (state: State, sitter: SitterId, room: Room): Text | null =>
  invitedName(state, sitter) ?? find(room.people, sitter)?.name ?? null;

export const isHere = (person: string, room: Room): boolean => find(room.people, person)?.present ?? false;

function known(person: string, room: Room): string | Refusal {
  const guest = find(room.people, person);
  if (!guest) return no('person-unknown');
  return guest.present ? person : no('person-left');
}

import { isOut, refuse, type Actor, type Refusal, type Roster } from '#contract/method.ts';
import { getOwn } from '#contract/get-own.ts';

/** Whether the person is present. */
export const isHere = (roster: Roster, person: string): boolean => getOwn(roster.people, person)?.present ?? false;

/**
 * Whom a harvest counts: no removed people and no second entries, and simulated people only where all are simulated. An
 * id that is not in the roster counts as a real person.
 */
export function countedIn(roster: Roster): (person: string) => boolean {
  const isReal = notSimulated(roster);
  return (person) => !isShownOut(roster, person) && isReal(person);
}

/**
 * Like {@link countedIn}, but includes removed people. For notes whose author nobody may learn: otherwise removing
 * people one by one would show whose notes disappear.
 */
export function notSimulated({ people }: Roster): (person: string) => boolean {
  const onlyRehearsed = Object.values(people).every(({ rehearsed }) => rehearsed);
  return (person) => onlyRehearsed || getOwn(people, person)?.rehearsed !== true;
}

/** The items of people who were not removed. */
export const withoutRemovedPeople = <Item>(roster: Roster, byPerson: Record<string, Item>): Record<string, Item> =>
  Object.fromEntries(Object.entries(byPerson).filter(([person]) => !isShownOut(roster, person)));

/**
 * Whether a person was removed, or is a second entry of another. Unlike people who left, they are not expected back.
 */
export function isShownOut({ people }: Roster, person: string): boolean {
  const attendee = getOwn(people, person);
  return attendee !== undefined && isOut(attendee);
}

/** Used for every view, so all people are searched only where at least one was ever removed. */
export const hasRemovedPeople = ({ people, shownOut }: Roster): boolean =>
  shownOut !== 0 && Object.values(people).some(isOut);

/** Whether a participant sends a command for another person. Only helpers and facilitators may. */
export const isForeign = (asked: string | undefined, by: Actor): boolean =>
  by.role === 'participant' && asked !== undefined && asked !== by.person;

/**
 * The person a command is about, who must be present. Participants speak for themselves; helpers and facilitators name
 * the person.
 */
export function presentPersonFor(asked: string | undefined, by: Actor, roster: Roster): string | Refusal {
  if (isForeign(asked, by)) return refuse('not-for-others');
  const person = asked ?? by.person;
  return person === null ? refuse('for-whom') : presentPerson(person, roster);
}

/** Like {@link presentPersonFor}, for commands that give something up: the person may have left meanwhile. */
export function personFor(asked: string | undefined, by: Actor): string | Refusal {
  if (isForeign(asked, by)) return refuse('not-for-others');
  return asked ?? by.person ?? refuse('for-whom');
}

/** The id of a present person. The id came from the wire and may be unknown. */
export function presentPerson(person: string, roster: Roster): string | Refusal {
  const attendee = getOwn(roster.people, person);
  if (!attendee) return refuse('person-unknown');
  return attendee.present ? person : refuse('person-left');
}

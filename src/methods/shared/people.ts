import { isOut, refuse, type Actor, type Refusal, type Roster } from '#contract/method.ts';
import { getOwn } from '#contract/get-own.ts';

/** Joined and not left. */
export const isHere = (roster: Roster, person: string): boolean => getOwn(roster.people, person)?.present ?? false;

/**
 * Whom a harvest counts: nobody who was shown out or is there twice, and rehearsed people only where there is nobody
 * else. Whoever the room does not know was no rehearsal.
 */
export function countedIn(roster: Roster): (person: string) => boolean {
  const isReal = notSimulated(roster);
  return (person) => !isShownOut(roster, person) && isReal(person);
}

/**
 * The same and those who were shown out: for notes of which nobody may learn who wrote them, as by removing people one
 * after the other.
 */
export function notSimulated({ people }: Roster): (person: string) => boolean {
  const onlyRehearsed = Object.values(people).every(({ rehearsed }) => rehearsed);
  return (person) => onlyRehearsed || getOwn(people, person)?.rehearsed !== true;
}

/** Those of what people did whose person counts. */
export const ofCounted = <Item>(roster: Roster, byPerson: Record<string, Item>): Record<string, Item> =>
  Object.fromEntries(Object.entries(byPerson).filter(([person]) => !isShownOut(roster, person)));

/**
 * Whether somebody was removed, or is a second entry of somebody: they are not expected back, as those are who left.
 */
export function isShownOut({ people }: Roster, person: string): boolean {
  const attendee = getOwn(people, person);
  return attendee !== undefined && isOut(attendee);
}

/** Asked at every look of every screen, so a full hall is looked through only where somebody was ever shown out. */
export const anybodyOut = ({ people, shownOut }: Roster): boolean =>
  shownOut !== 0 && Object.values(people).some(isOut);

/** A participant who names somebody else would be moving a neighbour: only helpers and those who lead may. */
export const isForeign = (asked: string | undefined, by: Actor): boolean =>
  by.role === 'participant' && asked !== undefined && asked !== by.person;

/**
 * Whom a command is about, who must be here: participants speak for themselves, helpers and those who lead say for
 * whom.
 */
export function presentPersonFor(asked: string | undefined, by: Actor, roster: Roster): string | Refusal {
  if (isForeign(asked, by)) return refuse('not-for-others');
  const person = asked ?? by.person;
  return person === null ? refuse('for-whom') : presentPerson(person, roster);
}

/** The same for what is given up, by somebody who may have left meanwhile. */
export function personFor(asked: string | undefined, by: Actor): string | Refusal {
  if (isForeign(asked, by)) return refuse('not-for-others');
  return asked ?? by.person ?? refuse('for-whom');
}

/** A person who is here, by their id from the wire. */
export function presentPerson(person: string, roster: Roster): string | Refusal {
  const attendee = getOwn(roster.people, person);
  if (!attendee) return refuse('person-unknown');
  return attendee.present ? person : refuse('person-left');
}

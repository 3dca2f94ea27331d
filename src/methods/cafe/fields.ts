import * as v from 'valibot';
import type { Actor, Refusal, Room } from '../method.ts';
import { no } from './refusals.ts';
import { find } from './state.ts';

export const id = v.pipe(v.string(), v.maxLength(64));
/** Made on the device that asks, so that writing needs no answer first. */
export const made = v.pipe(v.string(), v.regex(/^[0-9a-z]{8,32}$/));
/** The person somebody else acts for, when they have no phone or asked for a hand. */
export const forSomebody = v.optional(id);
export const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
export const nothing = v.strictObject({});

/** For whom. A participant who names somebody else would be walking in a neighbour's shoes: only helpers may. */
export function whose(asked: string | undefined, by: Actor, room: Room): string | Refusal {
  if (by.role === 'participant' && asked !== undefined && asked !== by.person) return no('not-your-seat');
  const person = asked ?? by.person;
  if (person === null) return no('for-whom');
  const guest = find(room.people, person);
  if (!guest) return no('person-unknown');
  return guest.present ? person : no('person-left');
}

export const isThere = (room: Room, person: string): boolean => find(room.people, person)?.present ?? false;

import type { PeopleSeen } from '#kit/console/person-choices.ts';
import { namesOf } from '#kit/console/names-of.ts';
import type { Seen } from '#contract/typed-text.ts';
import { consoleWords as words } from '../words/console.ts';
import type { ConsoleView } from '../views/console.ts';
import type { Sitter } from '../views/chairs.ts';

export type ConsoleSeen = Seen<ConsoleView>;

/** A chair with everything that the console knows of it. `number`: its place around the ring, from 1. */
export type Chair = ConsoleSeen['chairs'][string] & {
  id: string;
  number: number;
  person: string | null;
  talking: number | null;
  nudged: number | null;
};

export const chairsOf = (view: ConsoleSeen): Chair[] =>
  Object.entries(view.chairs)
    .sort(([, one], [, other]) => one.order - other.order)
    .map(([id, chair], index) => ({
      ...chair,
      id,
      number: index + 1,
      person: view.seated[id] ?? null,
      talking: view.talking[id] ?? null,
      nudged: view.nudged[id] ?? null
    }));

/** A request in the queue. `held`: the chair that is held for it. */
export type Waiting = ConsoleSeen['line'][string] & { id: string; held: Chair | null };

export const queueOf = (view: ConsoleSeen, chairs: readonly Chair[]): Waiting[] =>
  Object.entries(view.line)
    .map(([id, request]) => ({ ...request, id, held: chairs.find(({ called }) => called?.request === id) ?? null }))
    .sort((one, other) => Number(other.held !== null) - Number(one.held !== null) || one.rank - other.rank);

/** The name of a sitter as facilitators see it: their real name, even where the board shows numbers. */
export const sittersOf = (people: PeopleSeen) => {
  const called = namesOf(people);
  return ({ name, number }: Seen<Sitter>, person: string | null): string =>
    person !== null && typeof people[person]?.name === 'string' ? called(person) : (name ?? words.speaker(number));
};

/** Time in a chair and time of talk, including the turn and the talk that go on now. */
export function timesOf(view: ConsoleSeen, chairs: readonly Chair[], nowMs: number) {
  return Object.entries(view.airtime.people)
    .map(([id, person]) => {
      const chair = chairs.find(({ sitter }) => sitter?.number === person.number);
      const sits = chair?.sitter ? Math.max(0, nowMs - chair.sitter.since) : 0;
      const talks = chair && chair.talking !== null ? Math.max(0, nowMs - chair.talking) : 0;
      return { ...person, id, seatMs: person.seatMs + sits, talkMs: person.talkMs + talks };
    })
    .sort((one, other) => one.number - other.number);
}

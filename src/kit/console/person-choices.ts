import type { Person } from '#gathering/state.ts';
import type { Seen } from '#contract/typed-text.ts';
import { namesOf } from './names-of.ts';
import { words } from '../words/people.ts';

export type PeopleSeen = Readonly<Record<string, Seen<Person>>>;

/** A person who can be chosen. `note`: helps to tell people apart. */
export type Choice = { key: string; name: string; note: string };
export type Choices<Some extends Choice = Choice> = readonly { title: string; choices: readonly Some[] }[];

/** Present people without a phone, whom a helper acts for: each by id, with the name that facilitators see. */
export function presentWalkIns(people: PeopleSeen): { value: string; name: string }[] {
  const nameOf = namesOf(people);
  return Object.entries(people)
    .filter(([, { via, present }]) => via === 'walk-in' && present)
    .map(([value]) => ({ value, name: nameOf(value) }));
}

/** All present people. Walk-ins come first: they are the usual reason to ask a helper. */
export function presentIn(
  people: PeopleSeen,
  takes: (person: string) => boolean = () => true,
  note: (person: string) => string = () => ''
): Choices {
  const nameOf = namesOf(people);
  const here = Object.entries(people)
    .filter(([person, { present }]) => present && takes(person))
    .sort(([, one], [, other]) => one.order - other.order);
  const chosen = (via: 'walk-in' | 'phone') =>
    here
      .filter(([, person]) => person.via === via)
      .map(([key]): Choice => ({ key, name: nameOf(key), note: note(key) }));
  return [
    { title: words.walkIns, choices: chosen('walk-in') },
    { title: words.everybody, choices: chosen('phone') }
  ];
}

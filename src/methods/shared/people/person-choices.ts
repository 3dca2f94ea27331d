import type { Person } from '#gathering/state.ts';
import type { Seen } from '#contract/text.ts';
import { namesOf } from './names-of.ts';
import { words } from './words.ts';

export type PeopleSeen = Readonly<Record<string, Seen<Person>>>;

/** Somebody who can be chosen. `note`: what helps to tell them from another one. */
export type Choice = { key: string; name: string; note: string };
export type Choices<Some extends Choice = Choice> = readonly { title: string; choices: readonly Some[] }[];

/** Everybody who is here, walk-ins first: they are why a helper is asked. */
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

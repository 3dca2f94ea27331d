import type { Person } from '#gathering/state.ts';
import type { Seen } from '../../text.ts';
import { consoleWords as words } from '../console-words.ts';
import type { Form } from '../settings.ts';
import type { ConsoleView, Part, Sitter } from '../views.ts';

export type ConsoleSeen = Seen<ConsoleView>;
export type PeopleSeen = Readonly<Record<string, Seen<Person>>>;
export type Act = (command: string, input: object, said?: string) => Promise<boolean>;

/** A chair with everything that is known of it. `number`: its place around the ring, from 1. */
export type Chair = ConsoleSeen['chairs'][string] & {
  id: string;
  number: number;
  person: string | null;
  talking: number | null;
  told: number | null;
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
      told: view.nudged[id] ?? null
    }));

/** Somebody who waits; `held`: the chair that is held for them. */
export type Waiting = ConsoleSeen['line'][string] & { id: string; held: Chair | null };

export const lineOf = (view: ConsoleSeen, chairs: readonly Chair[]): Waiting[] =>
  Object.entries(view.line)
    .map(([id, request]) => ({ ...request, id, held: chairs.find(({ called }) => called?.request === id) ?? null }))
    .sort((one, other) => Number(other.held !== null) - Number(one.held !== null) || one.rank - other.rank);

/** What those who lead call people: by name, also where the board shows numbers, because they sit in the same room. */
export function names(people: PeopleSeen) {
  const known = (person: string | null) => (person === null ? undefined : people[person]);
  return {
    person: (person: string): string => known(person)?.name ?? words.guest(known(person)?.order ?? 0),
    sitter: ({ name, number }: Seen<Sitter>, person: string | null): string =>
      name ?? known(person)?.name ?? words.speaker(number)
  };
}

/** Somebody who can be chosen, and how a command names them. */
export type Choice = {
  key: string;
  name: string;
  note: string;
  group: 'line' | 'invited' | 'walkIns' | 'everybody';
  sends: { person: string } | { invited: string };
};
export const GROUPS = ['line', 'invited', 'walkIns', 'everybody'] as const;

/** Everybody who can sit down: those who wait first and in their order, then the invited who have not sat, then all others. */
export function choicesOf(view: ConsoleSeen, people: PeopleSeen): Choice[] {
  const { person: nameOf } = names(people);
  const chairs = chairsOf(view);
  const sitting = new Set(chairs.flatMap(({ person }) => person ?? []));
  const line = lineOf(view, chairs).filter(({ person }) => !sitting.has(person));
  const waiting = new Set(line.map(({ person }) => person));
  const invited = Object.entries(view.invited)
    .filter(([, { seated, person }]) => !seated && (person === null || !waiting.has(person)))
    .sort(([, one], [, other]) => Number(one.sat) - Number(other.sat) || one.order - other.order);
  const theirs = new Set(invited.flatMap(([, { person }]) => person ?? []));
  const here = Object.entries(people)
    .filter(([person, { present }]) => present && !sitting.has(person) && !waiting.has(person) && !theirs.has(person))
    .sort(([, one], [, other]) => one.order - other.order);
  return [
    ...line.map(({ person, why, first }): Choice => ({
      key: person,
      name: nameOf(person),
      note: [why, first ? words.line.first : null].filter(Boolean).join(' · '),
      group: 'line',
      sends: { person }
    })),
    ...invited.map(([key, { name }]): Choice => ({
      key,
      name: name ?? words.withdrawn,
      note: '',
      group: 'invited',
      sends: { invited: key }
    })),
    ...here.map(([person, { via }]): Choice => ({
      key: person,
      name: nameOf(person),
      note: '',
      group: via === 'walk-in' ? 'walkIns' : 'everybody',
      sends: { person }
    }))
  ];
}

/** Everybody who is here, walk-ins first: they are why a helper is asked. */
export function presentOf(people: PeopleSeen, without: ReadonlySet<string> = new Set()): Choice[] {
  const { person: nameOf } = names(people);
  return Object.entries(people)
    .filter(([person, { present }]) => present && !without.has(person))
    .sort(([, one], [, other]) => one.order - other.order)
    .map(([person, { via }]) => ({
      key: person,
      name: nameOf(person),
      note: '',
      group: via === 'walk-in' ? ('walkIns' as const) : ('everybody' as const),
      sends: { person }
    }));
}

/** Everybody a turn may have been: also who sits now, and the invited. */
export function everybodyOf(view: ConsoleSeen, people: PeopleSeen): Choice[] {
  const invited = Object.entries(view.invited).filter(([, { person }]) => person === null);
  return [
    ...invited
      .sort(([, one], [, other]) => one.order - other.order)
      .map(([key, { name }]): Choice => ({
        key,
        name: name ?? words.withdrawn,
        note: '',
        group: 'invited',
        sends: { invited: key }
      })),
    ...presentOf(people)
  ];
}

type Later = Exclude<Part, 'ready'>;

/** The parts each form has, in their usual order. */
const COURSES: Record<Form, readonly Later[]> = {
  open: ['bowl', 'last-words', 'closed'],
  samoan: ['bowl', 'last-words', 'closed'],
  closed: ['bowl', 'last-words', 'closed'],
  ux: ['bowl', 'asking', 'last-words', 'closed'],
  unpanel: ['starters', 'bowl', 'last-words', 'closed'],
  sandwich: ['pairs', 'bowl', 'last-words', 'pairs-again', 'closed']
};

export const othersOf = (form: Form, part: Part): Later[] => COURSES[form].filter((other) => other !== part);

/** Time in a chair and time of talk, what goes on now included. */
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

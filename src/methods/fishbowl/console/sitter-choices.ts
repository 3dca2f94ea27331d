import type { PeopleSeen } from '#kit/console/person-choices.ts';
import { namesOf } from '#kit/console/names-of.ts';
import { consoleWords as words } from '../words/console.ts';
import { chairsOf, queueOf, type ConsoleSeen } from './chair-details.ts';

/** A person or invited guest who can be chosen, and how a command names them. */
export type Choice = {
  key: string;
  name: string;
  note: string;
  group: 'line' | 'invited' | 'walkIns' | 'everybody';
  sends: { person: string } | { invited: string };
};
export const GROUPS = ['line', 'invited', 'walkIns', 'everybody'] as const;

/** Who can be seated: the queue in its order, then invited guests who have not sat, then all other people. */
export function seatChoices(view: ConsoleSeen, people: PeopleSeen): Choice[] {
  const nameOf = namesOf(people);
  const chairs = chairsOf(view);
  const sitting = new Set(chairs.flatMap(({ person }) => person ?? []));
  const line = queueOf(view, chairs).filter(({ person }) => !sitting.has(person));
  const waiting = new Set(line.map(({ person }) => person));
  const invited = Object.entries(view.invited)
    .filter(([, { seated, person }]) => !seated && (person === null || !waiting.has(person)))
    .sort(([, one], [, other]) => Number(one.sat) - Number(other.sat) || one.order - other.order);
  const theirs = new Set(invited.flatMap(([, { person }]) => person ?? []));
  return [
    ...line.map(({ person, why, first }): Choice => ({
      key: person,
      name: nameOf(person),
      note: [why, first ? words.line.first : null].filter(Boolean).join(' · '),
      group: 'line',
      sends: { person }
    })),
    ...invited.map(invitedChoice),
    ...presentChoices(people, (person) => !sitting.has(person) && !waiting.has(person) && !theirs.has(person))
  ];
}

/** Who can be chosen as the right person of a turn: also those who sit now, and the invited guests. */
export function correctionChoices(view: ConsoleSeen, people: PeopleSeen): Choice[] {
  const invited = Object.entries(view.invited)
    .filter(([, { person }]) => person === null)
    .sort(([, one], [, other]) => one.order - other.order);
  return [...invited.map(invitedChoice), ...presentChoices(people, () => true)];
}

const invitedChoice = ([key, { name }]: [string, ConsoleSeen['invited'][string]]): Choice => ({
  key,
  name: name ?? words.withdrawn,
  note: '',
  group: 'invited',
  sends: { invited: key }
});

function presentChoices(people: PeopleSeen, takes: (person: string) => boolean): Choice[] {
  const nameOf = namesOf(people);
  return Object.entries(people)
    .filter(([person, { present }]) => present && takes(person))
    .sort(([, one], [, other]) => one.order - other.order)
    .map(([person, { via }]) => ({
      key: person,
      name: nameOf(person),
      note: '',
      group: via === 'walk-in' ? ('walkIns' as const) : ('everybody' as const),
      sends: { person }
    }));
}

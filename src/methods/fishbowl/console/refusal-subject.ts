import type { PeopleSeen } from '../../shared/people/person-choices.ts';
import type { ConsoleSeen } from './chair-details.ts';

const PARTS: Readonly<Record<string, (view: ConsoleSeen, people: PeopleSeen) => unknown>> = {
  ring: ({ chairs, seated, line, talking }) => [chairs, seated, line, talking],
  line: ({ line, chairs, policy }) => [line, chairs, policy],
  course: ({ form, question, endsAt, nudgeMinutes, groups }) => [form, question, endsAt, nudgeMinutes, groups],
  groups: ({ groups, chairs }, people) => [groups, chairs, Object.keys(people)],
  cards: ({ cards, takesCards }) => [cards, takesCards],
  notes: ({ notesShown }) => notesShown,
  scribes: ({ scribes }) => scribes,
  turns: ({ turns }) => turns,
  times: ({ airtimeShown }) => airtimeShown,
  exposure: ({ exposure }) => exposure
};

/** What a no in this part of the console is about: it goes when that is another. */
export const spokenOf = (view: ConsoleSeen, people: PeopleSeen, part: string): unknown => [
  view.stage,
  view.group?.now,
  PARTS[part]?.(view, people)
];

import type { PeopleSeen } from '#kit/console/person-choices.ts';
import type { ConsoleSeen } from './chair-details.ts';

const PARTS: Readonly<Record<string, (view: ConsoleSeen, people: PeopleSeen) => unknown>> = {
  ring: ({ chairs, seated, line, talking }) => [chairs, seated, line, talking],
  line: ({ line, chairs, policy }) => [line, chairs, policy],
  time: ({ endsAt }) => endsAt,
  course: ({ form }) => form,
  settings: ({ form, question, nudgeMinutes, groups }) => [form, question, nudgeMinutes, groups],
  groups: ({ groups, chairs }, people) => [groups, chairs, Object.keys(people)],
  cards: ({ cards, takesCards }) => [cards, takesCards],
  notes: ({ notesShown }) => notesShown,
  scribes: ({ scribes }) => scribes,
  turns: ({ turns }) => turns,
  times: ({ airtimeShown }) => airtimeShown,
  exposure: ({ exposure }) => exposure
};

/**
 * The part of the view that a refusal in this part of the console is about. When it changes, the refusal disappears.
 */
export const refusalSubject = (view: ConsoleSeen, people: PeopleSeen, part: string): unknown => [
  view.stage,
  view.group?.now,
  PARTS[part]?.(view, people)
];

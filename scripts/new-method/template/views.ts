import { getOwn } from '#contract/get-own.ts';
import type { Roster } from '#contract/method.ts';
import type { Seen, Text } from '#contract/typed-text.ts';
import { withoutRemovedPeople } from '#kit/rules/people.ts';
import type { State } from './state.ts';

export type AllView = { question: Text; shown: boolean };
export type PersonView = { answer: Text };
/** `answered`: how many. `answers`: null until they are shown. */
export type BoardView = AllView & { answered: number; answers: Record<string, Text> | null };

/** By channel: what `view` answers. */
export type Views = {
  all: AllView;
  'person:<id>': PersonView | null;
  board: BoardView;
  console: BoardView;
};

export type AllSeen = Seen<AllView>;
export type PersonSeen = Seen<PersonView>;
export type BoardSeen = Seen<BoardView>;

/** The only way out for answers: nobody gets those of others before they are shown. */
export function view(state: State, channel: string, roster: Roster): Views[keyof Views] {
  const { question, shown } = state;
  if (channel === 'all') return { question, shown };
  if (channel.startsWith('person:')) {
    const own = getOwn(state.answers, channel.slice('person:'.length));
    return own ? { answer: own.answer } : null;
  }
  const counted = Object.values(withoutRemovedPeople(roster, state.answers));
  const byId = counted.map(({ id, answer }) => [id, answer] as const).sort(([one], [other]) => (one < other ? -1 : 1));
  return { question, shown, answered: counted.length, answers: shown ? Object.fromEntries(byId) : null };
}

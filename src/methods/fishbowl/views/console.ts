import { getOwn } from '#contract/get-own.ts';
import type { Roster } from '#contract/method.ts';
import type { Text } from '#contract/typed-text.ts';
import { writtenOutline, type WrittenOutline } from './outline.ts';
import { namesForConsole, sitterView } from '../notes/speaker-names.ts';
import { type Airtime, airtime } from '../sitting/airtime.ts';
import { type Waiting, waitingInOrder } from '../sitting/queue.ts';
import { currentTurns, chairsInOrder, seatOf } from '../sitting/current-seats.ts';
import { talking } from '../sitting/talks.ts';
import { type State, isInvited, invitedId } from '../state.ts';
import { type AllView, sharedView } from './all.ts';
import type { Sitter } from './chairs.ts';
import { isShownOut } from '#kit/rules/people.ts';

export type RequestView = {
  person: string;
  why: Text | null;
  tag: number | null;
  chair: string | null;
  rank: number;
  at: number;
  first: boolean;
};

/**
 * `console`: everything that facilitators and helpers need. `line` also contains people for whom a chair is held, with
 * the lowest ranks.
 */
export type ConsoleView = Omit<AllView, 'line' | 'cards'> & {
  line: Record<string, RequestView>;
  /** By chair: the sitter's person id; null for an invited guest without a place of their own. */
  seated: Record<string, string | null>;
  /** By chair: since when the sitter talks, in milliseconds since 1970; absent when no helper has tapped. */
  talking: Record<string, number>;
  invited: Record<string, { order: number; name: Text; person: string | null; seated: boolean; sat: boolean }>;
  /** All turns, the newest last, for corrections. */
  turns: Record<string, { chair: string; sitter: Sitter; person: string | null; from: number; to: number | null }>;
  cards: Record<string, { card: Text; order: number; state: 'waiting' | 'shown' | 'answered' | 'hidden' }>;
  takesCards: boolean;
  groups: { people: string[] }[];
  scribes: string[];
  airtime: Airtime;
  airtimeShown: boolean;
  notesShown: boolean;
  nudgeMinutes: number | null;
  /** By chair: when the sitter was told that others wait. */
  nudged: Record<string, number>;
  outline: WrittenOutline;
};

export function consoleView(state: State, roster: Roster): ConsoleView {
  const naming = namesForConsole(state, roster);
  const on = currentTurns(state);
  const person = (sitter: string) => (isInvited(sitter) ? null : sitter);
  const byChair = <Item>(item: (each: (typeof on)[number]) => Item | null): Record<string, Item> =>
    Object.fromEntries(
      on.flatMap((each) => {
        const found = item(each);
        return found === null ? [] : [[each.chair, found]];
      })
    );
  return {
    ...sharedView(state, naming),
    tags: state.tags,
    line: requestViews(state),
    seated: Object.fromEntries(on.map(({ chair, turn }) => [chair, person(turn.sitter)])),
    talking: byChair(({ turn }) => talking(turn.talks)?.from ?? null),
    invited: invitedViews(state),
    turns: Object.fromEntries(
      Object.entries(state.turns)
        .sort(([, one], [, other]) => one.order - other.order)
        .map(([id, { chair, sitter, from, to }]) => [
          id,
          { chair, sitter: sitterView(state, sitter, naming), person: person(sitter), from, to }
        ])
    ),
    cards: Object.fromEntries(
      Object.entries(state.cards)
        .filter(([, { person }]) => !isShownOut(roster, person))
        .map(([id, { card, order, state }]) => [id, { card, order, state }])
    ),
    takesCards: state.takesCards,
    groups: state.groups.map((people) => ({ people: people.filter((person) => !isShownOut(roster, person)) })),
    scribes: Object.keys(state.scribes).filter((person) => !isShownOut(roster, person)),
    airtime: airtime(state, roster, (sitter) => sitterView(state, sitter, naming)),
    airtimeShown: state.airtimeShown,
    notesShown: state.notesShown,
    nudgeMinutes: state.nudgeMinutes,
    nudged: byChair(({ turn }) => turn.nudged),
    outline: writtenOutline(state, naming)
  };
}

/** People for whom a chair is held come first. */
function requestViews(state: State): Record<string, RequestView> {
  const called = chairsInOrder(state.chairs).flatMap(([, { held }], index): Waiting[] => {
    const request = held && getOwn(state.requests, held.request);
    return request ? [{ id: held.request, rank: index - Object.keys(state.chairs).length, request }] : [];
  });
  return Object.fromEntries(
    [...called, ...waitingInOrder(state)].map(({ id, rank, request: { person, why, tag, chair, at } }) => [
      id,
      { person, why, tag, chair, rank, at, first: !Object.hasOwn(state.speakers, person) }
    ])
  );
}

/**
 * `person`: the person to whom all turns of this invited guest were corrected; null while one is still the guest's own.
 */
function invitedViews(state: State): ConsoleView['invited'] {
  const turns = Object.values(state.turns).sort((one, other) => one.order - other.order);
  return Object.fromEntries(
    state.invited.map((name, index) => {
      const id = invitedId(index + 1);
      const own = turns.some(({ sitter }) => sitter === id);
      const corrected = turns.filter(({ first, sitter }) => first === id && !isInvited(sitter)).at(-1)?.sitter ?? null;
      const person = own ? null : corrected;
      const seated = seatOf(state, id) !== null || (person !== null && seatOf(state, person) !== null);
      return [id, { order: index + 1, name, person, seated, sat: own || person !== null }];
    })
  );
}

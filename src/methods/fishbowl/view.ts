import type { Roster } from '#contract/method.ts';
import { airtime, roomFigures } from './sitting/airtime.ts';
import { cardsBy, takesCardsNow } from './notes/cards.ts';
import { groupOf } from './stages/groups.ts';
import { line, type Waiting } from './sitting/queue.ts';
import { outlineView, saidBy, writtenOutline } from './notes/outlining.ts';
import { inOrder, running, seatOf, takesRequests, turnIn } from './sitting/ring.ts';
import { asCalled, asKept, asLed, sitterView, type Naming } from './notes/speaking.ts';
import { isShownOut } from '../shared/people.ts';
import { find } from '#contract/find.ts';
import { invitedId, isInvited, type State } from './state.ts';
import { talking } from './sitting/talks.ts';
import {
  SCRIBES,
  type AllView,
  type BoardView,
  type ChairView,
  type ConsoleView,
  type MineView,
  type NextUp,
  type OwnView,
  type RequestView,
  type ScribeView
} from './views.ts';

/** After so long in a chair the ring around it is full, where nobody is nudged. */
const LONG_MS = 600_000;
const MINUTE_MS = 60_000;
const NEXT_MOST = 2;

export function view(
  state: State,
  channel: string,
  roster: Roster
): AllView | BoardView | ConsoleView | ScribeView | MineView {
  if (channel === 'all') return forAll(state);
  if (channel === 'board') return onBoard(state, roster);
  if (channel === 'console') return onConsole(state, roster);
  if (channel === SCRIBES) return { question: state.question, outline: writtenOutline(state, asKept(state)) };
  return channel.startsWith('person:') ? forPerson(state, channel.slice('person:'.length)) : null;
}

/** Nothing in it changes with a note or a card: it goes to every phone. */
function forAll(state: State): AllView {
  return {
    ...frame(state, asKept(state)),
    tags: state.policy === 'balance' ? state.tags : [],
    cards: takesCardsNow(state),
    line: lineView(line(state))
  };
}

function onBoard(state: State, roster: Roster): BoardView {
  const naming = asCalled(state, roster);
  const waiting = line(state);
  return {
    ...frame(state, naming),
    line: lineView(waiting),
    next: waiting.slice(0, NEXT_MOST).map(({ id, request: { person, name, why, chair } }): NextUp => ({
      request: id,
      name: naming(person, name),
      why,
      chair
    })),
    waiting: waiting.length,
    card: find(state.cards, state.shown)?.card ?? null,
    notes: state.notesShown ? outlineView(state, naming) : null,
    airtime: state.airtimeShown ? roomFigures(state, roster) : null
  };
}

function onConsole(state: State, roster: Roster): ConsoleView {
  const naming = asLed(state, roster);
  const on = running(state);
  const person = (sitter: string) => (isInvited(sitter) ? null : sitter);
  const byChair = <Item>(item: (each: (typeof on)[number]) => Item | null): Record<string, Item> =>
    Object.fromEntries(
      on.flatMap((each) => {
        const found = item(each);
        return found === null ? [] : [[each.chair, found]];
      })
    );
  return {
    ...frame(state, naming),
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

/** What is the same for walls, phones and consoles. */
function frame(state: State, naming: Naming): Omit<AllView, 'tags' | 'cards' | 'line'> {
  const { question, form, part, policy, exposure, endsAt, nudgeMinutes, groups, group } = state;
  const talks = form === 'closed' && groups.length > 0;
  return {
    question,
    form,
    part,
    policy,
    exposure,
    chairs: chairViews(state, naming),
    asking: takesRequests(state),
    longMs: nudgeMinutes === null ? LONG_MS : nudgeMinutes * MINUTE_MS,
    endsAt,
    group: talks ? { now: group, of: groups.length } : null
  };
}

function chairViews(state: State, naming: Naming): Record<string, ChairView> {
  const behind = new Map<string, number>();
  for (const { chair } of Object.values(state.requests))
    if (chair !== null) behind.set(chair, (behind.get(chair) ?? 0) + 1);
  return Object.fromEntries(
    inOrder(state.chairs).map(([id, { order, kind, held }]) => {
      const now = turnIn(state, id);
      const waiting = held && find(state.requests, held.request);
      const chair: ChairView = {
        order,
        kind,
        sitter: now && { ...sitterView(state, now.turn.sitter, naming), turn: now.id, since: now.turn.from },
        called:
          held && waiting
            ? { request: held.request, name: naming(waiting.person, waiting.name), until: held.until }
            : null,
        behind: behind.get(id) ?? 0
      };
      return [id, chair];
    })
  );
}

const lineView = (waiting: readonly Waiting[]): AllView['line'] =>
  Object.fromEntries(waiting.map(({ id, rank, request: { chair } }) => [id, { rank, chair }]));

/** Those for whom a chair is held come before all others. */
function requestViews(state: State): Record<string, RequestView> {
  const called = inOrder(state.chairs).flatMap(([, { held }], index): Waiting[] => {
    const request = held && find(state.requests, held.request);
    return request ? [{ id: held.request, rank: index - Object.keys(state.chairs).length, request }] : [];
  });
  return Object.fromEntries(
    [...called, ...line(state)].map(({ id, rank, request: { person, why, tag, chair, at } }) => [
      id,
      { person, why, tag, chair, rank, at, first: !Object.hasOwn(state.speakers, person) }
    ])
  );
}

/** `person`: whoever all their turns turned out to be. */
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

function forPerson(state: State, person: string): MineView {
  const request = find(state.asked, person) ?? null;
  const waiting = find(state.requests, request);
  const seat = seatOf(state, person);
  const own: OwnView = {
    request,
    why: waiting?.why ?? null,
    chair: waiting?.chair ?? null,
    sits: seat?.chair ?? null,
    missed: find(state.missed, person) ?? null,
    nudged: find(state.turns, seat?.turn ?? null)?.nudged ?? null,
    turns: Object.values(state.turns).filter(({ sitter }) => sitter === person).length,
    group: groupOf(state, person),
    scribe: Object.hasOwn(state.scribes, person),
    cards: Object.fromEntries(cardsBy(state, person).map(([id, { card, state }]) => [id, { card, state }])),
    named: Object.hasOwn(state.named, person),
    said: saidBy(state, person)
  };
  const did =
    own.request !== null || own.missed !== null || own.turns > 0 || own.group !== null || own.scribe || own.named;
  return did || Object.keys(own.cards).length > 0 || Object.keys(own.said).length > 0 ? own : null;
}

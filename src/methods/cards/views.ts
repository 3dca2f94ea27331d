import { getOwn } from '#contract/get-own.ts';
import type { Roster } from '#contract/method.ts';
import type { Seen, Text } from '#contract/typed-text.ts';
import {
  readable,
  topCards,
  stateOf,
  standInFor,
  type AnswerCard as Card,
  type CardState,
  type Group
} from '#kit/rules/cards/deck.ts';
import {
  allVoteView,
  consoleVoteView,
  ownVoteView,
  voteView,
  type AllVoteView,
  type ConsoleVoteView,
  type OwnVoteView,
  type VoteView
} from '#kit/rules/votes/views.ts';
import { CIRCLES, type CirclePeople, type Exposure, type Stage } from './limits.ts';
import { countProposals, takesProposals } from './group-proposals.ts';
import { ownMatches, type MatchView } from './matches.ts';
import { openQuestions, options, type State } from './state.ts';

/** `questions`: those that may be read now, of `of`. `endsAt`: milliseconds since 1970. */
type Common = {
  stage: Stage;
  questions: Text[];
  of: number;
  together: boolean;
  /** Who sits together in this step of 1-2-4-All; null in every other format. */
  circle: CirclePeople | null;
  endsAt: number | null;
  exposure: Exposure;
};

/** What people choose among, by id: a group by its name, which may be missing, or a card by its text. */
export type OptionView = { text: Text | null; number: number };

export type AllView = Common & {
  /** What phones need to say where cards belong; null while nobody asks them. */
  room: { cards: Record<string, { text: Text; group: string | null }>; groups: Record<string, Group> } | null;
  vote: AllVoteView | null;
  options: Record<string, OptionView> | null;
};

export type OwnCardView = Pick<Card, 'question' | 'text' | 'order' | 'rev' | 'starred'> & {
  state: CardState;
  /** It was folded into another card that says the same. */
  folded: boolean;
};
/** Null until this person has done something here. */
export type PersonView = {
  cards: Record<string, OwnCardView>;
  proposals: Record<string, string>;
  matches: Record<string, MatchView>;
  vote: OwnVoteView | null;
} | null;

/** `author`: a name, where the activity names authors. `folded`: how many other cards say the same. */
export type BoardCardView = Pick<Card, 'question' | 'text' | 'order' | 'group' | 'starred'> & {
  author: Text | null;
  folded: number;
};
export type BoardView = Common & {
  /** Cards that were written, by question; also those that are not shown. */
  written: number[];
  cards: Record<string, BoardCardView>;
  groups: Record<string, Group>;
  vote: VoteView | null;
  options: Record<string, OptionView> | null;
};

export type ConsoleCardView = Pick<Card, 'question' | 'text' | 'order' | 'rev' | 'group' | 'starred'> & {
  /** The card under which the room reads this one; null where it stands for itself. */
  under: string | null;
  state: CardState;
  author: string | null;
  onBoard: boolean;
};
export type ConsoleView = Common & {
  /** All questions, also those that nobody was asked yet. */
  every: Text[];
  show: State['show'];
  review: boolean;
  groupsOn: boolean;
  matching: boolean;
  /** Offers and needs whose authors are asked; what they answer stays between them. */
  matches: Record<string, { offer: string; need: string }>;
  cards: Record<string, ConsoleCardView>;
  groups: Record<string, Group>;
  apart: Record<string, true>;
  /** By card and group, how many people on phones say that it belongs there. */
  proposed: Record<string, Record<string, number>>;
  vote: ConsoleVoteView | null;
  options: Record<string, OptionView> | null;
  /** How many options a vote would have that opens now. */
  optionCount: number;
};

/** By channel: what `view` answers. */
export type Views = { all: AllView; 'person:<id>': PersonView; board: BoardView; console: ConsoleView };

export type AllSeen = Seen<AllView>;
export type PersonSeen = Seen<NonNullable<PersonView>>;
export type BoardSeen = Seen<BoardView>;
export type BoardCardSeen = Seen<BoardCardView>;
export type ConsoleSeen = Seen<ConsoleView>;
export type ConsoleCardSeen = Seen<ConsoleCardView>;

/** The only way out for cards: nobody gets those of others before they are shown. */
export function view(state: State, channel: string, roster: Roster): Views[keyof Views] {
  if (channel === 'all')
    return { ...common(state), room: room(state), vote: allVoteView(state), options: optionsOf(state) };
  if (channel === 'board') return boardView(state, roster);
  if (channel === 'console') return consoleView(state, roster);
  return personView(state, channel.slice('person:'.length));
}

const common = (state: State): Common => ({
  stage: state.stage,
  questions: state.questions.slice(0, openQuestions(state)),
  of: state.questions.length,
  together: state.together,
  circle: state.circles ? (CIRCLES[state.circle]?.people ?? null) : null,
  endsAt: state.endsAt,
  exposure: state.exposure
});

function room(state: State): AllView['room'] {
  if (!takesProposals(state)) return null;
  const cards = topCards(state).map(([id, { text, group }]) => [id, { text, group }] as const);
  return { cards: Object.fromEntries(cards), groups: { ...state.deck.groups } };
}

function optionsOf(state: State): Record<string, OptionView> | null {
  if (!state.vote) return null;
  const { groups, cards } = state.deck;
  return Object.fromEntries(
    state.vote.options.map((id, index) => {
      const text = getOwn(groups, id)?.name ?? getOwn(cards, id)?.text ?? null;
      return [id, { text, number: getOwn(groups, id)?.order ?? index + 1 }];
    })
  );
}

function personView(state: State, person: string): PersonView {
  const own = Object.entries(state.deck.cards).filter(([, { author, removed }]) => author === person && !removed);
  const proposals = getOwn(state.proposals, person) ?? {};
  const vote = ownVoteView(state, person);
  if (own.length === 0 && Object.keys(proposals).length === 0 && vote === null) return null;
  const cards = own.map(([id, card]) => {
    const { question, text, order, rev, starred } = card;
    const folded = standInFor(state, id) !== id;
    return [id, { question, text, order, rev, starred, state: stateOf(state.deck, card), folded }] as const;
  });
  return { cards: Object.fromEntries(cards), proposals: { ...proposals }, matches: ownMatches(state, person), vote };
}

/** Cards of the stage that is on: none while people write, and one after the other where they are put up so. */
export function onBoard(state: State): [id: string, card: Card][] {
  if (state.stage === 'ready' || state.stage === 'writing') return [];
  const cards = topCards(state);
  return state.stage === 'showing' && state.show !== 'all'
    ? cards.filter(([id]) => getOwn(state.shown, id) !== undefined)
    : cards;
}

function boardView(state: State, roster: Roster): BoardView {
  const folded = new Map<string, number>();
  for (const [id] of readable(state)) {
    const top = standInFor(state, id);
    if (top !== id) folded.set(top, (folded.get(top) ?? 0) + 1);
  }
  const cards = onBoard(state).map(([id, { question, text, order, group, starred, author }]) => {
    const name = state.exposure === 'L2' ? (getOwn(roster.people, author)?.name ?? null) : null;
    return [id, { question, text, order, group, starred, author: name, folded: folded.get(id) ?? 0 }] as const;
  });
  return {
    ...common(state),
    written: state.questions.map(
      (_, index) =>
        Object.values(state.deck.cards).filter(({ question, removed }) => question === index && !removed).length
    ),
    cards: Object.fromEntries(cards),
    groups: { ...state.deck.groups },
    vote: voteView(state, roster),
    options: optionsOf(state)
  };
}

function consoleView(state: State, roster: Roster): ConsoleView {
  const { deck } = state;
  const up = new Set(onBoard(state).map(([id]) => id));
  const cards = Object.entries(deck.cards)
    .filter(([, { removed }]) => !removed)
    .map(([id, card]) => {
      const { question, text, order, rev, group, starred } = card;
      const author = state.exposure === 'L2' ? card.author : null;
      const top = standInFor(state, id);
      const seen = { question, text, order, rev, group, starred, under: top === id ? null : top };
      return [id, { ...seen, state: stateOf(deck, card), author, onBoard: up.has(id) }] as const;
    });
  return {
    ...common(state),
    every: state.questions,
    show: state.show,
    review: deck.review,
    groupsOn: state.groups,
    matching: state.matching,
    matches: Object.fromEntries(
      Object.entries(state.matches).map(([id, { cards }]) => [id, { offer: cards[0], need: cards[1] }])
    ),
    cards: Object.fromEntries(cards),
    groups: { ...deck.groups },
    apart: { ...deck.apart },
    proposed: countProposals(state, roster),
    vote: consoleVoteView(state, roster),
    options: optionsOf(state),
    optionCount: options(state).length
  };
}

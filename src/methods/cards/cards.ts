import type { Refusal } from '#contract/method.ts';
import { defineMethod } from '#contract/part.ts';
import { cardGrouping } from '#kit/rules/cards/grouping.ts';
import { cardReview } from '#kit/rules/cards/review.ts';
import { cardMending, cardWriting } from '#kit/rules/cards/writing.ts';
import { cardWriter, newDeck, unkeptCards } from '#kit/rules/cards/deck.ts';
import { votePart } from '#kit/rules/votes/votes.ts';
import type { Events } from './events.ts';
import { harvest } from './harvest.ts';
import { hidden } from './hidden.ts';
import { proposals, takesProposals } from './group-proposals.ts';
import { matchReaders, matches, meets } from './matches.ts';
import { refuse } from './refuse.ts';
import { settings, type Settings } from './settings.ts';
import { showing } from './showing.ts';
import { moreTime, nextSteps, stages } from './stages.ts';
import { openQuestions, options, type State } from './state.ts';
import { view } from './views.ts';

/** Phones read cards where the room groups them, what they choose among, and what they may be matched with. */
const readers = (state: State) => [...(takesProposals(state) || state.vote ? ['all'] : []), ...matchReaders(state)];

function refusal(state: State): Refusal | null {
  if (state.stage === 'closed') return refuse('cards-are-closed');
  return state.vote?.open ? refuse('people-are-choosing') : null;
}
const writing = cardWriting<State>({
  readers,
  refusal: (state, question) =>
    refusal(state) ?? (question < openQuestions(state) ? null : refuse('question-not-asked'))
});
const mending = cardMending<State>({ readers, refusal });
const grouping = cardGrouping<State>({
  readers,
  refusal: ({ vote }) => (vote?.open ? refuse('people-are-choosing') : null)
});
const votes = votePart<State>({
  options,
  mayOpen: ({ stage }) => (stage === 'choosing' ? null : refuse('not-at-this-stage'))
});

/** Everybody writes cards; they are shown, grouped and chosen among. Its rules are told in README.md. */
export const cards = defineMethod<Settings, State, Events>()({
  name: 'cards',
  settings,
  begin: ({ review, ...rest }, facts) => ({
    ...rest,
    id: facts.id(),
    stage: 'ready',
    asked: 0,
    circle: 0,
    endsAt: null,
    shown: {},
    proposals: {},
    matches: {},
    deck: newDeck(review),
    vote: null
  }),
  parts: [
    writing,
    mending,
    cardReview<State>({ readers }),
    grouping,
    votes,
    stages,
    moreTime,
    showing,
    proposals,
    matches
  ],
  view,
  hidden,
  names: ({ exposure, matching }) => ({ board: exposure === 'L2', phones: matching, edition: false }),
  next: nextSteps,
  again: ({ questions, together, circles, minutes, show, exposure, groups, roomGroups, votes, matching, deck }) => ({
    ...{ questions, together, circles, minutes, show, exposure, groups, roomGroups, votes, matching },
    review: deck.review
  }),
  writer: cardWriter,
  meets,
  unkept: unkeptCards,
  harvest
});

import type { SeededRandom } from '#contract/testing/seeded-random.ts';
import {
  anyOf,
  type RandomCommandContext,
  type RandomCommand,
  type RandomCommands
} from '#contract/testing/random-commands.ts';
import { pairKey } from '#kit/likeness/pair-key.ts';
import { FORMAT_NAMES, FORMATS } from '../formats.ts';
import { EXPOSURES, LATER_STAGES, SHOW_ORDERS } from '../limits.ts';
import { nextSteps } from '../stages.ts';
import type { State } from '../state.ts';

const GROUPS = ['group001', 'group002', 'group003'];
const newId = (random: SeededRandom) => Array.from({ length: 16 }, () => random.below(36).toString(36)).join('');

/** Few cards and groups, so that people and helpers get into each other's way. */
export const randomCommands: RandomCommands<State> = {
  settings: (random) => ({
    ...FORMATS[random.pick(FORMAT_NAMES) ?? 'brainstorm'],
    questions: ['What happened?', 'What does it mean?', 'What now?'].slice(0, 1 + random.below(3)),
    show: random.pick([...SHOW_ORDERS]),
    review: random.chance(0.4),
    exposure: random.pick([...EXPOSURES])
  }),
  participant,
  helper: (context, person) => {
    const randomCommand = anyOf(context.random, [
      ['writeCard', { ...written(context), for: person }],
      ['vote', { votes: marks(context), for: person }],
      ['proposeGroup', { ...placed(context), for: person }],
      ['answerMatch', { ...answered(context), for: person }],
      ...grouping(context)
    ]);
    return randomCommand;
  },
  facilitator: (context) => {
    const [next] = nextSteps(context.state);
    const { random, state } = context;
    return anyOf(random, [
      ...(next ? [[next.command, next.input] as [string, object], [next.command, next.input] as [string, object]] : []),
      ['reopenVote', {}],
      ['openVote', { kind: random.pick(['dots', 'approval', 'score', 'scale']), stack: random.chance(0.5) }],
      ['addMinutes', { minutes: 1 + random.below(5) }],
      ['setReview', { on: random.chance(0.5) }],
      ['suggestMatch', { offer: cardIn(context), need: cardIn(context) }],
      ['showCard', { card: cardIn(context) }],
      ['hideCard', { card: cardIn(context) }],
      ['turnTo', { stage: random.pick(LATER_STAGES), from: state.stage }],
      ...grouping(context)
    ]);
  }
};

function participant(context: RandomCommandContext<State>, person: string | null): RandomCommand {
  const { state, random } = context;
  const own = Object.entries(state.deck.cards).filter(([, { author }]) => author === person);
  const [card, { rev } = { rev: 0 }] = random.pick(own) ?? [cardIn(context)];
  return anyOf(random, [
    ['writeCard', written(context)],
    ['writeCard', written(context)],
    ['writeCard', { ...written(context), card }],
    ['rewriteCard', { card, text: `Card ${random.below(99)}`, rev: random.chance(0.8) ? rev : rev + 1 }],
    ['removeCard', { card: random.chance(0.7) ? card : cardIn(context) }],
    ['proposeGroup', placed(context)],
    ['answerMatch', answered(context)],
    ['answerMatch', answered(context)],
    ['vote', { votes: marks(context), vote: state.vote?.id }]
  ]);
}

const written = ({ state, random }: RandomCommandContext<State>) => ({
  card: newId(random),
  question: random.below(state.questions.length),
  text: `Card ${random.below(99)}`
});

const placed = (context: RandomCommandContext<State>) => ({
  card: cardIn(context),
  group: context.random.chance(0.8) ? (context.random.pick(GROUPS) ?? null) : null
});

const answered = ({ state, random }: RandomCommandContext<State>) => ({
  match: random.pick(Object.keys(state.matches)) ?? 'card0000-card0001',
  yes: random.chance(0.8),
  contact: random.chance(0.5) ? `Table ${random.below(9)}` : null
});

const cardIn = ({ state, random }: RandomCommandContext<State>): string =>
  random.pick(Object.keys(state.deck.cards)) ?? 'card0000';

function marks({ state, random }: RandomCommandContext<State>): Record<string, number> {
  const option = random.pick(state.vote?.options ?? []) ?? 'group001';
  return random.chance(0.1) ? {} : { [option]: 1 + random.below(2) };
}

function grouping(context: RandomCommandContext<State>): [string, object][] {
  const { random } = context;
  const [one, other] = [cardIn(context), cardIn(context)];
  const [group, into] = [random.pick(GROUPS), random.pick(GROUPS)];
  return [
    ['groupCards', { cards: [...new Set([one, other])], group: random.chance(0.8) ? group : null }],
    ['nameGroup', { group, name: random.chance(0.8) ? `Group ${random.below(9)}` : null }],
    ['joinGroups', { from: group, into }],
    ['mergeCards', { from: [one], into: other }],
    ['unmergeCard', { card: one }],
    ['starCards', { cards: [one], on: random.chance(0.5) }],
    ['keepCardsApart', { pair: pairKey(one, other), on: random.chance(0.7) }]
  ];
}

import * as v from 'valibot';
import { expect, test } from 'vitest';
import { amount } from '../figures.ts';
import type { HarvestBlock } from '../harvest-blocks.ts';
import { personal, type Method } from '../method.ts';
import { text, type Text } from '../typed-text.ts';
import { facilitator, given, phone } from './given.ts';

type State = { answers: Record<string, number>; why: Record<string, Text>; shown: boolean };
type Events = { Answered: { person: string; answer: number; why: Text }; Shown: object };
type Polled = Method<object, State, Events>;

/** People answer with a number and say why; nobody knows either before it is shown, and nobody ever whose it is. */
const poll: Polled = {
  name: 'poll',
  settings: v.strictObject({}),
  begin: () => ({ answers: {}, why: {}, shown: false }),
  commands: {
    answer: {
      who: ['participant'],
      input: v.strictObject({ answer: v.number(), why: text(50) }),
      decide: (_state, { answer, why }: { answer: number; why: Text }, { person }) => [
        { type: 'Answered', data: { person: person ?? '', answer, why } }
      ]
    },
    show: { who: ['facilitator'], input: v.strictObject({}), decide: () => [{ type: 'Shown', data: {} }] }
  },
  evolve: {
    Answered(draft, { person, answer, why }) {
      draft.answers[person] = answer;
      draft.why[person] = why;
    },
    Shown(draft) {
      draft.shown = true;
    }
  },
  touches: {
    Answered: ({ person }) => ['board', 'console', personal(person)],
    Shown: () => ['board', 'console', 'all']
  },
  view({ answers, why, shown }, channel) {
    const [, person = ''] = channel.split(':');
    if (person !== '') return { answer: answers[person] ?? null, why: why[person] ?? null };
    const sum = Object.values(answers).reduce((total, answer) => total + answer, 0);
    return channel === 'all' ? { shown } : { of: Object.keys(answers).length, sum: shown ? sum : null };
  },
  hidden(draft, channel, other) {
    for (const [person, answer] of Object.entries(draft.answers)) {
      if (channel === personal(person)) continue;
      if (!draft.shown) draft.answers[person] = other(answer);
      draft.why[person] = other(draft.why[person] ?? { text: '' });
    }
  },
  next: () => [],
  again: () => ({}),
  harvest: () => []
};

/** What it leaves behind: the sum. */
const sumOf = ({ answers }: State): HarvestBlock[] => [
  {
    kind: 'outline',
    id: 'poll',
    of: 'poll',
    title: { kind: 'sum' },
    branches: [],
    figures: [
      amount(
        'sum',
        Object.values(answers).reduce((sum, answer) => sum + answer, 0)
      )
    ]
  }
];

const scene = (changes: Partial<Polled>) => given({ ...poll, ...changes }, {}, { ana: {}, bo: {} });
const answered = (changes: Partial<Polled>) =>
  scene(changes).and(phone('ana'), 'answer', { answer: 4, why: 'It is late' }).and(phone('bo'), 'answer', {
    answer: 2,
    why: 'It is dark'
  });

test('a method that keeps its secrets until they are shown is let be', () => {
  expect(answered({}).and(facilitator, 'show', {}).see('board')).toEqual({ of: 2, sum: 6 });
});

test('HD10 a draft of the harvest that tells too early is found; after the end it may tell all', () => {
  expect(() => answered({ harvest: sumOf })).toThrow('“draft” is shown answers.ana, which `hidden` keeps from it');
  const patient: Polled['harvest'] = (state, _roster, goesOn) => (goesOn && !state.shown ? [] : sumOf(state));
  expect(answered({ harvest: patient }).harvest()).toMatchObject([{ figures: [{ value: 6 }] }]);
});

test('a view that shows too early is found, with what it is shown of and where', () => {
  const early: Polled['view'] = (state, channel, roster) => poll.view({ ...state, shown: true }, channel, roster);
  expect(() => answered({ view: early })).toThrow(
    'Answered: “board” is shown answers.ana, which `hidden` keeps from it: see view.sum of its view'
  );
});

test('what follows from a secret is as much of a leak as the secret itself', () => {
  const hinting: Polled['view'] = (state, channel, roster) =>
    channel === 'console' ? { high: (state.answers['ana'] ?? 0) > 2 } : poll.view(state, channel, roster);
  expect(() => answered({ view: hinting })).toThrow('“console” is shown answers.ana');
});

test('one person is not shown what another one did', () => {
  const nosy: Polled['view'] = (state, channel, roster) =>
    channel === 'person:bo' ? { neighbour: state.why['ana'] ?? null } : poll.view(state, channel, roster);
  const touches = { ...poll.touches, Answered: () => ['board', 'console', 'person:ana', 'person:bo'] };
  expect(() => answered({ view: nosy, touches })).toThrow(
    '“person:bo” is shown why.ana.text, which `hidden` keeps from it: see view.neighbour.text of its view'
  );
});

test('what the console may press, and dots as they move, are not told by a secret either', () => {
  const next: Polled['next'] = ({ answers, shown }) =>
    !shown && answers['ana'] === 4 ? [{ command: 'show', input: {} }] : [];
  expect(() => answered({ next })).toThrow('“console” is shown answers.ana');
  const crowd: Polled['crowd'] = {
    end: 9,
    about: () => 'answers',
    accepts: () => null,
    audience: (_state, channel) => (channel === 'all' ? 'shape' : 'nothing'),
    rests: ({ answers }) => Object.values(answers).map((answer, index) => [index + 1, answer] as const),
    shape: (places) => places.map((place) => [place, 1] as const)
  };
  expect(() => answered({ crowd })).toThrow('“all” is shown answers.ana');
});

test('a declaration that forgets what only one person is shown is found', () => {
  const forgetful: Polled['hidden'] = (draft, channel, other, roster) => {
    const { why } = structuredClone(draft);
    if (typeof poll.hidden === 'function') poll.hidden(draft, channel, other, roster);
    draft.why = why;
  };
  expect(() => answered({ hidden: forgetful })).toThrow(
    'Only bo is shown why.bo.text, and `hidden` does not keep it from “board”, “console”, “all”, “person:ana”'
  );
});

test('a method that says there are no secrets, or erases nothing, is found at the first one', () => {
  for (const hidden of [{ nothing: 'we trust each other' }, () => undefined])
    expect(() => answered({ hidden })).toThrow(
      'Only ana is shown answers.ana, and `hidden` does not keep it from “board”, “console”, “all”, “person:bo”'
    );
});

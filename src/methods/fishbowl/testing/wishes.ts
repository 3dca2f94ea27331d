import type { Dice } from '#contract/testing/dice.ts';
import { anyOf, type WishContext, type Wish, type Wishes } from '#contract/testing/wishes.ts';
import { FORMS, POLICIES } from '../settings.ts';
import type { State } from '../state.ts';
import { STAGES } from '../stages/stage-order.ts';

/** What people do around a chair that is free. Any form, few chairs, and a nudge that comes within a run. */
export const wishes: Wishes<State> = {
  settings: (dice) => ({
    form: dice.pick(FORMS),
    policy: dice.pick(POLICIES),
    exposure: dice.pick(['L1', 'L2', 'L3']),
    tags: ['city', 'country'],
    seats: 2 + dice.below(4),
    nudgeMinutes: 1 + dice.below(3)
  }),
  participant,
  helper,
  facilitator
};

function participant({ state, dice }: WishContext<State>): Wish {
  const chair = dice.chance(0.3) ? (dice.pick(Object.keys(state.chairs)) ?? null) : null;
  const ask = { why: dice.chance(0.5) ? `About ${dice.below(9)}` : null, chair, tag: null };
  return anyOf(dice, [
    ['ask', ask],
    ['ask', ask],
    ['ask', { ...ask, tag: dice.below(3) }],
    ['sit', {}],
    ['sit', {}],
    ['sit', {}],
    ['stepOut', {}],
    ['stepOut', {}],
    ['letPass', {}],
    ['withdraw', {}],
    ['tapIn', {}],
    ['sendCard', { card: `Card ${dice.below(99)}` }],
    ['takeBackCard', { card: dice.pick(Object.keys(state.cards)) ?? 'none' }],
    ['consent', { named: dice.chance(0.5) }],
    ...noting(state, dice)
  ]);
}

function helper(context: WishContext<State>, person: string): Wish {
  const { state, dice } = context;
  if (dice.chance(0.5)) {
    const { command, input } = participant(context);
    return ['ask', 'sit', 'stepOut', 'letPass', 'withdraw', 'tapIn', 'sendCard'].includes(command)
      ? { command, input: { ...input, for: person } }
      : { command, input };
  }
  const chair = dice.pick(Object.keys(state.chairs)) ?? 'none';
  const turn = dice.pick(Object.keys(state.turns)) ?? 'none';
  const who = dice.chance(0.2) ? { invited: 'invited:1' } : { person };
  return anyOf(dice, [
    ['seat', { chair, ...who }],
    ['seat', { chair, ...who }],
    ['unseat', { chair }],
    ['correctTurn', { turn, ...who }],
    ['beginTalk', { chair }],
    ['endTalk', { chair }],
    ['nudge', { chair }],
    ['answerCard', { card: dice.pick(Object.keys(state.cards)) ?? 'none' }],
    ...noting(state, dice)
  ]);
}

function facilitator(context: WishContext<State>): Wish {
  const { state, people, dice } = context;
  const person = dice.pick(people) ?? 'nobody';
  const card = dice.pick(Object.keys(state.cards)) ?? null;
  if (dice.chance(0.3)) return helper(context, person);
  return anyOf(dice, [
    ['turnTo', { stage: 'bowl', from: state.stage }],
    ['turnTo', { stage: 'bowl', from: state.stage }],
    ['turnTo', { stage: dice.pick(STAGES.slice(1)), from: state.stage }],
    ['setForm', { form: dice.pick(FORMS) }],
    ['setPolicy', { policy: dice.pick(POLICIES) }],
    ['setQuestion', { question: `Question ${dice.below(9)}` }],
    ['setExposure', { to: dice.pick(['L1', 'L2', 'L3']) }],
    ['addChair', { kind: dice.chance(0.7) ? 'free' : 'remote' }],
    ['removeChair', { chair: dice.pick(Object.keys(state.chairs)) ?? 'none' }],
    ['addMinutes', { minutes: dice.below(9) }],
    ['setNudge', { minutes: dice.chance(0.7) ? 1 + dice.below(3) : null }],
    ['takeCards', { on: dice.chance(0.7) }],
    ['showCard', { card }],
    ['hideCard', { card: card ?? 'none' }],
    ['makeScribe', { person, on: dice.chance(0.7) }],
    ['makeGroups', {}],
    ['nextGroup', {}],
    ['showAirtime', { on: dice.chance(0.5) }],
    ['showNotes', { on: dice.chance(0.5) }]
  ]);
}

/** What scribes do, and those who are not scribes try. */
function noting(state: State, dice: Dice): [string, object][] {
  const notes = Object.keys(state.notes);
  const note = dice.pick(notes) ?? 'nnnnnnnnnnnnnnnn';
  const branches = [...Object.values(state.speakers).map(({ branch }) => branch), 'discussion'];
  const branch = dice.pick(branches) ?? 'discussion';
  const at = { branch, parent: dice.chance(0.5) ? (dice.pick(notes) ?? null) : null, after: null };
  const fresh = Array.from({ length: 16 }, () => dice.below(36).toString(36)).join('');
  return [
    ['addNote', { note: fresh, at, piece: dice.chance(0.8) ? `Piece ${dice.below(99)}` : null }],
    ['write', { note, piece: `Piece ${dice.below(99)}` }],
    ['moveNote', { note, at }],
    ['removeNote', { note }],
    ['restoreNote', { note }]
  ];
}

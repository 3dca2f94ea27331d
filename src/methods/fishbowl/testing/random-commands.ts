import type { SeededRandom } from '#contract/testing/seeded-random.ts';
import {
  anyOf,
  type RandomCommandContext,
  type RandomCommand,
  type RandomCommands
} from '#contract/testing/random-commands.ts';
import { FORMS, POLICIES } from '../settings.ts';
import type { State } from '../state.ts';
import { STAGES } from '../stages/stage-order.ts';

/** What people do in a fishbowl in the simulation. Any form, few chairs, and a nudge that comes within one run. */
export const randomCommands: RandomCommands<State> = {
  settings: (random) => ({
    form: random.pick(FORMS),
    policy: random.pick(POLICIES),
    exposure: random.pick(['L1', 'L2', 'L3']),
    tags: ['city', 'country'],
    seats: 2 + random.below(4),
    nudgeMinutes: 1 + random.below(3)
  }),
  participant,
  helper,
  facilitator
};

function participant({ state, random }: RandomCommandContext<State>): RandomCommand {
  const chair = random.chance(0.3) ? (random.pick(Object.keys(state.chairs)) ?? null) : null;
  const ask = { why: random.chance(0.5) ? `About ${random.below(9)}` : null, chair, tag: null };
  return anyOf(random, [
    ['ask', ask],
    ['ask', ask],
    ['ask', { ...ask, tag: random.below(3) }],
    ['sit', {}],
    ['sit', {}],
    ['sit', {}],
    ['stepOut', {}],
    ['stepOut', {}],
    ['letPass', {}],
    ['withdraw', {}],
    ['tapIn', {}],
    ['sendCard', { card: `Card ${random.below(99)}` }],
    ['takeBackCard', { card: random.pick(Object.keys(state.cards)) ?? 'none' }],
    ['consent', { named: random.chance(0.5) }],
    ...noting(state, random)
  ]);
}

function helper(context: RandomCommandContext<State>, person: string): RandomCommand {
  const { state, random } = context;
  if (random.chance(0.5)) {
    const { command, input } = participant(context);
    return ['ask', 'sit', 'stepOut', 'letPass', 'withdraw', 'tapIn', 'sendCard'].includes(command)
      ? { command, input: { ...input, for: person } }
      : { command, input };
  }
  const chair = random.pick(Object.keys(state.chairs)) ?? 'none';
  const turn = random.pick(Object.keys(state.turns)) ?? 'none';
  const who = random.chance(0.2) ? { invited: 'invited:1' } : { person };
  return anyOf(random, [
    ['seat', { chair, ...who }],
    ['seat', { chair, ...who }],
    ['unseat', { chair }],
    ['correctTurn', { turn, ...who }],
    ['beginTalk', { chair }],
    ['endTalk', { chair }],
    ['nudge', { chair }],
    ['answerCard', { card: random.pick(Object.keys(state.cards)) ?? 'none' }],
    ...noting(state, random)
  ]);
}

function facilitator(context: RandomCommandContext<State>): RandomCommand {
  const { state, people, random } = context;
  const person = random.pick(people) ?? 'nobody';
  const card = random.pick(Object.keys(state.cards)) ?? null;
  if (random.chance(0.3)) return helper(context, person);
  return anyOf(random, [
    ['turnTo', { stage: 'bowl', from: state.stage }],
    ['turnTo', { stage: 'bowl', from: state.stage }],
    ['turnTo', { stage: random.pick(STAGES.slice(1)), from: state.stage }],
    ['setForm', { form: random.pick(FORMS) }],
    ['setPolicy', { policy: random.pick(POLICIES) }],
    ['setQuestion', { question: `Question ${random.below(9)}` }],
    ['setExposure', { to: random.pick(['L1', 'L2', 'L3']) }],
    ['addChair', { kind: random.chance(0.7) ? 'free' : 'remote' }],
    ['removeChair', { chair: random.pick(Object.keys(state.chairs)) ?? 'none' }],
    ['addMinutes', { minutes: 1 + random.below(9) }],
    ['setNudge', { minutes: random.chance(0.7) ? 1 + random.below(3) : null }],
    ['takeCards', { on: random.chance(0.7) }],
    ['showCard', { card }],
    ['hideCard', { card: card ?? 'none' }],
    ['makeScribe', { person, on: random.chance(0.7) }],
    ['makeGroups', {}],
    ['nextGroup', {}],
    ['showAirtime', { on: random.chance(0.5) }],
    ['showNotes', { on: random.chance(0.5) }]
  ]);
}

/** Commands of scribes. People who are not scribes try them, too, and must be refused. */
function noting(state: State, random: SeededRandom): [string, object][] {
  const notes = Object.keys(state.notes);
  const note = random.pick(notes) ?? 'nnnnnnnnnnnnnnnn';
  const branches = [...Object.values(state.speakers).map(({ branch }) => branch), 'discussion'];
  const branch = random.pick(branches) ?? 'discussion';
  const at = { branch, parent: random.chance(0.5) ? (random.pick(notes) ?? null) : null, after: null };
  const fresh = Array.from({ length: 16 }, () => random.below(36).toString(36)).join('');
  return [
    ['addNote', { note: fresh, at, piece: random.chance(0.8) ? `Piece ${random.below(99)}` : null }],
    ['write', { note, piece: `Piece ${random.below(99)}` }],
    ['moveNote', { note, at }],
    ['removeNote', { note }],
    ['restoreNote', { note }]
  ];
}

import type { SeededRandom } from '#contract/testing/seeded-random.ts';
import {
  anyOf,
  type RandomCommandContext,
  type RandomCommand,
  type RandomCommands
} from '#contract/testing/random-commands.ts';
import { next } from '../rounds.ts';
import type { State } from '../state.ts';

const QUESTIONS = ['What is happening here?', 'What can you imagine?', 'How do we get there?'];
const CLUSTERS = ['cluster1', 'cluster2'];

/** Few chairs, so that people get into each other's way. */
export const randomCommands: RandomCommands<State> = {
  settings: (random) => ({
    questions: QUESTIONS,
    hosts: random.pick(['stays', 'swaps', 'none']),
    exposure: random.pick(['L1', 'L2']),
    seats: 3 + random.below(2)
  }),
  participant,
  helper,
  facilitator
};

/** What people do in a café: mostly sensible, sometimes at the wrong table or a round too late. */
function participant({ state, random }: RandomCommandContext<State>, person: string | null): RandomCommand {
  const table = tableIn(state, random);
  const own = (person !== null && state.rounds[state.round]?.at[person]) || table;
  const round = Math.max(1, state.round - (random.chance(0.1) ? 1 : 0));
  const note = noteIn(state, random);
  const fresh = Array.from({ length: 16 }, () => random.below(36).toString(36)).join('');
  const written = {
    card: fresh,
    kind: 'idea',
    text: `Note ${random.below(99)}`,
    parent: random.chance(0.3) ? note : null,
    gem: false
  };
  return anyOf(random, [
    ['comeIn', {}],
    ['comeIn', {}],
    ['here', { table: own, round }],
    ['here', { table: own, round }],
    ['here', { table, round }],
    ['addNote', { ...written, table: own, round }],
    ['addNote', { ...written, table: own, round }],
    ['addNote', { ...written, card: note, table, round }],
    ['rewriteCard', { card: note, text: `Note ${random.below(99)}`, rev: random.below(3) }],
    ['removeCard', { card: note }],
    ['carry', { text: random.chance(0.5) ? 'A thought' : null }],
    ['takeHost', { table: own }],
    ['chooseCard', { table: own, note }],
    ['starCards', { cards: [note], on: random.chance(0.5) }],
    ['needs', { table: own, what: random.chance(0.5) ? 'chair' : null }]
  ]);
}

function helper(context: RandomCommandContext<State>, person: string): RandomCommand {
  const { state, random } = context;
  const table = tableIn(state, random);
  if (random.chance(0.4)) {
    const { command, input } = participant(context, person);
    return ['comeIn', 'here', 'addNote', 'takeHost'].includes(command)
      ? { command, input: { ...input, for: person } }
      : { command, input };
  }
  return anyOf(random, [
    ['movePerson', { person, table }],
    ['hear', { table }],
    ['makeHost', { table: state.rounds[state.round]?.at[person] ?? table, person }],
    ['mergeCards', { from: [noteIn(state, random), noteIn(state, random)], into: noteIn(state, random) }]
  ]);
}

function facilitator(context: RandomCommandContext<State>): RandomCommand {
  const { state, people, random } = context;
  const [table, other, note] = [tableIn(state, random), tableIn(state, random), noteIn(state, random)];
  const person = random.pick(people) ?? 'nobody';
  const [onward] = next(state);
  if (onward && random.chance(state.stage === 'ready' ? 0.8 : 0.2))
    return onward.command === 'ask' ? { command: 'ask', input: { anyway: true } } : onward;
  if (random.chance(0.2)) return helper(context, person);
  const sitters = Object.entries(state.rounds[state.round]?.at ?? {}).flatMap(([one, at]) =>
    at === table ? [one] : []
  );
  return anyOf(random, [
    ['plan', {}],
    ['plan', {}],
    ['seat', {}],
    ['seat', {}],
    ['ask', { anyway: random.chance(0.8) }],
    ['ask', { anyway: true }],
    ['move', { from: state.round }],
    ['dropPlan', {}],
    ['pin', { person, table: random.chance(0.7) ? table : null }],
    ['keepTogether', { people: [person, random.pick(people) ?? 'nobody'] }],
    ['setTables', { count: 2 + random.below(4), seats: 3 + random.below(3) }],
    ['mergeTables', { from: table, into: other }],
    ['splitTable', { table, people: sitters.slice(0, 2).concat(sitters.length === 0 ? ['nobody'] : []) }],
    ['closeTable', { table, closed: random.chance(0.6) }],
    ['addMinutes', { minutes: 2, table: random.chance(0.5) ? table : null }],
    ['makeScribe', { person, on: random.chance(0.7) }],
    ['setExposure', { to: random.pick(['L1', 'L2']) }],
    ['setReview', { on: random.chance(0.5) }],
    ['harvest', {}],
    ['reopen', {}],
    ['groupCards', { cards: [note], group: random.chance(0.7) ? random.pick(CLUSTERS) : null }],
    ['hideCard', { card: note }]
  ]);
}

const tableIn = (state: State, random: SeededRandom): string => random.pick(Object.keys(state.tables)) ?? 'none';
const noteIn = (state: State, random: SeededRandom): string =>
  random.pick(Object.keys(state.deck.cards)) ?? 'nnnnnnnnnnnnnnnn';

import type { Dice } from '#contract/testing/dice.ts';
import { anyOf, type WishContext, type Wish, type Wishes } from '#contract/testing/wishes.ts';
import { next } from '../rounds.ts';
import type { State } from '../state.ts';

const QUESTIONS = ['What is happening here?', 'What can you imagine?', 'How do we get there?'];
const CLUSTERS = ['cluster1', 'cluster2'];

/** Few chairs, so that people get into each other's way. */
export const wishes: Wishes<State> = {
  settings: (dice) => ({
    questions: QUESTIONS,
    hosts: dice.pick(['stays', 'swaps', 'none']),
    exposure: dice.pick(['L1', 'L2']),
    seats: 3 + dice.below(2)
  }),
  participant,
  helper,
  facilitator
};

/** What people do in a café: mostly sensible, sometimes at the wrong table or a round too late. */
function participant({ state, dice }: WishContext<State>, person: string | null): Wish {
  const table = tableIn(state, dice);
  const own = (person !== null && state.rounds[state.round]?.at[person]) || table;
  const round = Math.max(1, state.round - (dice.chance(0.1) ? 1 : 0));
  const note = noteIn(state, dice);
  const fresh = Array.from({ length: 16 }, () => dice.below(36).toString(36)).join('');
  const written = {
    note: fresh,
    kind: 'idea',
    text: `Note ${dice.below(99)}`,
    parent: dice.chance(0.3) ? note : null,
    gem: false
  };
  return anyOf(dice, [
    ['comeIn', {}],
    ['comeIn', {}],
    ['here', { table: own, round }],
    ['here', { table: own, round }],
    ['here', { table, round }],
    ['addNote', { ...written, table: own, round }],
    ['addNote', { ...written, table: own, round }],
    ['addNote', { ...written, note, table, round }],
    ['rewriteNote', { note, text: `Note ${dice.below(99)}`, rev: dice.below(3) }],
    ['removeNote', { note }],
    ['carry', { text: dice.chance(0.5) ? 'A thought' : null }],
    ['takeHost', { table: own }],
    ['chooseCard', { table: own, note }],
    ['starNote', { notes: [note], on: dice.chance(0.5) }],
    ['needs', { table: own, what: dice.chance(0.5) ? 'chair' : null }]
  ]);
}

function helper(context: WishContext<State>, person: string): Wish {
  const { state, dice } = context;
  const table = tableIn(state, dice);
  if (dice.chance(0.4)) {
    const { command, input } = participant(context, person);
    return ['comeIn', 'here', 'addNote', 'takeHost'].includes(command)
      ? { command, input: { ...input, for: person } }
      : { command, input };
  }
  return anyOf(dice, [
    ['movePerson', { person, table }],
    ['hear', { table }],
    ['makeHost', { table: state.rounds[state.round]?.at[person] ?? table, person }],
    ['mergeNotes', { from: [noteIn(state, dice), noteIn(state, dice)], into: noteIn(state, dice) }]
  ]);
}

function facilitator(context: WishContext<State>): Wish {
  const { state, people, dice } = context;
  const [table, other, note] = [tableIn(state, dice), tableIn(state, dice), noteIn(state, dice)];
  const person = dice.pick(people) ?? 'nobody';
  const [onward] = next(state);
  if (onward && dice.chance(state.stage === 'ready' ? 0.8 : 0.2))
    return onward.command === 'ask' ? { command: 'ask', input: { anyway: true } } : onward;
  if (dice.chance(0.2)) return helper(context, person);
  const sitters = Object.entries(state.rounds[state.round]?.at ?? {}).flatMap(([one, at]) =>
    at === table ? [one] : []
  );
  return anyOf(dice, [
    ['plan', {}],
    ['plan', {}],
    ['seat', {}],
    ['seat', {}],
    ['ask', { anyway: dice.chance(0.8) }],
    ['ask', { anyway: true }],
    ['move', { from: state.round }],
    ['dropPlan', {}],
    ['pin', { person, table: dice.chance(0.7) ? table : null }],
    ['keepTogether', { people: [person, dice.pick(people) ?? 'nobody'] }],
    ['setTables', { count: 2 + dice.below(4), seats: 3 + dice.below(3) }],
    ['mergeTables', { from: table, into: other }],
    ['splitTable', { table, people: sitters.slice(0, 2).concat(sitters.length === 0 ? ['nobody'] : []) }],
    ['closeTable', { table, closed: dice.chance(0.6) }],
    ['addMinutes', { minutes: 2, table: dice.chance(0.5) ? table : null }],
    ['makeScribe', { person, on: dice.chance(0.7) }],
    ['setExposure', { to: dice.pick(['L1', 'L2']) }],
    ['setReview', { on: dice.chance(0.5) }],
    ['harvest', {}],
    ['reopen', {}],
    ['clusterNotes', { notes: [note], cluster: dice.chance(0.7) ? dice.pick(CLUSTERS) : null }],
    ['hideNote', { note }]
  ]);
}

const tableIn = (state: State, dice: Dice): string => dice.pick(Object.keys(state.tables)) ?? 'none';
const noteIn = (state: State, dice: Dice): string =>
  dice.pick(Object.values(state.tables).flatMap(({ notes }) => Object.keys(notes))) ?? 'nnnnnnnnnnnnnnnn';

import type { SeededRandom } from './seeded-random.ts';

/** A command to the activity that is on. */
export type RandomCommand = { command: string; input: object };

/** What a random command is made from. `people`: the ids of all who ever joined. */
export type RandomCommandContext<State> = { state: State; people: readonly string[]; random: SeededRandom };

/**
 * Commands that people might send in a method, by role: mostly sensible, sometimes too late or not theirs to send. The
 * simulation plays its days with these, and the fuzz mixes them with random frames. Null: nothing just now. A refusal
 * is an answer, too. A command that stands in none of these lists is tried by neither.
 */
export type RandomCommands<State> = {
  /** Settings of a block in which people get in each other's way; laid over the sample of the manifest. */
  settings(random: SeededRandom): object;
  /** `person`: null for a phone that has not joined. */
  participant(context: RandomCommandContext<State>, person: string | null): RandomCommand | null;
  /** Mostly for `person`, who may have no phone. */
  helper(context: RandomCommandContext<State>, person: string): RandomCommand | null;
  facilitator(context: RandomCommandContext<State>): RandomCommand;
};

/** One of these. What stands in the list twice is picked twice as often. */
export function anyOf(random: SeededRandom, choices: readonly [command: string, input: object][]): RandomCommand {
  const choice = random.pick(choices);
  if (!choice) throw new Error('There is nothing to pick from');
  return { command: choice[0], input: choice[1] };
}

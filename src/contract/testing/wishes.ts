import type { SeededRandom } from './seeded-random.ts';

/** What a person asks of the activity that is on. */
export type Wish = { command: string; input: object };

/** What a wish is made from. `people`: the ids of all who ever joined. */
export type WishContext<State> = { state: State; people: readonly string[]; random: SeededRandom };

/**
 * What people might want in a method, by role: mostly sensible, sometimes late or not theirs to ask. The simulation
 * plays its days with these, and the fuzz mixes them with random frames. Null: nothing just now. What a method refuses
 * of it is an answer, too; a command that no wish ever names is tried by neither.
 */
export type Wishes<State> = {
  /** Settings of a block in which people get in each other's way; laid over the sample of the manifest. */
  settings(random: SeededRandom): object;
  /** `person`: null for a phone that has not joined. */
  participant(context: WishContext<State>, person: string | null): Wish | null;
  /** Mostly for `person`, who may have no phone. */
  helper(context: WishContext<State>, person: string): Wish | null;
  facilitator(context: WishContext<State>): Wish;
};

/** One of these. What stands in the list twice is wished twice as often. */
export function anyOf(random: SeededRandom, wishes: readonly [command: string, input: object][]): Wish {
  const wish = random.pick(wishes);
  if (!wish) throw new Error('There is nothing to wish for');
  return { command: wish[0], input: wish[1] };
}

/** A source of random numbers from 0 up to but not including 1. It is passed in, so that a run can be repeated. */
export type RandomSource = () => number;

/** What a simulated person does after `afterMs` milliseconds. */
export type BotAction = { command: string; input: object; afterMs: number };

/**
 * How simulated people of a method behave. `trigger` describes what a person sees as a string; each time it changes,
 * `react` is called once, and null means no action. What a person's own action makes possible for them (they sit, now
 * they may talk) must change the string, or they never react to it.
 */
export type Behaviour<All, Own> = {
  trigger(all: All, own: Own | null): string;
  react(all: All, own: Own | null, random: RandomSource): BotAction | null;
};

/** A random item; undefined when there are none. */
export const pickOne = <Item>(items: readonly Item[], random: RandomSource): Item | undefined =>
  items[Math.floor(random() * items.length)];

export const randomBetween = (fewest: number, most: number, random: RandomSource): number =>
  Math.round(fewest + random() * (most - fewest));

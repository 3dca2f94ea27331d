/** Chance, handed in: a number from 0 up to 1, not 1 itself. */
export type RandomSource = { chance(): number };

/** What a simulated person will do, after `afterMs` milliseconds. */
export type BotAction = { command: string; input: object; afterMs: number };

/**
 * How the simulated people of a method act. `trigger` names what a person sees that is worth reacting to; each time the
 * name changes, `react` is asked once what they do, and null means nothing. What a person's own action opens to them
 * (they sit, now they may talk) must change the name, or they never react to it.
 */
export type Behaviour<All, Own> = {
  trigger(all: All, own: Own | null): string;
  react(all: All, own: Own | null, random: RandomSource): BotAction | null;
};

/** One of these; undefined when there are none. */
export const one = <Item>(items: readonly Item[], chance: RandomSource['chance']): Item | undefined =>
  items[Math.floor(chance() * items.length)];

export const between = (fewest: number, most: number, chance: RandomSource['chance']): number =>
  Math.round(fewest + chance() * (most - fewest));

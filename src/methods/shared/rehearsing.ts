/** Chance, handed in: a number from 0 up to 1, not 1 itself. */
export type Luck = { chance(): number };

/** What somebody simulated will do, after a while. */
export type Deed = { command: string; input: object; afterMs: number };

/**
 * How a method's people behave: what they react to, once each, and what one of them then does, or null when they are
 * content. What somebody's own deed opens to them (they sit, now they may talk) belongs into the occasion, or they will
 * never react to it.
 */
export type Behaviour<All, Own> = {
  occasion(all: All, own: Own | null): string;
  behave(all: All, own: Own | null, luck: Luck): Deed | null;
};

/** One of these; undefined when there are none. */
export const one = <Item>(items: readonly Item[], chance: Luck['chance']): Item | undefined =>
  items[Math.floor(chance() * items.length)];

export const between = (fewest: number, most: number, chance: Luck['chance']): number =>
  Math.round(fewest + chance() * (most - fewest));

import type { Said } from '../../card-content.ts';

/**
 * A card on the desk. `marks`: its small print, which the method words. `more`: what says more about it. `folded`: what
 * says the same, and was folded into it.
 */
export type GroupingCard = Said & {
  marks: readonly string[];
  emphasis: boolean;
  more: readonly Said[];
  folded: readonly Said[];
};

/** Without an id it is the loose pile: the cards that are in no group. */
export type CardGroup = { id: string | null; name: string | null; cards: readonly GroupingCard[] };

/**
 * `key` tells piles of one group in two sections apart. `number`: the key that puts a card there, 0 for the loose pile.
 */
export type Pile = CardGroup & { key: string; number: number };

/** A part of the desk with its own piles: what was written to one question. Alone it needs no title. */
export type Section = { key: string; title: string | null; piles: readonly Pile[] };

/** The loose pile comes first, since that is where work waits. Groups keep their order. */
export function pilesOf(section: string, groups: readonly CardGroup[]): Pile[] {
  const loose = groups.filter(({ id }) => id === null);
  const named = groups.filter(({ id }) => id !== null);
  return [...loose, ...named].map((group, number) => ({ ...group, number, key: `${section} ${group.id ?? ''}` }));
}

/** By card, whether it is in a group. */
export const standingOn = (piles: readonly Pile[]): ReadonlyMap<string, boolean> =>
  new Map(piles.flatMap((pile) => pile.cards.map(({ id }) => [id, pile.id !== null])));

export type Move = 'next' | 'previous' | 'nextPile' | 'previousPile' | 'first' | 'last';

/** The card to go to from `at`; null where there is none. */
export function step(piles: readonly Pile[], at: string | null, move: Move): string | null {
  const filled = piles.filter(({ cards }) => cards.length > 0);
  const flat = filled.flatMap(({ cards }) => cards);
  const here = flat.findIndex(({ id }) => id === at);
  const pile = filled.findIndex(({ cards }) => cards.some(({ id }) => id === at));
  const to: Record<Move, GroupingCard | undefined> = {
    next: flat[Math.min(flat.length - 1, here + 1)],
    previous: flat[Math.max(0, here - 1)],
    nextPile: filled[Math.min(filled.length - 1, pile + 1)]?.cards[0],
    previousPile: filled[Math.max(0, pile - 1)]?.cards[0],
    first: flat[0],
    last: flat.at(-1)
  };
  return to[move]?.id ?? null;
}

/**
 * Where work goes on when these cards have left: where it is, if that card stays; else the next one in their pile, or the last before them; else in a pile
 * like it, of another section.
 */
export function after(piles: readonly Pile[], at: string | null, leaving: readonly string[]): string | null {
  const gone = new Set(leaving);
  if (at !== null && !gone.has(at)) return at;
  const pile = piles.find(({ cards }) => cards.some(({ id }) => id === at)) ?? piles[0];
  const cards = pile?.cards ?? [];
  const here = cards.findIndex(({ id }) => id === at);
  const stays = ({ id }: GroupingCard) => !gone.has(id);
  const near = cards.slice(here + 1).find(stays) ?? cards.slice(0, Math.max(0, here)).findLast(stays);
  const like = piles.filter(({ id }) => id === pile?.id).flatMap(({ cards }) => cards);
  return (near ?? like.find(stays))?.id ?? null;
}

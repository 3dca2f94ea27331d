import * as v from 'valibot';
import { getOwn } from '#contract/get-own.ts';
import { madeId } from '#contract/made-id.ts';
import { commandOf, refuse, STAFF, type Actor, type Fact, type Refusal } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import { text } from '#contract/typed-text.ts';
import { id, ids } from '../fields.ts';
import { above, findCard, mergedUnder, type Deck, type HasDeck } from './deck.ts';
import type { CardChanges } from './events.ts';
import { GROUP_NAME_LONGEST, GROUPS_MOST } from './limits.ts';
import { touchedByCards, type CardReaders } from './card-touches.ts';

const command = commandOf<HasDeck, CardChanges>();
const pair = v.pipe(v.string(), v.maxLength(130));

/** What a method says of its groups. */
export type GroupingRules<State> = {
  /** Why cards cannot be put elsewhere now, such as during a vote; null when they can. */
  refusal?(state: State): Refusal | null;
  /** Where participants may star and fold, such as hosts at their table: why not these cards; null where they may. */
  tending?(state: State, cards: readonly string[], by: Actor): Refusal | null;
};

/** Several helpers put cards into groups at once. Each press moves only the cards it names, so that nobody waits. */
export const cardGrouping = <State extends HasDeck>({
  refusal = () => null,
  tending,
  readers
}: GroupingRules<State> & CardReaders<State>) => {
  const shown = (_data: object, state: HasDeck) => touchedByCards(readers, [], state as State);
  const withAuthors = (cards: Readonly<Record<string, unknown>>, state: HasDeck) =>
    touchedByCards(readers, Object.keys(cards), state as State);
  const who = tending ? (['participant', ...STAFF] as const) : STAFF;
  /** Why these cards cannot be marked or folded: one refusal refuses the whole step. */
  const untended = (state: HasDeck, cards: readonly string[], by: Actor): Refusal | null =>
    areKnown(state, cards) ? (tending?.(state as State, cards, by) ?? null) : refuse('card-unknown');
  /** The facts, unless cards cannot be grouped now. */
  const unless = (state: HasDeck, then: () => Fact<CardChanges>[] | Refusal) => refusal(state as State) ?? then();

  return partOf<HasDeck, CardChanges>()({
    commands: {
      starCards: command({
        who,
        input: v.strictObject({ cards: ids, on: v.boolean() }),
        decide(state, { cards, on }, by) {
          const refused = untended(state, cards, by);
          if (refused) return refused;
          const starred = cards
            .filter((card) => findCard(state, card)?.starred !== on)
            .map((card) => [card, on] as const);
          return changed('CardsStarred', { starred: Object.fromEntries(starred) }, starred.length);
        },
        undo: true
      }),
      /** The cards in `from` say the same as the card `into`, which stands for them. Nothing is lost: they stay under it. */
      mergeCards: command({
        who,
        input: v.strictObject({ from: ids, into: id }),
        decide: (state, { from, into }, by) =>
          unless(state, () => {
            const refused = untended(state, [...from, into], by);
            if (refused) return refused;
            const over = [into, ...above(state, into)];
            if (from.some((card) => over.includes(card))) return refuse('same-card');
            const merged = from
              .filter((card) => findCard(state, card)?.mergedInto !== into)
              .map((card) => [card, into] as const);
            return changed('CardsMerged', { into: Object.fromEntries(merged) }, merged.length);
          }),
        undo: true
      }),
      unmergeCard: command({
        who,
        input: v.strictObject({ card: id }),
        decide: (state, { card }, by) =>
          unless(
            state,
            () =>
              untended(state, [card], by) ??
              changed('CardsMerged', { into: { [card]: null } }, findCard(state, card)?.mergedInto === null ? 0 : 1)
          ),
        undo: true
      }),
      /** `group`: an id that no group has yet makes a new one; null is the loose pile. */
      groupCards: command({
        who: STAFF,
        input: v.strictObject({ cards: ids, group: v.nullable(madeId) }),
        decide: (state, { cards, group }) =>
          unless(state, () => {
            if (!areKnown(state, cards)) return refuse('card-unknown');
            const isNew = group !== null && !getOwn(state.deck.groups, group);
            if (isNew && Object.keys(state.deck.groups).length >= GROUPS_MOST)
              return refuse('too-many-groups', { most: GROUPS_MOST });
            const moved = cards
              .filter((card) => findCard(state, card)?.group !== group)
              .map((card) => [card, group] as const);
            return changed('CardsGrouped', { places: Object.fromEntries(moved) }, moved.length);
          }),
        undo: true
      }),
      nameGroup: command({
        who: STAFF,
        input: v.strictObject({ group: id, name: v.nullable(text(GROUP_NAME_LONGEST)) }),
        decide: (state, { group, name }) =>
          getOwn(state.deck.groups, group) ? [{ type: 'GroupNamed', data: { group, name } }] : refuse('group-unknown'),
        undo: true
      }),
      joinGroups: command({
        who: STAFF,
        input: v.strictObject({ from: id, into: id }),
        decide: (state, { from, into }) =>
          unless(state, () => {
            const [one, other] = [getOwn(state.deck.groups, from), getOwn(state.deck.groups, into)];
            if (!one || !other) return refuse('group-unknown');
            if (from === into) return refuse('same-group');
            const moved = cardsIn(state.deck, from).map((card) => [card, into] as const);
            const named: Fact<CardChanges>[] =
              other.name === null && one.name !== null
                ? [{ type: 'GroupNamed', data: { group: into, name: one.name } }]
                : [];
            return [...changed('CardsGrouped', { places: Object.fromEntries(moved) }, moved.length), ...named];
          }),
        undo: true
      }),
      /** A suggestion was turned down: these two are not suggested again. */
      keepCardsApart: command({
        who: STAFF,
        input: v.strictObject({ pair, on: v.boolean() }),
        decide: ({ deck }, { pair, on }) =>
          Object.hasOwn(deck.apart, pair) === on ? [] : [{ type: 'PairKeptApart', data: { pair, apart: on } }],
        undo: true
      })
    },
    evolve: {
      CardsStarred({ deck }, { starred }) {
        for (const [card, on] of Object.entries(starred))
          Object.assign(getOwn(deck.cards, card) ?? {}, { starred: on });
      },
      CardsMerged(draft, { into }) {
        for (const [card, other] of Object.entries(into)) {
          const found = getOwn(draft.deck.cards, card);
          // A card merged in a circle would be read nowhere.
          if (found && (other === null || ![other, ...above(draft, other)].includes(card))) found.mergedInto = other;
        }
      },
      CardsGrouped({ deck }, { places }) {
        for (const [card, group] of Object.entries(places)) {
          const found = getOwn(deck.cards, card);
          if (!found) continue;
          if (group !== null && !getOwn(deck.groups, group))
            deck.groups[group] = { name: null, order: (deck.grouped += 1) };
          found.group = group;
        }
      },
      GroupNamed({ deck }, { group, name }) {
        const found = getOwn(deck.groups, group);
        if (found) found.name = name;
      },
      PairKeptApart({ deck }, { pair, apart }) {
        if (apart) deck.apart[pair] = true;
        else delete deck.apart[pair];
      }
    },
    touches: {
      CardsStarred: ({ starred }, state) => withAuthors(starred, state),
      // Cards under a folded one are read under another card from now on, or for themselves.
      CardsMerged: ({ into }, state) =>
        touchedByCards(
          readers,
          Object.keys(into).flatMap((card) => [card, ...mergedUnder(state, card)]),
          state as State
        ),
      CardsGrouped: shown,
      GroupNamed: shown,
      PairKeptApart: () => ['console']
    },
    takeBack: {
      CardsStarred: ({ deck }, { starred }) => [
        { type: 'CardsStarred', data: { starred: formerly(deck, starred, 'starred', false) } }
      ],
      CardsMerged: ({ deck }, { into }) => [
        { type: 'CardsMerged', data: { into: formerly(deck, into, 'mergedInto', null) } }
      ],
      CardsGrouped: ({ deck }, { places }) => [
        { type: 'CardsGrouped', data: { places: formerly(deck, places, 'group', null) } }
      ],
      GroupNamed: ({ deck }, { group }) => [
        { type: 'GroupNamed', data: { group, name: getOwn(deck.groups, group)?.name ?? null } }
      ],
      PairKeptApart: (_before, { pair, apart }) => [{ type: 'PairKeptApart', data: { pair, apart: !apart } }]
    }
  });
};

const areKnown = (state: HasDeck, cards: readonly string[]): boolean =>
  cards.every((card) => findCard(state, card) !== null);

export const cardsIn = ({ cards }: Deck, group: string): string[] =>
  Object.entries(cards).flatMap(([card, { group: of, removed }]) => (of === group && !removed ? [card] : []));

function changed<Type extends 'CardsStarred' | 'CardsMerged' | 'CardsGrouped'>(
  type: Type,
  data: CardChanges[Type],
  count: number
): Fact<CardChanges>[] {
  return count === 0 ? [] : [{ type, data } as Fact<CardChanges>];
}

/** What these cards had before, for the step back. */
function formerly<Key extends 'starred' | 'mergedInto' | 'group'>(
  { cards }: Deck,
  changed: Readonly<Record<string, unknown>>,
  key: Key,
  none: Deck['cards'][string][Key]
): Record<string, Deck['cards'][string][Key]> {
  return Object.fromEntries(Object.keys(changed).map((card) => [card, getOwn(cards, card)?.[key] ?? none]));
}

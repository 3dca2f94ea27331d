import type { WallCard, WallGroup } from '#kit/board/wall-groups.ts';
import type { BoardCardSeen, BoardSeen } from '../views.ts';
import { board as words } from '../words/board.ts';

/**
 * The cards of a board in the order they are read: by group once there are groups, with the loose ones last; before
 * that by question, where there are several.
 */
export function wallGroups({ cards, groups, questions }: BoardSeen): WallGroup[] {
  const all = Object.entries(cards).sort(([, one], [, other]) => rank(one) - rank(other));
  const inside = (isIn: (card: BoardCardSeen) => boolean): WallCard[] =>
    all.filter(([, card]) => isIn(card)).map(([id, card]) => wallCard(id, card));
  const named = Object.entries(groups)
    .sort(([, one], [, other]) => one.order - other.order)
    .map(([id, { name, order }]) => ({
      id,
      title: name ?? words.noName(order),
      loose: false,
      cards: inside((card) => card.group === id)
    }));
  const isGrouped = named.some((group) => group.cards.length > 0);
  const isLoose = ({ group }: BoardCardSeen) => group === null || !Object.hasOwn(groups, group);
  const rest = questions.map((question, index) => ({
    id: `q${index}`,
    title: rests(isGrouped, questions.length > 1, question),
    loose: isGrouped,
    cards: inside((card) => isLoose(card) && (isGrouped || card.question === index))
  }));
  // Grouped cards of all questions stand together, so that their loose ones do, too.
  return [...named, ...(isGrouped ? rest.slice(0, 1) : rest)].filter((group) => group.cards.length > 0);
}

const rests = (isGrouped: boolean, areSeveral: boolean, question: string | null): string | null =>
  isGrouped ? words.loose : areSeveral ? (question ?? words.withdrawn) : null;

/** Starred cards first, then as they were written. */
const rank = ({ starred, order }: BoardCardSeen): number => order - (starred ? 1_000_000 : 0);

function wallCard(id: string, { text, author, folded, starred }: BoardCardSeen): WallCard {
  const small = [author, folded > 0 ? words.folded(folded) : null].filter((part) => part !== null);
  return {
    id,
    text: text ?? words.withdrawn,
    photo: null,
    small: small.length > 0 ? small.join(' · ') : null,
    starred
  };
}

import { COLUMNS_MOST, type WallCard, type WallGroup } from '#kit/board/wall-groups.ts';
import type { BoardCardSeen, BoardSeen } from '../views.ts';
import { board as words } from '../words/board.ts';

/**
 * The cards of a board in the order they are read: by group once there are groups, with the loose ones last; before
 * that by question, where there are several.
 */
export function wallGroups(view: BoardSeen): WallGroup[] {
  const groups = named(view);
  const all = groups.length > 0 ? [...groups, loose(view)] : byQuestion(view);
  return all.filter((group) => group.cards.length > 0);
}

/** A column for each question while nothing is grouped, also where nobody wrote. Null where a wall is read better. */
export function questionColumns(view: BoardSeen): WallGroup[] | null {
  const { questions, cards } = view;
  const fits = questions.length > 1 && questions.length <= COLUMNS_MOST && Object.keys(cards).length > 0;
  return fits && named(view).length === 0 ? byQuestion(view) : null;
}

const named = (view: BoardSeen): WallGroup[] =>
  Object.entries(view.groups)
    .sort(([, one], [, other]) => one.order - other.order)
    .map(([id, { name, order }]) => ({
      ...{ id, title: name ?? words.noName(order), loose: false },
      cards: cardsOf(view, (card) => card.group === id)
    }))
    .filter((group) => group.cards.length > 0);

/** Grouped cards of all questions stand together, so that the loose ones do, too. */
const loose = (view: BoardSeen): WallGroup => ({
  ...{ id: 'loose', title: words.loose, loose: true },
  cards: cardsOf(view, ({ group }) => group === null || !Object.hasOwn(view.groups, group))
});

const byQuestion = (view: BoardSeen): WallGroup[] =>
  view.questions.map((question, index) => ({
    ...{ id: `q${index}`, title: view.questions.length > 1 ? (question ?? words.withdrawn) : null, loose: false },
    cards: cardsOf(view, (card) => card.question === index)
  }));

const cardsOf = ({ cards }: BoardSeen, isIn: (card: BoardCardSeen) => boolean): WallCard[] =>
  Object.entries(cards)
    .filter(([, card]) => isIn(card))
    .sort(([, one], [, other]) => rank(one) - rank(other))
    .map(([id, card]) => wallCard(id, card));

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

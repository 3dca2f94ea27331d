import type { GroupingCard, Pile, Section } from '#kit/console/grouping/piles.ts';
import { pilesOf } from '#kit/console/grouping/piles.ts';
import type { ConsoleCardSeen, ConsoleSeen } from '../views.ts';
import { consoleWords as words } from '../words/console.ts';

type NameOf = (person: string) => string;
type Listed = [id: string, card: ConsoleCardSeen];

const inOrder = ({ cards }: ConsoleSeen): Listed[] =>
  Object.entries(cards).sort(([, one], [, other]) => one.order - other.order);

const said = (id: string, { text }: ConsoleCardSeen) => ({ id, text: text ?? words.withdrawn, photo: null });

/** Who wrote a card, where the activity names authors; else which question it answers, where there are several. */
function from(view: ConsoleSeen, card: ConsoleCardSeen, nameOf: NameOf): string {
  const question = view.of > 1 ? words.question(card.question + 1, view.of) : null;
  return [card.author && words.author(nameOf(card.author)), question].filter(Boolean).join(' · ');
}

/** Cards that wait to be looked at, or that were hidden, oldest first. */
export const toReview = (view: ConsoleSeen, state: ConsoleCardSeen['state'], nameOf: NameOf) =>
  inOrder(view)
    .filter(([, card]) => card.state === state)
    .map(([id, card]) => ({ ...said(id, card), rev: card.rev, from: from(view, card, nameOf) }));

/** The shown cards of one question, as a pile that is compared. */
export const cardsOfQuestion = (view: ConsoleSeen, question: number): GroupingCard[] =>
  inOrder(view)
    .filter(([, card]) => card.question === question && card.state === 'shown' && card.under === null)
    .map(([id, card]) => ({ ...said(id, card), marks: [], emphasis: false, more: [], folded: [] }));

/** The desk: cards that stand for themselves, in their groups, with those under them that say the same. */
export function sectionsOf(view: ConsoleSeen, nameOf: NameOf): Section[] {
  const listed = inOrder(view).filter(([, { state }]) => state === 'shown');
  const folded = new Map<string, Listed[]>();
  for (const each of listed) {
    const { under } = each[1];
    if (under !== null) folded.set(under, [...(folded.get(under) ?? []), each]);
  }
  const card = ([id, each]: Listed): GroupingCard => ({
    ...said(id, each),
    marks: [from(view, each, nameOf)].filter((mark) => mark !== ''),
    emphasis: each.starred,
    more: [],
    folded: (folded.get(id) ?? []).map(([other, under]) => said(other, under))
  });
  const standing = listed.filter(([, { under }]) => under === null);
  const inside = (group: string | null) =>
    standing.filter(([, each]) => (isGroup(view, each.group) ? each.group : null) === group).map(card);
  const groups = Object.entries(view.groups)
    .sort(([, one], [, other]) => one.order - other.order)
    .map(([id, { name }]) => ({ id, name, cards: inside(id) }));
  const piles: Pile[] = pilesOf('', [{ id: null, name: null, cards: inside(null) }, ...groups]);
  return [{ key: '', title: null, piles }];
}

const isGroup = ({ groups }: ConsoleSeen, group: string | null): boolean =>
  group !== null && Object.hasOwn(groups, group);

import type { Noun } from './grouping.ts';

/** What can be taken back of cards, as the console calls it. By itself, because phones read the refusals beside it. */
export const cardsUndone = ({ one, many }: Noun) => ({
  rewriteCard: `change a ${one}`,
  removeCard: `remove a ${one}`,
  showCard: `show a ${one}`,
  hideCard: `hide a ${one}`,
  setReview: `change whether ${many} are looked at first`,
  starCards: `star ${many}`,
  mergeCards: `fold ${many} into one`,
  unmergeCard: `take a ${one} apart`,
  groupCards: `put ${many} into a group`,
  nameGroup: 'name a group',
  joinGroups: 'join groups',
  keepCardsApart: 'turn down a suggestion'
});

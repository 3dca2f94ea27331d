import { getOwn } from '#contract/get-own.ts';
import { groupsInOrder, topCards, type AnswerCard as Card, type HasDeck } from '#kit/rules/cards/deck.ts';
import type { HasSoftEnd } from '#kit/rules/stages/soft-end.ts';
import type { HasVote } from '#kit/rules/votes/state.ts';
import type { Match } from './match.ts';
import type { Settings } from './settings.ts';
import { CIRCLES, type Stage } from './limits.ts';

export type State = HasDeck<Card> &
  HasSoftEnd &
  HasVote &
  Omit<Settings, 'review'> & {
    /** Unlike those of other activities of the gathering: editions have it in their addresses. */
    id: string;
    stage: Stage;
    /** The question that is asked, from 0, where questions come one after the other. */
    asked: number;
    /** The step of 1-2-4-All, from 0. */
    circle: number;
    /** Cards that were put on the board. */
    shown: Record<string, true>;
    /** By person, where they say a card belongs: the id of a group by the id of the card. */
    proposals: Record<string, Record<string, string>>;
    /** By the two cards. */
    matches: Record<string, Match>;
  };

/** Questions that people may read and answer now: all at once, or those asked so far. */
export const openQuestions = ({ stage, questions, together, asked }: State): number =>
  stage === 'ready' ? 0 : together ? questions.length : asked + 1;

export const isLastQuestion = ({ together, asked, questions }: State): boolean =>
  together || asked >= questions.length - 1;

export const isLastCircle = ({ circles, circle }: State): boolean => !circles || circle >= CIRCLES.length - 1;

/** Standing cards that are not on the board yet. */
export const unshown = (state: State): [id: string, card: Card][] =>
  topCards(state).filter(([id]) => getOwn(state.shown, id) === undefined);

/** What people choose among, in the order of the board: groups where there are some, else cards. */
export function options(state: State): string[] {
  const cards = topCards(state);
  const filled = new Set(cards.map(([, { group }]) => group));
  const groups = groupsInOrder(state).flatMap(([id]) => (filled.has(id) ? [id] : []));
  return groups.length > 0 ? groups : cards.map(([id]) => id);
}

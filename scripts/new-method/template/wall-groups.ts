import type { WallGroup } from '#kit/board/wall-groups.ts';
import type { BoardSeen } from './views.ts';
import { words } from './words.ts';

/** The answers as cards of one group, which needs no name. */
export const wallGroups = (answers: NonNullable<BoardSeen['answers']>): WallGroup[] => {
  const cards = Object.entries(answers).map(([id, answer]) => ({
    ...{ id, text: answer ?? words.withdrawn, photo: null, small: null, starred: false }
  }));
  return cards.length === 0 ? [] : [{ id: 'answers', title: null, loose: false, cards }];
};

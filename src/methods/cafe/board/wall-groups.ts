import type { WallCard, WallGroup } from '#kit/board/wall-groups.ts';
import { asksOf, type WallItem } from '../notes/wall-groups.ts';
import type { WallSeen } from '../views/wall.ts';
import { board } from '../words/board.ts';

const words = board.harvest;

/**
 * The wall as the kit draws it. `question`: what all of it is about, and stands over it already; else each question
 * stands above its own.
 */
export const wallGroups = (
  wall: WallSeen,
  question: string | null,
  photoAt: (photo: string) => string = () => ''
): WallGroup[] =>
  asksOf(wall).flatMap(({ ask, question: asked, groups }) => {
    const filled = groups.filter(({ items }) => items.length > 0);
    // With nothing but loose notes there is no group to tell them from.
    const isAlone = filled.every(({ id }) => id === null);
    return filled.map(({ id, name, items }, index) => ({
      id: `${ask} ${id}`,
      above: question === null && index === 0 ? (asked ?? words.noQuestion) : null,
      title: isAlone ? null : id === null ? words.loose : (name ?? words.unnamed),
      loose: id === null,
      cards: items.map((item) => card(item, photoAt))
    }));
  });

function card({ id, note, chosen, more }: WallItem, photoAt: (photo: string) => string): WallCard {
  const marks = [words.table(note.number), note.gem && words.gem, chosen && words.card];
  return {
    id,
    text: note.text ?? '…',
    photo: note.photo && { src: photoAt(note.photo.photo), alt: words.photo(note.number) },
    small: marks.filter(Boolean).join(' · '),
    starred: note.gem || chosen,
    more: more.map((each) => card(each, photoAt))
  };
}

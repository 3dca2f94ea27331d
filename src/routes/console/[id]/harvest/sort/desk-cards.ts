import { inOrder, notesInTheme, sortedAs, underNote } from '#gathering/sorted-notes.ts';
import { pilesOf, type GroupingCard, type Section } from '#kit/console/grouping/piles.ts';
import type { DeskNote } from '#server/edition-api.ts';
import { sorting as words } from '#words/index.ts';
import { photoAt } from '../../../../photo-at.ts';
import type { GatheringSeen } from '../../steps.ts';

/** What became of a note since it was written. */
export const correctionOf = ({ corrections }: GatheringSeen, note: string) =>
  Object.hasOwn(corrections, note) ? corrections[note] : undefined;

/** Its words as the next edition says them; null of a photo. */
export const saidNow = (gathering: GatheringSeen, { note, words: written }: DeskNote): string | null =>
  correctionOf(gathering, note)?.text ?? written;

export const isLeftOut = (gathering: GatheringSeen, { note }: DeskNote): boolean =>
  Boolean(correctionOf(gathering, note)?.leftOut);

/** The themes in their order, as the desk numbers them. */
export const themesOf = (gathering: GatheringSeen): { id: string; name: string }[] =>
  inOrder(gathering).map((id, nth) => ({ id, name: gathering.themes[id]?.name ?? words.theme(nth + 1) }));

/** The notes that are kept: in no theme yet, then in each theme, with those under them that say the same. */
export function sectionsOf(notes: readonly DeskNote[], gathering: GatheringSeen): Section[] {
  const kept = new Map(notes.filter((note) => !isLeftOut(gathering, note)).map((note) => [note.note, note]));
  const cardsOf = (ids: readonly string[]): GroupingCard[] =>
    ids.flatMap((id) => {
      const note = kept.get(id);
      return note ? [cardOf(note)] : [];
    });
  const isLoose = (note: string) => {
    const { theme, under } = sortedAs(gathering, note);
    // What stood for it was left out: it stands for itself again.
    return under === null ? theme === null : !kept.has(under);
  };
  const loose = { id: null, name: null, cards: cardsOf([...kept.keys()].filter(isLoose)) };
  const groups = inOrder(gathering).map((id) => ({
    id,
    name: gathering.themes[id]?.name ?? null,
    cards: cardsOf(notesInTheme(gathering, id))
  }));
  return [{ key: 'desk', title: null, piles: pilesOf('desk', [loose, ...groups]) }];

  function cardOf(note: DeskNote): GroupingCard {
    return {
      ...saidOf(note),
      marks: [note.where, ...marksOf(note)].filter((mark) => mark !== ''),
      emphasis: (correctionOf(gathering, note.note)?.disputes.length ?? 0) > 0,
      more: [],
      folded: underNote(gathering, note.note).flatMap((id) => {
        const under = kept.get(id);
        return under ? [saidOf(under)] : [];
      })
    };
  }

  function saidOf(note: DeskNote) {
    const { note: id, photo } = note;
    return {
      id,
      text: saidNow(gathering, note),
      photo: photo === null ? null : { src: photoAt(photo), alt: words.photo(note.where) }
    };
  }

  function marksOf({ note }: DeskNote): string[] {
    const correction = correctionOf(gathering, note);
    if (!correction) return [];
    const { text, struckOut, endorsed, disputes } = correction;
    return [
      ...(struckOut ? [words.struck] : text === null ? [] : [words.mended]),
      ...(endorsed > 0 ? [words.endorsed(endorsed)] : []),
      ...(disputes.length > 0 ? [words.disputed(disputes.length)] : [])
    ];
  }
}

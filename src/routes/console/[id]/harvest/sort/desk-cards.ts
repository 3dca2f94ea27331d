import { sortedNotes, type SortedNotes } from '#gathering/sorted-notes.ts';
import { isSplit, isThere, madeOf } from '#gathering/split-notes.ts';
import { pilesOf, type GroupingCard, type Section } from '#kit/console/grouping/piles.ts';
import type { DeskNote } from '#server/edition-api.ts';
import { sorting as words } from '#words/index.ts';
import type { GatheringSeen } from '../../steps.ts';

/** The notes that are read: what was split, or is one note again, is told live, and its words are asked for. */
export const readNow = (notes: readonly DeskNote[], gathering: GatheringSeen): DeskNote[] =>
  notes.filter(({ note }) => !isSplit(gathering, note) && isThere(gathering, note));

/**
 * Gives the notes that were given before in their order, and those that are new after them, so that a meeting moves
 * nothing under a hand that sorts. Parts stand where their note stood.
 */
export function asTheyCame(): (notes: readonly DeskNote[], gathering: GatheringSeen) => DeskNote[] {
  const places = new Map<string, number>();
  return (notes, gathering) => {
    const placeOf = ({ note }: DeskNote): number => {
      const whole = madeOf(gathering, note).at(-1) ?? note;
      const place = places.get(whole) ?? places.size;
      places.set(whole, place);
      return place;
    };
    return notes
      .map((note) => ({ note, place: placeOf(note) }))
      .sort((one, other) => one.place - other.place)
      .map(({ note }) => note);
  };
}

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
  sortedNotes(gathering).themes.map(({ id, name }, nth) => ({ id, name: name ?? words.theme(nth + 1) }));

/** The notes that are kept, by their addresses. */
export const keptNotes = (notes: readonly DeskNote[], gathering: GatheringSeen): ReadonlyMap<string, DeskNote> =>
  new Map(notes.filter((note) => !isLeftOut(gathering, note)).map((note) => [note.note, note]));

type Order = SortedNotes<string | null>;
type Cards = ReadonlyMap<string, GroupingCard>;

/** What is in no theme yet. What stands under a note that was left out stands for itself again. */
export function looseAmong(kept: ReadonlyMap<string, unknown>, { themes, folded }: SortedNotes<unknown>): string[] {
  const isUnder = new Set(Object.entries(folded).flatMap(([top, under]) => (kept.has(top) ? under : [])));
  const isSorted = new Set([...themes.flatMap(({ notes }) => notes), ...isUnder]);
  return [...kept.keys()].filter((note) => !isSorted.has(note));
}

/** In no theme yet, then in each theme. */
export function sectionsOf(cards: Cards, order: Order): Section[] {
  const cardsOf = (ids: readonly string[]) => ids.flatMap((id) => cards.get(id) ?? []);
  const loose = { id: null, name: null, cards: cardsOf(looseAmong(cards, order)) };
  const groups = order.themes.map(({ id, name, notes }) => ({ id, name, cards: cardsOf(notes) }));
  return [{ key: 'desk', title: null, piles: pilesOf('desk', [loose, ...groups]) }];
}

/** Notes as cards, with those under them that say the same. `photoAt`: where a photo is to be had. */
export function cardsOf(
  kept: ReadonlyMap<string, DeskNote>,
  folded: Order['folded'],
  gathering: GatheringSeen,
  photoAt: (photo: string) => string
): Map<string, GroupingCard> {
  return new Map([...kept].map(([note, each]) => [note, cardOf(each)]));

  function cardOf(note: DeskNote): GroupingCard {
    return {
      ...saidOf(note),
      marks: [note.where, ...marksOf(note)].filter((mark) => mark !== ''),
      emphasis: (correctionOf(gathering, note.note)?.disputes.length ?? 0) > 0,
      more: [],
      folded: (folded[note.note] ?? []).flatMap((id) => {
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

  function marksOf({ note, whole }: DeskNote): string[] {
    const changed = whole === null ? [] : [words.wholeChanged];
    const correction = correctionOf(gathering, note);
    if (!correction) return changed;
    const { text, struckOut, endorsed, disputes } = correction;
    return [
      ...changed,
      ...(struckOut ? [words.struck] : text === null ? [] : [words.mended]),
      ...(endorsed > 0 ? [words.endorsed(endorsed)] : []),
      ...(disputes.length > 0 ? [words.disputed(disputes.length)] : [])
    ];
  }
}

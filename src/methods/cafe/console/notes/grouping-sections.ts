import { pilesOf, type GroupingCard, type Section } from '#kit/console/grouping/piles.ts';
import type { Said } from '#kit/card-content.ts';
import { deskWords } from '../../words/desk.ts';
import type { ConsoleSeen } from '../../views/console.ts';
import type { WallNoteSeen, WallSeen } from '../../views/wall.ts';
import { asksOf, groupsOf, type WallGroup, type WallItem } from '../../notes/wall-groups.ts';

type PhotoAt = (photo: string) => string;

/**
 * What the desk shows of the wall: `about` as the board means it, a round by its number or a table by its id; '' is
 * everything.
 */
export function notesAbout({ notes }: WallSeen, about: string): WallSeen['notes'] {
  const kept = Object.entries(notes).filter(
    ([, { round, table }]) => about === '' || String(round) === about || table === about
  );
  return Object.fromEntries(kept);
}

/**
 * Notes that were folded into another stand under it, and those that are not to be seen nowhere. Where one question is
 * looked at, groups are there that nothing of it is in yet.
 */
export function sectionsOf(wall: WallSeen, about: string, photoAt: PhotoAt): Section[] {
  const standing = Object.entries(notesAbout(wall, about)).filter(
    ([, { state, mergedInto }]) => state !== 'hidden' && mergedInto === null
  );
  const shown = { ...wall, notes: Object.fromEntries(standing) };
  const folded = foldedBy(wall);
  const drawn = ({ id, name, items }: WallGroup) => ({
    id,
    name,
    cards: items.map((item) => cardOf(item, folded.get(item.id) ?? [], photoAt))
  });
  const asks = asksOf(shown);
  if (asks.length < 2) return [{ key: '', title: null, piles: pilesOf('', groupsOf(shown).map(drawn)) }];
  return asks.map(({ ask, question, groups }) => ({
    key: ask,
    title: question ?? deskWords.noQuestion,
    piles: pilesOf(ask, groups.map(drawn)).filter(({ id, cards }) => id === null || cards.length > 0)
  }));
}

const words = deskWords.note;

function cardOf(
  { id, note, chosen, more }: WallItem,
  folded: [string, WallNoteSeen][],
  photoAt: PhotoAt
): GroupingCard {
  const marks = [
    words.from(note.number, note.round),
    words.kinds[note.kind],
    note.gem ? words.gem : '',
    note.star ? words.star : '',
    chosen ? words.card : '',
    note.state === 'waiting' ? words.waiting : ''
  ];
  return {
    ...saidIn(id, note, photoAt),
    marks: marks.filter((mark) => mark !== ''),
    emphasis: note.gem || chosen,
    more: more.map((each) => saidIn(each.id, each.note, photoAt)),
    folded: folded.map(([id, each]) => saidIn(id, each, photoAt))
  };
}

export const saidIn = (id: string, { text, photo, number, round }: WallNoteSeen, photoAt: PhotoAt): Said => ({
  id,
  text,
  photo: photo && { src: photoAt(photo.photo), alt: words.photo(number, round) }
});

/** By the note they were folded into, through notes that were folded themselves. */
export function foldedBy({ notes }: WallSeen): Map<string, [string, WallNoteSeen][]> {
  const folded = new Map<string, [string, WallNoteSeen][]>();
  for (const [id, note] of Object.entries(notes)) {
    if (note.mergedInto === null) continue;
    const top = topOf(notes, note.mergedInto);
    folded.set(top, [...(folded.get(top) ?? []), [id, note]]);
  }
  return folded;
}

function topOf(notes: WallSeen['notes'], from: string): string {
  const seen = new Set<string>();
  for (let at = from; !seen.has(at);) {
    seen.add(at);
    const into = notes[at]?.mergedInto ?? null;
    if (into === null) return at;
    at = into;
  }
  return from;
}

/** What can be looked at by itself: the questions, or the topics of the tables. */
export function aboutsOf(view: ConsoleSeen): {
  questions: [string, string | null][];
  tables: [string, number, string | null][];
} {
  const written = new Set(Object.values(view.wall.notes).map(({ table }) => table));
  return {
    questions: view.layout === 'topics' ? [] : view.questions.map((question, index) => [String(index + 1), question]),
    tables: Object.entries(view.tables)
      .filter(([table]) => written.has(table))
      .sort(([, one], [, other]) => one.number - other.number)
      .map(([table, { number, topic }]) => [table, number, topic])
  };
}

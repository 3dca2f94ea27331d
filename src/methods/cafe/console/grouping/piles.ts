import type { ConsoleSeen } from '../../views/console.ts';
import type { WallNoteSeen, WallSeen } from '../../views/wall.ts';
import { asksOf, groupsOf, type WallAsk, type WallGroup, type WallItem } from '../../notes/wall-groups.ts';

/**
 * `key` tells piles of one group under two questions apart. `number`: the key that puts a note there, 0 for the loose
 * pile.
 */
export type Pile = WallGroup & { key: string; number: number };
/** A question with its piles: the loose one first, since that is where work waits. */
export type DeskAsk = Omit<WallAsk, 'groups'> & { piles: Pile[] };

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
export function deskOf(wall: WallSeen, about: string): DeskAsk[] {
  const standing = Object.entries(notesAbout(wall, about)).filter(
    ([, { state, mergedInto }]) => state !== 'hidden' && mergedInto === null
  );
  const shown = { ...wall, notes: Object.fromEntries(standing) };
  const asks = asksOf(shown);
  if (asks.length < 2) return [{ ask: '', question: null, piles: pilesOf('', groupsOf(shown)) }];
  return asks.map(({ ask, question, groups }) => ({
    ask,
    question,
    piles: pilesOf(ask, groups).filter(({ id, items }) => id === null || items.length > 0)
  }));
}

function pilesOf(ask: string, groups: readonly WallGroup[]): Pile[] {
  const loose = groups.filter(({ id }) => id === null);
  const named = groups.filter(({ id }) => id !== null);
  return [...loose, ...named].map((group, number) => ({ ...group, number, key: `${ask} ${group.id ?? ''}` }));
}

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

export type Move = 'next' | 'previous' | 'nextPile' | 'previousPile' | 'first' | 'last';

/** The note to go to from `at`; null where there is none. */
export function step(piles: readonly Pile[], at: string | null, move: Move): string | null {
  const filled = piles.filter(({ items }) => items.length > 0);
  const flat = filled.flatMap(({ items }) => items);
  const here = flat.findIndex(({ id }) => id === at);
  const pile = filled.findIndex(({ items }) => items.some(({ id }) => id === at));
  const to: Record<Move, WallItem | undefined> = {
    next: flat[Math.min(flat.length - 1, here + 1)],
    previous: flat[Math.max(0, here - 1)],
    nextPile: filled[Math.min(filled.length - 1, pile + 1)]?.items[0],
    previousPile: filled[Math.max(0, pile - 1)]?.items[0],
    first: flat[0],
    last: flat.at(-1)
  };
  return to[move]?.id ?? null;
}

/**
 * Where work goes on when these notes have left: the next one in their pile, or the last before them; else in a pile
 * like it, of another question.
 */
export function after(piles: readonly Pile[], at: string | null, leaving: readonly string[]): string | null {
  const pile = piles.find(({ items }) => items.some(({ id }) => id === at)) ?? piles[0];
  const items = pile?.items ?? [];
  const here = items.findIndex(({ id }) => id === at);
  const stays = ({ id }: WallItem) => !leaving.includes(id);
  const near = items.slice(here + 1).find(stays) ?? items.slice(0, Math.max(0, here)).findLast(stays);
  const like = piles.filter(({ id }) => id === pile?.id).flatMap(({ items }) => items);
  return (near ?? like.find(stays))?.id ?? null;
}

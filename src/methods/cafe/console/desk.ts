import type { ConsoleSeen, WallNoteSeen, WallSeen } from '../seen.ts';
import { groupsOf, type WallGroup, type WallItem } from '../wall-groups.ts';

/** Piles as the desk shows them: the loose one first, since that is where work waits. `number`: the key that puts a note there, from 1. */
export type Pile = WallGroup & { number: number };

/** What the desk shows of the wall: `about` as the board means it, a round by its number or a table by its id; '' is everything. */
export function notesAbout({ notes }: WallSeen, about: string): WallSeen['notes'] {
  const kept = Object.entries(notes).filter(
    ([, { round, table }]) => about === '' || String(round) === about || table === about
  );
  return Object.fromEntries(kept);
}

/** Notes that were folded into another stand under it, and those that are not to be seen nowhere. */
export function pilesOf(wall: WallSeen, about: string): Pile[] {
  const standing = Object.entries(notesAbout(wall, about)).filter(
    ([, { state, mergedInto }]) => state !== 'hidden' && mergedInto === null
  );
  const groups = groupsOf({ ...wall, notes: Object.fromEntries(standing) });
  const loose = groups.filter(({ id }) => id === null);
  const named = groups.filter(({ id }) => id !== null);
  return [...loose, ...named].map((group, number) => ({ ...group, number }));
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

/** Where work goes on when these notes have left: the next one in their pile, or the last before them. */
export function after(piles: readonly Pile[], at: string | null, leaving: readonly string[]): string | null {
  const pile = piles.find(({ items }) => items.some(({ id }) => id === at))?.items ?? piles[0]?.items ?? [];
  const here = pile.findIndex(({ id }) => id === at);
  const stays = ({ id }: WallItem) => !leaving.includes(id);
  return (pile.slice(here + 1).find(stays) ?? pile.slice(0, Math.max(0, here)).findLast(stays))?.id ?? null;
}

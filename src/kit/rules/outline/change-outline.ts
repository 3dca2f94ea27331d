import { refuse, type Refusal } from '#contract/method.ts';
import type { Text } from '#contract/typed-text.ts';
import { NOTES_MOST, PIECES_MOST } from './limits.ts';
import type { OutlineFact } from './events.ts';
import {
  heightOf,
  isVisible,
  levelOf,
  neighbours,
  noteIn,
  parentWithin,
  pathOf,
  placeOf,
  subtree,
  tree,
  type Nested,
  type Note,
  type Outline
} from './notes.ts';
import { DEEPEST, type NotePlace } from './views.ts';

type Decided = OutlineFact[] | Refusal;
type By = { by: string | null };
type Spaced = Extract<OutlineFact, { type: 'NotesSpaced' }>;

const unknown = () => refuse('no-such-note');

/**
 * Adds a note. What a person typed must not be lost because of what others did meanwhile: a parent that is gone or too
 * deep by now is replaced by the nearest one above, an unknown neighbour by the last one. Adding a note that exists
 * already changes nothing.
 */
export function addNote<Extra extends object>(
  notes: Readonly<Outline<Extra>>,
  asked: { note: string; at: NotePlace; piece: Text | null },
  said: By & { ms: number; turn: string | null; own: Extra }
): OutlineFact<Extra>[] | Refusal {
  const { note, at, piece } = asked;
  const there = noteIn(notes, note);
  if (there) return there.by === said.by ? [] : refuse('note-taken');
  if (Object.keys(notes).length >= NOTES_MOST) return refuse('too-many-notes', { most: NOTES_MOST });
  const alive = at.parent === null ? null : (pathOf(notes, at.parent).find((id) => isVisible(notes, id)) ?? null);
  const parent = parentWithin(notes, alive);
  const branch = noteIn(notes, parent ?? '')?.branch ?? at.branch;
  const { order, spaced } = orderAt(notes, { branch, parent, after: at.after });
  return [...spaced, { type: 'NoteAdded', data: { note, branch, parent, order, piece, ...said } }];
}

/**
 * Adds a piece to a note. It restores a removed note: the person who removed it did not see that another was writing in
 * it.
 */
export function write(notes: Readonly<Outline>, asked: { note: string; piece: Text }, { by }: By): Decided {
  const there = noteIn(notes, asked.note);
  if (!there) return unknown();
  if (there.pieces.length >= PIECES_MOST) return refuse('note-needs-gathering', { most: PIECES_MOST });
  const gone = pathOf(notes, asked.note).filter((id) => notes[id]?.removed);
  const back = gone.map((note): OutlineFact => ({ type: 'NoteRestored', data: { note } }));
  return [{ type: 'NoteWritten', data: { ...asked, by } }, ...back];
}

/** An actor can gather only their own pieces: words must keep their owner, who may have them deleted. */
export function gather(
  notes: Readonly<Outline>,
  asked: { note: string; read: string[]; piece: Text },
  { by }: By
): Decided {
  const there = noteIn(notes, asked.note);
  if (!there) return unknown();
  for (const read of asked.read) {
    const piece = there.pieces.find(({ words }) => words.text === read);
    if (!piece) return refuse('no-such-piece');
    if (piece.by !== by) return refuse('not-your-words');
  }
  return [{ type: 'NoteGathered', data: { ...asked, by } }];
}

export function moveNote(notes: Readonly<Outline>, { note, at }: { note: string; at: NotePlace }): Decided {
  if (!isVisible(notes, note)) return unknown();
  if (at.parent !== null && !isVisible(notes, at.parent)) return unknown();
  if (at.parent !== null && subtree(notes, note).includes(at.parent)) return refuse('note-under-itself');
  const above = at.parent === null ? 0 : levelOf(notes, at.parent);
  if (above + heightOf(notes, note) > DEEPEST) return refuse('note-too-deep', { deepest: DEEPEST });
  const to = { ...at, branch: noteIn(notes, at.parent ?? '')?.branch ?? at.branch };
  const now = placeOf(notes, note);
  if (now.branch === to.branch && now.parent === to.parent && now.after === to.after) return [];
  const { order, spaced } = orderAt(notes, to, note);
  return [...spaced, { type: 'NoteMoved', data: { note, branch: to.branch, parent: to.parent, order } }];
}

export function removeNote(notes: Readonly<Outline>, { note }: { note: string }): Decided {
  const there = noteIn(notes, note);
  if (!there) return unknown();
  return there.removed ? [] : [{ type: 'NoteRemoved', data: { note } }];
}

export function restoreNote(notes: Readonly<Outline>, { note }: { note: string }): Decided {
  const there = noteIn(notes, note);
  if (!there) return unknown();
  return there.removed ? [{ type: 'NoteRestored', data: { note } }] : [];
}

/**
 * A turn was corrected to another person: its notes in one branch move to the end of another and keep their nesting.
 * Notes that scribes have moved elsewhere stay there.
 */
export function moveTurnNotes(notes: Readonly<Outline>, turn: string, from: string, to: string): OutlineFact[] {
  if (from === to) return [];
  // Notes under a moved note move with it and need no fact of their own.
  const first = (nested: readonly Nested<Note>[]): string[] =>
    nested.flatMap(({ id, note, notes }) => (note.turn === turn ? [id] : first(notes)));
  const last = neighbours(notes, { branch: to, parent: null }).at(-1)?.note.order ?? 0;
  return first(tree(notes, from)).map((note, nth) => ({
    type: 'NoteMoved',
    data: { note, branch: to, parent: null, order: last + nth + 1 }
  }));
}

/**
 * The facts that take back what was decided on these notes. Writing is not taken back, because others may have
 * continued it.
 */
export function undoFacts(before: Readonly<Outline>, done: readonly { type: string; data: unknown }[]): OutlineFact[] {
  return (done as readonly OutlineFact[]).flatMap(({ type, data }): OutlineFact[] => {
    if (type === 'NoteAdded' || type === 'NoteRestored') return [{ type: 'NoteRemoved', data: { note: data.note } }];
    if (type === 'NoteRemoved') return [{ type: 'NoteRestored', data: { note: data.note } }];
    const there = type === 'NoteMoved' ? noteIn(before, data.note) : null;
    if (type !== 'NoteMoved' || !there) return [];
    const { branch, parent, order } = there;
    return [{ type: 'NoteMoved', data: { note: data.note, branch, parent, order } }];
  });
}

/**
 * The order of a note between two neighbours: when two people sort at once, neither undoes the other. After many
 * halvings there is no number between; then all neighbours get new orders first.
 */
function orderAt(notes: Readonly<Outline>, at: NotePlace, moved?: string): { order: number; spaced: Spaced[] } {
  const beside = neighbours(notes, at, moved);
  const found = at.after === null ? 0 : beside.findIndex(({ id }) => id === at.after) + 1;
  const place = at.after !== null && found === 0 ? beside.length : found;
  const before = beside[place - 1]?.note.order ?? (beside[0]?.note.order ?? 1) - 2;
  const after = beside[place]?.note.order ?? before + 2;
  const order = (before + after) / 2;
  if (before < order && order < after) return { order, spaced: [] };
  const orders = Object.fromEntries(beside.map(({ id }, nth) => [id, nth + 1]));
  return { order: place + 0.5, spaced: [{ type: 'NotesSpaced', data: { orders } }] };
}

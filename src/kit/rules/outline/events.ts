import type { Fact } from '#contract/method.ts';
import type { Text } from '#contract/typed-text.ts';
import { noteIn, subtree, type Note, type Outline, type Piece } from './notes.ts';

/** `own`: what the method stores with this note beyond an outline. */
export type OutlineEvents<Extra extends object = object> = {
  NoteAdded: {
    note: string;
    branch: string;
    parent: string | null;
    order: number;
    piece: Text | null;
    ms: number;
    by: string | null;
    turn: string | null;
    own: Extra;
  };
  NoteWritten: { note: string; piece: Text; by: string | null };
  /** `piece` replaces the pieces in `read` and says the same; pieces that others wrote meanwhile stay. */
  NoteGathered: { note: string; read: string[]; piece: Text; by: string | null };
  /** All notes under it move with it. */
  NoteMoved: { note: string; branch: string; parent: string | null; order: number };
  /** The notes keep their order but get new numbers with space between. */
  NotesSpaced: { orders: Record<string, number> };
  NoteRemoved: { note: string };
  NoteRestored: { note: string };
};
export type OutlineFact<Extra extends object = object> = Fact<OutlineEvents<Extra>>;

/** How the facts of an outline change the state of a method; `notes` finds the outline in the state. */
export const outlineEvolve = <State, Extra extends object = object>(notes: (draft: State) => Outline<Extra>) => {
  type Events = OutlineEvents<Extra>;
  const onNote =
    <Data extends { note: string }>(write: (note: Note, data: Data) => void) =>
    (draft: State, data: Data) => {
      const note = noteIn(notes(draft), data.note);
      if (note) write(note, data);
    };
  return {
    NoteAdded(draft: State, { note, piece, by, own, ...rest }: Events['NoteAdded']) {
      const pieces: Piece[] = piece ? [{ words: piece, by }] : [];
      notes(draft)[note] = { ...own, ...rest, by, pieces, removed: false };
    },
    NoteWritten: onNote<Events['NoteWritten']>((note, { piece, by }) => note.pieces.push({ words: piece, by })),
    NoteGathered: onNote<Events['NoteGathered']>((note, { read, piece, by }) => {
      note.pieces = [{ words: piece, by }, ...note.pieces.filter(({ words }) => !read.includes(words.text))];
    }),
    NoteMoved(draft: State, { note, branch, parent, order }: Events['NoteMoved']) {
      const all = notes(draft);
      const moved = noteIn(all, note);
      if (!moved) return;
      Object.assign(moved, { parent, order });
      for (const id of subtree(all, note)) Object.assign(all[id] ?? {}, { branch });
    },
    NotesSpaced(draft: State, { orders }: Events['NotesSpaced']) {
      for (const [id, order] of Object.entries(orders)) Object.assign(noteIn(notes(draft), id) ?? {}, { order });
    },
    NoteRemoved: onNote((note) => (note.removed = true)),
    NoteRestored: onNote((note) => (note.removed = false))
  };
};

/** All facts of an outline change the same views. */
export const outlineTouches = (channels: () => readonly string[]) => ({
  NoteAdded: channels,
  NoteWritten: channels,
  NoteGathered: channels,
  NoteMoved: channels,
  NotesSpaced: channels,
  NoteRemoved: channels,
  NoteRestored: channels
});

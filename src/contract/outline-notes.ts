/** What all notes have in common, whether words or references to words stand in them. */
type NoteOf<Words> = {
  readonly id: string;
  readonly text: Words | null;
  readonly photo?: object;
  readonly notes: readonly NoteOf<Words>[];
};
type Branch<Note> = { readonly notes: readonly Note[]; readonly branches?: readonly Branch<Note>[] };
type BlockOf<Words> =
  | { readonly kind: 'table' }
  | { readonly kind: 'outline'; readonly branches: readonly Branch<NoteOf<Words>>[] }
  | { readonly kind: 'continuum'; readonly reasons?: readonly { readonly id: string; readonly why: Words | null }[] };

/** A note, or a reason somebody gave for their place, without what hangs under it. */
export type Noted<Words> = { id: string; text: Words | null; photo?: object };

/** A branch and all under it, each before those under it. */
export const everyBranch = <Kind extends { readonly branches?: readonly Kind[] }>(branches: readonly Kind[]): Kind[] =>
  branches.flatMap((branch) => [branch, ...everyBranch(branch.branches ?? [])]);

/** A note and all under it, each before those under it. */
export const everyNote = <Note extends { readonly notes: readonly Note[] }>(notes: readonly Note[]): Note[] =>
  notes.flatMap((note) => [note, ...everyNote(note.notes)]);

/** All notes and reasons of blocks in their order, a note before those under it. */
export const notesIn = <Words>(blocks: readonly BlockOf<Words>[]): Noted<Words>[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'continuum') return (block.reasons ?? []).map(({ id, why }) => ({ id, text: why }));
    if (block.kind !== 'outline') return [];
    return everyBranch(block.branches)
      .flatMap(({ notes }) => everyNote(notes))
      .map(({ id, text, photo }) => ({ id, text, ...(photo && { photo }) }));
  });

/** A branch with each of its notes as `each` makes it, and those under it; `own` changes the branches themselves. */
export function withNotes<Note extends { readonly notes: readonly Note[] }, Kind extends Branch<Note>>(
  branch: Kind,
  each: (note: Note) => Note,
  own: (branch: Kind) => Kind = (same) => same
): Kind {
  const inNote = (note: Note): Note => ({ ...each(note), notes: note.notes.map(inNote) });
  const inBranch = (branch: Kind): Kind => ({
    ...own(branch),
    notes: branch.notes.map(inNote),
    ...(branch.branches && { branches: (branch.branches as readonly Kind[]).map(inBranch) })
  });
  return inBranch(branch);
}

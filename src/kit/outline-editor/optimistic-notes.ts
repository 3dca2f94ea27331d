import { isRefusal } from '#contract/method.ts';
import type { Seen } from '#contract/typed-text.ts';
import { addNote, moveNote, removeNote, restoreNote } from '../rules/outline/change-outline.ts';
import { outlineEvolve } from '../rules/outline/events.ts';
import { visible, type Outline } from '../rules/outline/notes.ts';
import type { OutlineInputs } from '../rules/outline/inputs.ts';
import type { NotePlace, NoteView, WrittenNote } from '../rules/outline/views.ts';

export type WrittenNotes = Readonly<Record<string, Seen<WrittenNote>>>;

/** A command of this page that has no answer yet. */
export type PendingCommand = {
  [Command in StructureAsks]: { command: Command; input: OutlineInputs[Command] };
}[StructureAsks];
type StructureAsks = 'addNote' | 'moveNote' | 'removeNote' | 'restoreNote';

/** A note at the place it will have; `seen` is null until a view contains it. */
export type OptimisticNote = Omit<NoteView, 'body'> & { seen: Seen<WrittenNote> | null };

/**
 * The notes as they will be after all open commands, decided by the server's own rules. So a person who is offline sees
 * their notes where they put them.
 */
export function optimisticNotes(notes: WrittenNotes, asked: readonly PendingCommand[]): Record<string, OptimisticNote> {
  const state = { notes: outlineOf(notes) };
  for (const ask of asked) {
    const decided = decide(state.notes, ask);
    if (isRefusal(decided)) continue;
    for (const { type, data } of decided) (evolve[type] as (draft: typeof state, data: unknown) => void)(state, data);
  }
  return Object.fromEntries(
    Object.entries(visible(state.notes)).map(([id, { branch, parent, order, ms }]) => [
      id,
      { branch, parent, order, ms, seen: notes[id] ?? null }
    ])
  );
}

/**
 * The answered commands whose effect the notes do not show yet: an answer may arrive before the view with its effect.
 * Views show commands in the order of asking, so the last one that is visible proves all before it.
 */
export function notYetShown(notes: WrittenNotes, answered: readonly PendingCommand[]): readonly PendingCommand[] {
  const outline = outlineOf(notes);
  const last = answered.findLastIndex((ask) => isShown(outline, ask));
  return last < 0 ? answered : answered.slice(last + 1);
}

function isShown(notes: Outline, ask: PendingCommand): boolean {
  if (ask.command === 'addNote' || ask.command === 'restoreNote') return Object.hasOwn(notes, ask.input.note);
  if (ask.command === 'removeNote') return !Object.hasOwn(notes, ask.input.note);
  const moved = decide(notes, ask);
  return !isRefusal(moved) && moved.length === 0;
}

const outlineOf = (notes: WrittenNotes): Outline =>
  Object.fromEntries(
    Object.entries(notes).map(([id, { branch, parent, order, ms }]) => [
      id,
      { branch, parent, order, ms, pieces: [], by: null, turn: null, removed: false }
    ])
  );

const evolve = outlineEvolve((state: { notes: Outline }) => state.notes);

function decide(notes: Outline, ask: PendingCommand) {
  switch (ask.command) {
    case 'addNote': {
      const { note, at } = ask.input as { note: string; at: NotePlace };
      return addNote(notes, { note, at, piece: null }, { by: null, ms: 0, turn: null, own: {} });
    }
    case 'moveNote':
      return moveNote(notes, ask.input);
    case 'removeNote':
      return removeNote(notes, ask.input);
    case 'restoreNote':
      return restoreNote(notes, ask.input);
  }
}

import { getOwn } from '#contract/get-own.ts';
import type { Seen, Text } from '#contract/typed-text.ts';
import { DISCUSSION } from '../notes/discussion-branch.ts';
import { type Naming, sitterView } from '../notes/speaker-names.ts';
import { floorOf } from '../sitting/current-seats.ts';
import type { State } from '../state.ts';
import type { Sitter } from './chairs.ts';
import { visible, noteView, writtenNote } from '#kit/rules/outline/notes.ts';
import type { NoteView, WrittenNote } from '#kit/rules/outline/views.ts';

/** `order`: speakers in the order in which they first sat, the discussion last. */
export type BranchView = { order: number; speaker: Sitter | null };

export type OutlineView = { branches: Record<string, BranchView>; notes: Record<string, NoteView> };

/** `scribes`: only scribes get it, because it changes with every letter of the notes. */
export type ScribeView = { question: Text; outline: WrittenOutline };

/** `holds`: the branch of the speaker who has the floor, offered for the next new note. */
export type WrittenOutline = {
  branches: Record<string, BranchView>;
  notes: Record<string, WrittenNote>;
  holds: string | null;
};

export type BranchSeen = Seen<BranchView>;

export type OutlineSeen = Seen<OutlineView>;

export type ScribeSeen = Seen<ScribeView>;

/** The notes as the room sees them: only branches with notes. */
export function outlineView(state: State, naming: Naming): OutlineView {
  const notes = visible(state.notes);
  const noted = new Set(Object.values(notes).map(({ branch }) => branch));
  const branches = Object.entries(branchViews(state, naming)).filter(([branch]) => noted.has(branch));
  return { branches: Object.fromEntries(branches), notes: mapValues(notes, noteView) };
}

/** The notes as scribes see them: a branch for every speaker, and the branch of the one who has the floor. */
export function writtenOutline(state: State, naming: Naming): WrittenOutline {
  const floor = floorOf(state);
  return {
    branches: branchViews(state, naming),
    notes: mapValues(visible(state.notes), writtenNote),
    holds: floor ? (getOwn(state.speakers, floor.turn.sitter)?.branch ?? null) : null
  };
}

/** The notes about one person. */
export function notesAbout(state: State, person: string): Record<string, WrittenNote> {
  const branch = getOwn(state.speakers, person)?.branch;
  if (branch === undefined || !Object.values(state.notes).some((note) => note.branch === branch)) return {};
  const own = Object.entries(visible(state.notes)).filter(([, note]) => note.branch === branch);
  return Object.fromEntries(own.map(([id, note]) => [id, writtenNote(note)]));
}

/** Speakers in the order in which they first sat, the discussion last. */
function branchViews(state: State, naming: Naming): Record<string, BranchView> {
  const speakers = Object.entries(state.speakers).sort(([, one], [, other]) => one.number - other.number);
  const branches = speakers.map(([sitter, { branch, number }]): [string, BranchView] => [
    branch,
    { order: number, speaker: sitterView(state, sitter, naming) }
  ]);
  const last = Math.max(0, ...branches.map(([, { order }]) => order));
  return Object.fromEntries([...branches, [DISCUSSION, { order: last + 1, speaker: null }]]);
}

const mapValues = <From, To>(items: Record<string, From>, make: (item: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(items).map(([id, item]) => [id, make(item)]));

import { getOwn } from '#contract/get-own.ts';
import { everyBranch, everyNote } from '#contract/outline-notes.ts';
import type { SeenBlock, SeenBranch, SeenNote, SeenReason } from './document.ts';

/** By the address of a note that was split, its parts in their order. */
export type Splits = Readonly<Record<string, readonly { readonly id: string; readonly text: string | null }[]>>;

type Part = { id: string; text: string | null; partOf: string[] };

/**
 * Blocks with the parts of each note that was split in its place, so that it is printed once. What hangs under it, and
 * its photo, stay with its first part.
 */
export function splitApart(blocks: readonly SeenBlock[], splits: Splits): SeenBlock[] {
  if (Object.keys(splits).length === 0) return [...blocks];
  return blocks.map((block): SeenBlock => {
    if (block.kind === 'outline') return { ...block, branches: block.branches.map(inBranch) };
    if (block.kind !== 'continuum' || !block.reasons) return block;
    const reasons = block.reasons.flatMap((reason) => {
      const parts = partsOf(reason.id);
      return parts.length === 0 ? [reason] : parts.map(({ text, ...part }) => ({ ...reason, ...part, why: text }));
    });
    return { ...block, reasons };
  });

  function partsOf(note: string, above: readonly string[] = []): Part[] {
    const partOf = [note, ...above];
    return (getOwn(splits, note) ?? []).flatMap((part) => {
      const under = partsOf(part.id, partOf);
      return under.length > 0 ? under : [{ ...part, partOf }];
    });
  }

  function inBranch({ index, branches, ...branch }: SeenBranch): SeenBranch {
    return {
      ...branch,
      notes: inNotes(branch.notes),
      ...(index && {
        index: index.flatMap((note) => (getOwn(splits, note) ? partsOf(note).map(({ id }) => id) : note))
      }),
      ...(branches && { branches: branches.map(inBranch) })
    };
  }

  function inNotes(notes: readonly SeenNote[]): SeenNote[] {
    return notes.flatMap(({ notes, photo, ...note }) => {
      const under = { ...(photo && { photo }), notes: inNotes(notes) };
      const [first, ...others] = partsOf(note.id);
      if (!first) return [{ ...note, ...under }];
      return [{ ...note, ...first, ...under }, ...others.map((part) => ({ ...note, ...part, notes: [] }))];
    });
  }
}

/** All notes and reasons, in their order. */
export const notesAndReasons = (blocks: readonly SeenBlock[]): (SeenNote | SeenReason)[] =>
  blocks.flatMap((block): readonly (SeenNote | SeenReason)[] => {
    if (block.kind === 'outline') return everyBranch(block.branches).flatMap(({ notes }) => everyNote(notes));
    return block.kind === 'continuum' ? (block.reasons ?? []) : [];
  });

/** Those that are parts of others. */
export const partsIn = (blocks: readonly SeenBlock[]): { id: string; partOf: readonly string[] }[] =>
  notesAndReasons(blocks).flatMap(({ id, partOf }) => (partOf ? [{ id, partOf }] : []));

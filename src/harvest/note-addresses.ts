import type { SeenBlock, SeenBranch, SeenNote } from './document.ts';
import type { BareBlock } from './pictures.ts';

type BareOutline = Extract<BareBlock, { kind: 'outline' }>;
type BareBranch = BareOutline['branches'][number];
type BareNote = BareBranch['notes'][number];

/** What one activity leaves behind, with the address of each note in place of the id that only this activity knows. */
export function addressed(block: BareBlock, addressOf: (id: string) => string): BareBlock {
  if (block.kind === 'table') return block;
  if (block.kind === 'outline') return { ...block, branches: block.branches.map(inBranch) };
  const reasons = block.reasons?.map((reason) => ({ ...reason, id: addressOf(reason.id) }));
  return { ...block, ...(reasons && { reasons }) };

  function inBranch(branch: BareBranch): BareBranch {
    const { notes, index, branches } = branch;
    return {
      ...branch,
      notes: notes.map(inNote),
      ...(index && { index: index.map(addressOf) }),
      ...(branches && { branches: branches.map(inBranch) })
    };
  }

  function inNote(note: BareNote): BareNote {
    return { ...note, id: addressOf(note.id), notes: note.notes.map(inNote) };
  }
}

/** All notes and reasons of what activities left behind, as they stand there. */
export const notesIn = (blocks: readonly BareBlock[]): { id: string; notes?: unknown }[] =>
  blocks.flatMap((block): { id: string; notes?: unknown }[] => {
    if (block.kind === 'continuum') return [...(block.reasons ?? [])];
    const inside = (branches: readonly BareBranch[]): BareNote[] =>
      branches.flatMap(({ notes, branches = [] }) => [...notes.flatMap(withUnder), ...inside(branches)]);
    return block.kind === 'outline' ? inside(block.branches) : [];
  });

const withUnder = (note: BareNote): BareNote[] => [note, ...note.notes.flatMap(withUnder)];

/** The addresses of all notes and reasons of a document, in its order. */
export const addressesIn = (blocks: readonly SeenBlock[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'outline') return inBranches(block.branches);
    return block.kind === 'continuum' ? (block.reasons ?? []).map(({ id }) => id) : [];
  });

/**
 * The number by which an edition refers to each note, by its address: 12 is the twelfth that stands for itself, 12.1
 * the first under it. It counts through the whole edition, so that an index can point to it from any block.
 */
export function noteNumbers(blocks: readonly SeenBlock[]): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  let last = 0;
  const number = (notes: readonly SeenNote[], nth: (index: number) => string) =>
    notes.forEach(({ id, notes }, index) => {
      const own = nth(index);
      numbers.set(id, own);
      number(notes, (under) => `${own}.${under + 1}`);
    });
  const inside = (branches: readonly SeenBranch[]) =>
    branches.forEach(({ notes, branches = [] }) => {
      const before = last;
      last += notes.length;
      number(notes, (index) => String(before + index + 1));
      inside(branches);
    });
  for (const block of blocks) if (block.kind === 'outline') inside(block.branches);
  return numbers;
}

const inBranches = (branches: readonly SeenBranch[]): string[] =>
  branches.flatMap(({ notes, branches = [] }) => [...inNotes(notes), ...inBranches(branches)]);

const inNotes = (notes: readonly SeenNote[]): string[] => notes.flatMap(({ id, notes }) => [id, ...inNotes(notes)]);

import { notesIn, withNotes } from '#contract/outline-notes.ts';
import type { Edition, SeenBlock, SeenBranch, SeenNote } from './document.ts';
import type { BareBlock } from './pictures.ts';
import { saidIn } from './reasons.ts';
import { partsIn } from './split.ts';

type BareBranch = Extract<BareBlock, { kind: 'outline' }>['branches'][number];
type BareNote = BareBranch['notes'][number];

/** What one activity leaves behind, with the address of each note in place of the id that only this activity knows. */
export function addressed(block: BareBlock, addressOf: (id: string) => string): BareBlock {
  if (block.kind === 'table') return block;
  if (block.kind === 'outline') return { ...block, branches: block.branches.map(inBranch) };
  const reasons = block.reasons?.map((reason) => ({ ...reason, id: addressOf(reason.id) }));
  return { ...block, ...(reasons && { reasons }) };

  function inBranch(branch: BareBranch): BareBranch {
    return withNotes<BareNote, BareBranch>(
      branch,
      (note) => ({ ...note, id: addressOf(note.id) }),
      ({ index, ...rest }) => ({ ...rest, ...(index && { index: index.map(addressOf) }) })
    );
  }
}

/** The addresses of all notes and reasons of a document, in its order. */
export const addressesIn = (blocks: readonly SeenBlock[]): string[] => notesIn(blocks).map(({ id }) => id);

/** All addresses that an edition answers for: also of what is gone from it, and of notes that were split. */
export const everyAddressIn = ({ blocks, gone }: Pick<Edition, 'blocks' | 'gone'>): string[] => [
  ...addressesIn(blocks),
  ...gone.map(({ id }) => id),
  ...[...partsIn(blocks), ...gone].flatMap(({ partOf = [] }) => partOf)
];

/**
 * The number by which an edition refers to each note and reason, by its address: 12 is the twelfth that stands for
 * itself, 12.1 the first under it. It counts through the whole edition, so that an index can point to it from any block.
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
  for (const block of blocks) {
    if (block.kind === 'outline') inside(block.branches);
    if (block.kind === 'continuum') for (const { id } of saidIn(block)) numbers.set(id, String((last += 1)));
  }
  return numbers;
}

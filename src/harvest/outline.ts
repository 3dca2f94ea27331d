import type { SeenBlock, SeenBranch, SeenNote, SeenOutline } from './document.ts';
import { told, type HarvestWords } from './sentence.ts';

/** What a block is about, as a list of contents says it. */
export const titleOf = (block: SeenBlock): string | null =>
  block.kind === 'continuum' ? block.statement : block.question;

/** Without notes that say nothing, and without branches that hold none. A note that was withdrawn stays while others hang on it. */
export function tidied(block: SeenBlock): SeenBlock {
  return block.kind === 'outline' ? { ...block, branches: saying(block.branches) } : block;
}

/** A branch's heading, in the reader's words. */
export function headOf({ head }: SeenBranch, words: HarvestWords): string {
  switch (head.kind) {
    case 'speaker':
      return head.name ?? words.outline.speaker(head.number);
    case 'question':
      return told(head.text, words);
    case 'theme':
      return told(head.name, words);
    case 'table':
      return words.outline.table(head.number);
    default:
      return words.outline[head.kind];
  }
}

/** A note as one line: numbered as in 1.2.1 within its branch, and the headings it stands under. */
export type NoteLine = { path: string[]; number: string; level: number; note: SeenNote };

export function linesOf(block: SeenOutline, words: HarvestWords): NoteLine[] {
  const under = (branches: readonly SeenBranch[], above: readonly string[]): NoteLine[] =>
    branches.flatMap((branch) => {
      const path = [...above, headOf(branch, words)];
      return [...numbered(branch.notes, path), ...under(branch.branches ?? [], path)];
    });
  return under(block.branches, []);
}

export function numbered(notes: readonly SeenNote[], path: string[] = [], above = ''): NoteLine[] {
  return notes.flatMap((note, nth) => {
    const number = `${above}${nth + 1}`;
    const line = { path, number, level: number.split('.').length, note };
    return [line, ...numbered(note.notes, path, `${number}.`)];
  });
}

/** Where a note was written, when that is known. */
export const whereOf = ({ table, round }: SeenNote, words: HarvestWords): string | null => {
  const where = [
    ...(table === undefined ? [] : [words.outline.table(table)]),
    ...(round === undefined ? [] : [words.round(round)])
  ];
  return where.length > 0 ? where.join(', ') : null;
};

const saying = (branches: readonly SeenBranch[]): SeenBranch[] =>
  branches.flatMap((branch) => {
    const notes = worded(branch.notes);
    const under = branch.branches && saying(branch.branches);
    if (notes.length === 0 && !under?.length) return [];
    return [{ ...branch, notes, ...(under && { branches: under }) }];
  });

const worded = (notes: readonly SeenNote[]): SeenNote[] =>
  notes.flatMap((note) => {
    const under = worded(note.notes);
    return note.text || under.length > 0 ? [{ ...note, text: note.text || null, notes: under }] : [];
  });

import { everyBranch, everyNote } from '#contract/outline-notes.ts';
import type { SeenBlock, SeenHead } from './document.ts';
import { titleOf } from './outline.ts';

/** A person whom an edition names, and in what; null where the words of that were withdrawn. */
export type NameIn = { readonly name: string; readonly where: string | null };

/** Everybody whom these blocks name: at a place on a line, or over what they said. Each once in each block. */
export function namesIn(blocks: readonly SeenBlock[]): NameIn[] {
  return blocks.flatMap((block) => [...new Set(inBlock(block))].map((name) => ({ name, where: titleOf(block) })));
}

function inBlock(block: SeenBlock): string[] {
  if (block.kind === 'continuum') return (block.named ?? []).flatMap(({ name }) => name ?? []);
  if (block.kind === 'table') return [];
  return everyBranch(block.branches).flatMap(({ head, notes }) => [
    ...speaker(head),
    ...everyNote(notes).flatMap(({ from = [] }) => from.flatMap(speaker))
  ]);
}

const speaker = (head: SeenHead): string[] =>
  head.kind === 'speaker' && 'name' in head && head.name !== null ? [head.name] : [];

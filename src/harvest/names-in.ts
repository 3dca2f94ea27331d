import type { SeenBlock, SeenBranch } from './document.ts';
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
  const inside = ({ head, notes, branches = [] }: SeenBranch): string[] => [
    ...speaker(head),
    ...notes.flatMap(({ from = [] }) => from.flatMap(speaker)),
    ...branches.flatMap(inside)
  ];
  return block.branches.flatMap(inside);
}

const speaker = (head: SeenBranch['head']): string[] =>
  head.kind === 'speaker' && 'name' in head && head.name !== null ? [head.name] : [];

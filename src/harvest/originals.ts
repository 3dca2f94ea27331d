import { anchorOf } from './anchor.ts';
import type { SeenBlock, SeenBranch, SeenHead } from './document.ts';
import { headOf } from './outline.ts';
import { askedIn } from './retitled.ts';
import { orWithdrawn, type HarvestWords } from './sentence.ts';

/** What stands below a heading that was given a title, so that readers know what the room was shown. */
export type Original = {
  readonly anchor: string;
  readonly block: string;
  /** The headings it stands under and its own; of a block none. */
  readonly path: readonly string[];
  /** As the room had it, and the sentence that says so. */
  readonly text: string;
  readonly told: string;
};

/** Each once, at the first heading that has this title for it. Where both are the same, nothing is told. */
export function originalsOf(blocks: readonly SeenBlock[], words: HarvestWords): Original[] {
  const known = new Set<string>();
  return blocks.flatMap((block) => [
    ...original(block, headOfBlock(block), []),
    ...(block.kind === 'outline' ? under(block, block.branches, []) : [])
  ]);

  function under(block: SeenBlock, branches: readonly SeenBranch[], above: readonly SeenBranch[]): Original[] {
    return branches.flatMap((branch) => {
      const path = [...above, branch];
      return [...original(block, branch.head, path), ...under(block, branch.branches ?? [], path)];
    });
  }

  function original(block: SeenBlock, { retitled, ...head }: SeenHead, path: readonly SeenBranch[]): Original[] {
    const asked = askedIn(head);
    const text = asked === undefined ? headOf({ head }, words) : orWithdrawn(asked, words);
    const key = JSON.stringify([retitled, text]);
    if (retitled == null || retitled === text || known.has(key)) return [];
    known.add(key);
    return [
      {
        anchor: anchorOf(block, ...path),
        block: block.id,
        path: path.map((branch) => headOf(branch, words)),
        text,
        told: asked === undefined ? words.outline.called(text) : words.outline.asked(text)
      }
    ];
  }
}

const headOfBlock = (block: SeenBlock): SeenHead => {
  if (block.kind !== 'continuum') return block.title;
  const { statement, retitled } = block;
  return { kind: 'question', text: statement, ...(retitled !== undefined && { retitled }) };
};

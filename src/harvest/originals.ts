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

  function original(block: SeenBlock, head: SeenHead, path: readonly SeenBranch[]): Original[] {
    const instead = shownInstead(head, words);
    const key = JSON.stringify([head.retitled, instead?.text]);
    if (!instead || known.has(key)) return [];
    known.add(key);
    return [
      {
        anchor: anchorOf(block, ...path),
        block: block.id,
        path: path.map((branch) => headOf(branch, words)),
        ...instead
      }
    ];
  }
}

/** As the room had a heading, and the sentence that says so; null where readers meet the same. */
export function shownInstead(
  { retitled, ...head }: SeenHead,
  words: HarvestWords
): Pick<Original, 'text' | 'told'> | null {
  const asked = askedIn(head);
  const text = asked === undefined ? headOf({ head }, words) : orWithdrawn(asked, words);
  if (retitled == null || retitled === text) return null;
  return { text, told: asked === undefined ? words.outline.called(text) : words.outline.asked(text) };
}

export const headOfBlock = (block: SeenBlock): SeenHead => {
  if (block.kind !== 'continuum') return block.title;
  const { statement, retitled } = block;
  return { kind: 'question', text: statement, ...(retitled !== undefined && { retitled }) };
};

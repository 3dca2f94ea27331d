import type { SeenBlock, SeenBranch } from './document.ts';

/** A block with the headings that readers meet in it, and nothing that was noted or counted under them. */
export function headingsOnly(block: SeenBlock): SeenBlock {
  if (block.kind === 'continuum') {
    const { kind, id, statement, poles, middle } = block;
    return { kind, id, statement, poles, middle, rounds: [] };
  }
  const { kind, id, of, title } = block;
  if (kind === 'table') return { kind, id, of, title, columns: [], rows: [], figures: [] };
  return { kind, id, of, title, branches: block.branches.map(bare), figures: [] };
}

const bare = ({ id, head, branches }: SeenBranch): SeenBranch => ({
  id,
  head,
  notes: [],
  ...(branches && { branches: branches.map(bare) })
});

import type { Figure } from '#contract/harvest-blocks.ts';
import type { SeenBlock, SeenFigure, SeenOwn } from './document.ts';
import type { HarvestWords } from './sentence.ts';

export const APPENDIX = 'appendix';

/** A figure as a method made it, and as a document has it: that it is aside is told by where it stands. */
type Aside = SeenFigure & Pick<Figure, 'aside'>;

/**
 * Blocks without the figures that nobody asked for. `isOn`: these are told in a block of their own, each with the title
 * of the block it is of. A block that held nothing else is left out.
 */
export function withAppendix(blocks: readonly SeenBlock[], isOn: boolean, words: HarvestWords): SeenBlock[] {
  const told = blocks.flatMap((block): SeenBlock[] => {
    if (!hasFigures(block)) return [block];
    const figures = block.figures.filter(({ aside }: Aside) => !aside);
    const isEmpty = figures.length < block.figures.length && figures.length === 0 && !hasMore(block);
    return isEmpty ? [] : [{ ...block, figures }];
  });
  const figures = blocks.filter(hasFigures).flatMap(asideIn);
  if (!isOn || figures.length === 0) return told;
  const title = { kind: APPENDIX, words: words.outline.appendix };
  return [...told, { kind: 'outline', id: APPENDIX, of: 'gathering', title, branches: [], figures }];
}

/** A kind that no edition knows is passed on: whoever publishes is told of it. */
const hasFigures = (block: SeenBlock): block is SeenOwn => block.kind === 'outline' || block.kind === 'table';

const hasMore = (block: SeenOwn): boolean => block.kind === 'table' || block.branches.length > 0;

const asideIn = ({ title, figures }: SeenOwn): SeenFigure[] => {
  const statement = title.retitled ?? ('text' in title ? title.text : (title.words ?? title.kind));
  return figures.flatMap(({ aside, ...figure }: Aside) =>
    aside ? [{ ...figure, scope: { statement, ...figure.scope } }] : []
  );
};

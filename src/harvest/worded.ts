import { getOwn } from '#contract/get-own.ts';
import type { MethodHarvestWords } from '#contract/harvest-words.ts';
import { isFilled, type SeenBlock, type SeenBranch, type SeenCode, type SeenFigure } from './document.ts';
import { figureSentence } from './figures.ts';

/**
 * Blocks with the words of their methods beside each code, so that an edition says the same for ever, whoever reads it
 * and whatever has become of the method: decision 25. Words that are there already stay as they are.
 */
export const worded = (
  blocks: readonly SeenBlock[],
  methods: Readonly<Record<string, MethodHarvestWords>>
): SeenBlock[] =>
  blocks.map((block) => {
    const method = block.kind === 'continuum' ? undefined : getOwn(methods, block.of);
    return method ? wordedBlock(block, method) : block;
  });

function wordedBlock(block: SeenBlock, method: MethodHarvestWords): SeenBlock {
  if (block.kind === 'continuum') return block;
  const { title, branches, figures } = block;
  return {
    ...block,
    title: 'text' in title ? title : wordedCode(title, method),
    branches: branches.map((branch) => wordedBranch(branch, method)),
    figures: figures.map((figure) => wordedFigure(figure, method))
  };
}

function wordedBranch(branch: SeenBranch, method: MethodHarvestWords): SeenBranch {
  const { head, branches } = branch;
  return {
    ...branch,
    head: isFilled(head) ? head : wordedCode(head, method),
    ...(branches && { branches: branches.map((under) => wordedBranch(under, method)) })
  };
}

function wordedCode(own: SeenCode, { headings }: MethodHarvestWords): SeenCode {
  const words = own.words ?? getOwn(headings, own.kind);
  return words === undefined ? own : { ...own, words };
}

function wordedFigure(figure: SeenFigure, method: MethodHarvestWords): SeenFigure {
  const words = figure.words ?? figureSentence(figure, method);
  return words === null ? figure : { ...figure, words };
}

/** Codes that no method had words for: readers would see the code itself. */
export function wordless(blocks: readonly SeenBlock[]): string[] {
  const bare = ({ kind, words }: SeenCode): string[] => (words === undefined ? [kind] : []);
  const under = (branches: readonly SeenBranch[]): string[] =>
    branches.flatMap(({ head, branches = [] }) => [...(isFilled(head) ? [] : bare(head)), ...under(branches)]);
  return blocks.flatMap((block) => {
    if (block.kind === 'continuum') return [];
    const { title, branches, figures } = block;
    return [
      ...('text' in title ? [] : bare(title)),
      ...under(branches),
      ...figures.flatMap(({ code, words }) => (words === undefined ? [code] : []))
    ];
  });
}

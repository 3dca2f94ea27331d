import { getOwn } from '#contract/get-own.ts';
import type { MethodHarvestWords } from '#contract/harvest-words.ts';
import type { SeenBlock, SeenBranch, SeenCell, SeenCode, SeenFigure, SeenOwn } from './document.ts';
import { isFilled } from './edition-schema.ts';
import { figureSentence } from './figure-sentences.ts';

/**
 * Blocks with the words of their methods beside each code, so that an edition says the same to every reader for ever,
 * whatever has become of the method: decision 25. Words that are there already stay as they are.
 */
export const worded = (
  blocks: readonly SeenBlock[],
  methods: Readonly<Record<string, MethodHarvestWords>>
): SeenBlock[] =>
  blocks.map((block) => {
    if (block.kind === 'continuum') return block;
    const method = getOwn(methods, block.of);
    return method ? wordedBlock(block, method) : block;
  });

function wordedBlock(block: SeenOwn, method: MethodHarvestWords): SeenOwn {
  const title = 'text' in block.title ? block.title : wordedCode(block.title, method);
  const figures = block.figures.map((figure) => wordedFigure(figure, method));
  if (block.kind === 'outline')
    return { ...block, title, figures, branches: block.branches.map((branch) => wordedBranch(branch, method)) };
  return {
    ...block,
    title,
    figures,
    columns: block.columns.map((column) => ({ ...column, ...wordsOf(column.heading, column.words, method) })),
    rows: block.rows.map((row) => row.map((cell) => (isLabel(cell) ? wordedCode(cell, method) : cell)))
  };
}

const isLabel = (cell: SeenCell): cell is SeenCode => typeof cell === 'object' && cell !== null && 'kind' in cell;

function wordedBranch(branch: SeenBranch, method: MethodHarvestWords): SeenBranch {
  const { head, branches } = branch;
  return {
    ...branch,
    head: isFilled(head) ? head : wordedCode(head, method),
    ...(branches && { branches: branches.map((under) => wordedBranch(under, method)) })
  };
}

const wordedCode = (own: SeenCode, method: MethodHarvestWords): SeenCode => ({
  ...own,
  ...wordsOf(own.kind, own.words, method)
});

function wordsOf(code: string, carried: string | undefined, { headings }: MethodHarvestWords): { words?: string } {
  const words = carried ?? getOwn(headings, code);
  return words === undefined ? {} : { words };
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
  const inside = (block: SeenOwn): string[] =>
    block.kind === 'outline'
      ? under(block.branches)
      : [
          ...block.columns.flatMap(({ heading, words }) => bare({ kind: heading, ...(words && { words }) })),
          ...new Set(block.rows.flat().flatMap((cell) => (isLabel(cell) ? bare(cell) : [])))
        ];
  return blocks.flatMap((block) => {
    if (block.kind === 'continuum') return [];
    const { title, figures } = block;
    return [
      ...('text' in title ? [] : bare(title)),
      ...inside(block),
      ...figures.flatMap(({ code, words }) => (words === undefined ? [code] : []))
    ];
  });
}

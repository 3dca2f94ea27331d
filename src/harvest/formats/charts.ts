import { svg } from '../chart.ts';
import type { Edition, SeenContinuum } from '../document.ts';
import type { FileWords } from './file-words.ts';

/** Where the drawing of a round lies beside the page. Counted, because the id of a block may hold any letter. */
export function chartPath({ blocks }: Pick<Edition, 'blocks'>, block: SeenContinuum, round: number): string {
  const nth = blocks.filter(({ kind }) => kind === 'continuum').indexOf(block);
  return `charts/line-${nth + 1}-round-${round}.svg`;
}

/** A drawing of every round that tells where people stood. */
export const charts = (edition: Edition, words: FileWords): { path: string; text: string }[] =>
  edition.blocks.flatMap((block) => {
    if (block.kind !== 'continuum') return [];
    return block.rounds
      .filter(({ spread }) => spread !== null)
      .map((round) => ({
        path: chartPath(edition, block, round.round),
        text: svg(block, round, words, edition)
      }));
  });

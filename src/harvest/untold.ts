import type { FigureValue } from '#contract/harvest-blocks.ts';
import type { SeenBlock } from './document.ts';

/** How many figures are told without their number, because it would tell of fewer than five people. */
export const untoldIn = (blocks: readonly SeenBlock[]): number =>
  blocks.reduce((before, block) => before + untold(block), 0);

function untold(block: SeenBlock): number {
  if (block.kind === 'continuum')
    return block.rounds.filter(({ placed, spread }) => placed > 0 && spread === null).length;
  const figures = block.figures.filter(({ value }) => isUntold(value)).length;
  return block.kind === 'outline' ? figures : figures + block.rows.flat().filter(isUntold).length;
}

const isUntold = (told: FigureValue | object | string | null): boolean =>
  told === 'untold' || told === 'few' || told === 'most';

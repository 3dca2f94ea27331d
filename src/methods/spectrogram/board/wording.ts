import type { Shift } from '#harvest/blocks.ts';
import type { Poles } from '#harvest/sentence.ts';
import { LINE_END } from '../figures/bins.ts';
import { words } from '../words.ts';

/** “Half the room moved 8 of 100 or more towards …”: how far the person in the middle of all moves went, and where to. Nothing where they stayed. */
export function middleMove({ median }: Shift, [poleA, poleB]: Poles): string {
  const hundredths = Math.round((100 * Math.abs(median)) / LINE_END);
  return hundredths === 0 ? '' : words.board.middleMove(hundredths, (median > 0 ? poleB : poleA) ?? '…');
}

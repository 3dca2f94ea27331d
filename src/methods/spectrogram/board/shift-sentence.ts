import type { Shift } from '../figures/statistics.ts';
import type { Poles } from '#harvest/sentence.ts';
import { LINE_END } from '../figures/bins.ts';
import { words } from '../words.ts';

/** What changed between two rounds. Names a direction when half the room moved by a tenth of the line. */
export function shiftSentence({ moved, crossed, median }: Shift, [poleA, poleB]: Poles): string {
  const towards = moved === 'few' || median === 0 ? null : ((median > 0 ? poleB : poleA) ?? '…');
  const said = [words.board.moved(moved, towards)];
  if (crossed !== 'few') said.push(words.board.crossed(crossed));
  return said.join(' ');
}

/** The median move: how far and towards which pole. Empty when it is no move. */
export function middleMove({ median }: Shift, [poleA, poleB]: Poles): string {
  const tenths = Math.round((10 * Math.abs(median)) / LINE_END);
  return tenths === 0 ? '' : words.board.middleMove(tenths, (median > 0 ? poleB : poleA) ?? '…');
}

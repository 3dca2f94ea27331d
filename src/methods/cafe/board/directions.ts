import { openTables, ringOf } from '../views/tables.ts';
import type { BoardSeen } from '../views/board.ts';
import { board } from '../words/board.ts';

/** How tables are counted on the way, in a sentence or two. */
export function wayAround(view: BoardSeen): string {
  const [ring, said] = [ringOf(view), board.finding];
  const passed = openTables(view.tables).filter(([id]) => view.rule?.passed.includes(id));
  return [
    said.around(ring.at(-1)?.[1].number ?? 0, ring[0]?.[1].number ?? 0),
    ...(passed.length === 0 ? [] : [said.passed(passed.map(([, { number }]) => number))])
  ].join(' ');
}

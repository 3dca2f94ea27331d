import { around, isInviting } from '../views/chairs.ts';
import type { BoardSeen } from '../views/board.ts';
import { words } from '../words.ts';

const said = words.board.middle;

/** The message in the middle of the ring: the one thing that everybody should know now. */
export function happening(view: BoardSeen): string {
  const { stage, form, group } = view;
  if (stage === 'ready' || stage === 'starters' || stage === 'asking' || stage === 'last-words') return said[stage];
  if (stage !== 'bowl') return stage === 'closed' ? said.closed : '';
  if (form === 'closed') return group && group.now > 0 ? said.group(group.now, group.of) : said.listening;
  return bowl(view);
}

function bowl({ form, policy, chairs, asking, waiting }: BoardSeen): string {
  const all = around(chairs).map(([, chair]) => chair);
  const [held, ...others] = all.flatMap(({ called }) => called ?? []);
  if (held) return others.length > 0 ? said.heldMany : said.held(held.name);
  if (!asking) return said.listening;
  const free = all.filter(isInviting).length;
  if (free > 0 && policy === 'facilitator') return said.freeChosen;
  if (free > 0) return free === 1 ? said.free : said.freeMany(free);
  if (form === 'samoan') return said.samoan;
  // When nobody waits, the board does not ask sitters to make room.
  return form === 'ux' || waiting === 0 ? said.listening : said.full;
}

import { inRingOrder, isInviting } from '../views/chairs.ts';
import type { BoardSeen } from '../views/board.ts';
import { words } from '../words.ts';

const messages = words.board.middle;

/** The message in the middle of the ring: the one thing that everybody should know now. */
export function middleMessage(view: BoardSeen): string {
  const { stage, form, group } = view;
  if (stage === 'ready' || stage === 'starters' || stage === 'asking' || stage === 'last-words') return messages[stage];
  if (stage !== 'bowl') return stage === 'closed' ? messages.closed : '';
  if (form === 'closed') return group && group.now > 0 ? messages.group(group.now, group.of) : messages.listening;
  return bowlMessage(view);
}

function bowlMessage({ form, policy, chairs, asking, waiting }: BoardSeen): string {
  const all = inRingOrder(chairs).map(([, chair]) => chair);
  const [held, ...others] = all.flatMap(({ called }) => called ?? []);
  if (held) return others.length > 0 ? messages.heldMany : messages.held(held.name);
  if (!asking) return messages.listening;
  const free = all.filter(isInviting).length;
  if (free > 0 && policy === 'facilitator') return messages.freeChosen;
  if (free > 0) return free === 1 ? messages.free : messages.freeMany(free);
  if (form === 'samoan') return messages.samoan;
  // When nobody waits, the board does not ask sitters to make room.
  return form === 'ux' || waiting === 0 ? messages.listening : messages.full;
}

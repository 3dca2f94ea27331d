import { getOwn } from '#contract/get-own.ts';
import type { State, Chair, SitterId, Turn } from '../state.ts';

export const chairsInOrder = (chairs: State['chairs']): [id: string, chair: Chair][] =>
  Object.entries(chairs).sort(([, one], [, other]) => one.order - other.order);

/** All chairs without the remote one, which is for a person who is not in the room. */
export const chairsInRoom = (chairs: State['chairs']): [id: string, chair: Chair][] =>
  chairsInOrder(chairs).filter(([, { kind }]) => kind !== 'remote');

/** The chair a person sits on now, and their turn. */
export function seatOf(state: State, sitter: SitterId): { chair: string; turn: string } | null {
  for (const [id, { turn }] of Object.entries(state.chairs))
    if (turn !== null && getOwn(state.turns, turn)?.sitter === sitter) return { chair: id, turn };
  return null;
}

/** The current turn on this chair. */
export function turnIn(state: State, chair: string): { id: string; turn: Turn } | null {
  const id = getOwn(state.chairs, chair)?.turn ?? null;
  const turn = getOwn(state.turns, id);
  return id !== null && turn ? { id, turn } : null;
}

/** Whether the turn that the sender saw is still the current one. Without `seen`, the current sitter is meant. */
export const isSameTurn = (now: string | null, seen: string | null | undefined): boolean =>
  seen === undefined || seen === now;

/** The chair that is held for this request. */
export const chairHeldFor = (state: State, request: string): { chair: string; until: number } | null => {
  for (const [chair, { held }] of Object.entries(state.chairs))
    if (held?.request === request) return { chair, until: held.until };
  return null;
};

/** Nobody sits on it, and it is held for nobody. */
export const isFree = ({ turn, held }: Chair): boolean => turn === null && held === null;

/** The current turns, in the order of their chairs. */
export const currentTurns = (state: State): { id: string; chair: string; turn: Turn }[] =>
  chairsInOrder(state.chairs).flatMap(([chair]) => {
    const now = turnIn(state, chair);
    return now ? [{ ...now, chair }] : [];
  });

/** The turn that has the floor: the sitter who began to talk last, or else sat down last. */
export const floorOf = (state: State): { id: string; turn: Turn } | null =>
  currentTurns(state).reduce<{ id: string; turn: Turn } | null>(
    (last, now) => (last && last.turn.floor > now.turn.floor ? last : now),
    null
  );

import type { Seen, Text } from '#contract/typed-text.ts';

/**
 * A person who sits or sat, or an invited guest who has no place of their own here. `number`: in the order of first
 * sitting, from 1.
 */
export type Sitter = { name: Text | null; number: number };

export type ChairView = {
  /** Rises around the ring. */
  order: number;
  /** `invited`: an invited guest sits on it first. `remote`: kept for a person who is not in the room. */
  kind: 'free' | 'invited' | 'remote';
  /** Null: nobody sits on it. `since`: in milliseconds since 1970. */
  sitter: (Sitter & { turn: string; since: number }) | null;
  /**
   * The person who was called to it and has until `until` (milliseconds since 1970) to sit down. No name where speakers
   * have numbers.
   */
  called: { request: string; name: Text | null; until: number } | null;
  /** How many people stand behind it: how many requests name this chair. */
  behind: number;
};

export type ChairSeen = Seen<ChairView>;

export type SitterSeen = Seen<Sitter>;

/** The chairs in ring order, as [id, chair]. */
export const inRingOrder = (chairs: Record<string, ChairSeen>): [string, ChairSeen][] =>
  Object.entries(chairs).sort(([, one], [, other]) => one.order - other.order);

/** Nobody sits on it, it is held for nobody, and it is not the remote one. */
export const isInviting = ({ kind, sitter, called }: ChairSeen): boolean =>
  sitter === null && called === null && kind !== 'remote';

import type { Seen, Text } from '#contract/text.ts';

/**
 * Somebody who sits or sat: a person, or somebody invited who has no place of their own here. `number`: in the order of
 * first sitting, from 1.
 */
export type Sitter = { name: Text | null; number: number };

export type ChairView = {
  /** Around the ring, rising. */
  order: number;
  /** `invited`: begins with somebody who was invited. `remote`: kept for somebody who is not in the room. */
  kind: 'free' | 'invited' | 'remote';
  /** Null: nobody sits here. `since` in milliseconds since 1970. */
  sitter: (Sitter & { turn: string; since: number }) | null;
  /** Somebody was called to it and has until then (milliseconds since 1970) to sit down. Unnamed where speakers are. */
  called: { request: string; name: Text | null; until: number } | null;
  /** Who stands behind it and would take this place, longest first: how many requests name this very chair. */
  behind: number;
};

export type ChairSeen = Seen<ChairView>;

export type SitterSeen = Seen<Sitter>;

/** Around the ring, as [id, chair]. */
export const around = (chairs: Record<string, ChairSeen>): [string, ChairSeen][] =>
  Object.entries(chairs).sort(([, one], [, other]) => one.order - other.order);

/** Nobody sits there and it is held for nobody, and whoever comes in may take it. */
export const isInviting = ({ kind, sitter, called }: ChairSeen): boolean =>
  sitter === null && called === null && kind !== 'remote';

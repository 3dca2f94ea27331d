import type { Seen } from '#contract/text.ts';
import type {
  AllView,
  BoardView,
  BranchView,
  ChairView,
  NextUp,
  OutlineView,
  OwnView,
  Part,
  ScribeView,
  Sitter
} from './views.ts';

/** The views as pages get them: with the words that people typed, or null where they were withdrawn. */
export type AllSeen = Seen<AllView>;
export type BoardSeen = Seen<BoardView>;
export type OwnSeen = Seen<OwnView>;
export type MineSeen = OwnSeen | null;
export type ChairSeen = Seen<ChairView>;
export type SitterSeen = Seen<Sitter>;
export type NextSeen = Seen<NextUp>;
export type BranchSeen = Seen<BranchView>;
export type OutlineSeen = Seen<OutlineView>;
export type ScribeSeen = Seen<ScribeView>;

/** Around the ring, as [id, chair]. */
export const around = (chairs: Record<string, ChairSeen>): [string, ChairSeen][] =>
  Object.entries(chairs).sort(([, one], [, other]) => one.order - other.order);

/** Nobody sits there and it is held for nobody, and whoever comes in may take it. */
export const isInviting = ({ kind, sitter, called }: ChairSeen): boolean =>
  sitter === null && called === null && kind !== 'remote';

/** Whoever was invited may still have to sit down. */
export const isBefore = (part: Part): boolean => part === 'ready' || part === 'pairs' || part === 'starters';

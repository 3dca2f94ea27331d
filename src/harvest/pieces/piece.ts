import type { ContinuumRound } from '#contract/harvest-blocks.ts';
import type { Picture, SeenContinuum } from '../document.ts';

/**
 * An edition as one row of pieces, from its title to its licence. A format that is read has a way to draw each kind,
 * and none of them goes through blocks and branches itself: two formats that did told different things.
 */
export type Piece =
  /** `level` 1 is the title of the edition, 2 a block, 3 and more its branches. `anchor`: where a link to it leads. */
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly anchor?: string }
  /** What is told further down, under `title`. */
  | {
      readonly kind: 'contents';
      readonly title: string;
      readonly blocks: readonly { readonly text: string; readonly anchor: string }[];
    }
  | { readonly kind: 'text'; readonly text: string; readonly strong?: boolean }
  /** `anchor`: of a note that is not read any more. */
  | { readonly kind: 'item'; readonly text: string; readonly anchor?: string }
  | NotePiece
  | { readonly kind: 'index'; readonly notes: readonly { readonly number: string; readonly address: string }[] }
  | TablePiece
  /** A drawing of a round; its sentence and its table stand beside it. */
  | { readonly kind: 'chart'; readonly block: SeenContinuum; readonly round: ContinuumRound };

/** A note, or a reason somebody gave for their place. */
export type NotePiece = {
  readonly kind: 'note';
  /** How deep it stands, from 1. */
  readonly level: number;
  readonly number: string;
  readonly address: string;
  readonly mark: string | null;
  /** Empty where a photo says it all. */
  readonly text: string;
  readonly photo: { readonly picture: Picture; readonly alt: string } | null;
  readonly where: string | null;
  /** What became of it after the gathering, a sentence each. */
  readonly standing: readonly string[];
};

export type TablePiece = {
  readonly kind: 'table';
  readonly columns: readonly { readonly heading: string; readonly isNumbers: boolean }[];
  readonly rows: readonly (readonly string[])[];
};

export type Numbers = ReadonlyMap<string, string>;

import type { ContinuumRound, Shift } from '#harvest/blocks.ts';
import type { Seen, Text } from '../text.ts';
import type { Kind, Way } from './settings.ts';

/** From 0 at the first pole to 1000 at the second, whole numbers. */
export type Position = number;
export type Answer = 'unsure' | 'pass';
/** By a phone of their own, or by somebody else's hands. */
export type Via = 'phone' | 'helper';
export type Mark = { x: Position } | { answer: Answer };
export type Placement = Mark & { via: Via };

export type Stage = 'ready' | 'open' | 'locked';

/** What everybody may know of a statement. `version` and `round` go back with every `place`. */
export type LineView = {
  statement: string;
  version: number;
  /** Its place in the list, counted from 1; `of` how many there are. */
  order: number;
  of: number;
  text: Text;
  poleA: Text;
  poleB: Text;
  middle: Text | null;
  kind: Kind;
  way: Way;
  stage: Stage;
  round: number;
  /** Rounds that began with an empty line. In all others people keep the place of the round before until they move. */
  emptyAt: number[];
  revealed: boolean;
};

/** People in each fifth of the line, from the first pole to the second, and the stack beside it. */
export type Shape = { fifths: [number, number, number, number, number]; unsure: number };

/** `all`: the same for every phone. Before the reveal nothing in it moves when somebody places or joins. */
export type AllView = {
  exposure: 'L1';
  now: LineView | null;
  /** Null before the reveal, and as long as fewer than five people placed themselves. */
  shape: Shape | null;
};

/**
 * `person:…`: all that this person did here, by {@link placementKey}. It keeps every statement and round, so that
 * turning a page changes one view and not five hundred.
 */
export type OwnView = { placements: Record<string, Placement> };
/** Null until a person does something here. */
export type MineView = OwnView | null;

export type Counts = {
  /** People here now or already counted below, so that “84 of 112” never exceeds the whole. */
  present: number;
  placed: number;
  unsure: number;
  passed: number;
};

/** A dot is numbered by arrival in this activity and keeps its number. `order` rises with each move: later ones lie on top. */
export type Dot = { x: Position; order: number };

/** What may be drawn once a round is revealed. */
export type Picture = {
  dots: Record<number, Dot>;
  /** Where the same dots stood one round earlier, when that round was revealed too. */
  previous: Record<number, Position> | null;
  /** Everything the generated sentence needs. Its `spread` is null under five people. */
  figures: ContinuumRound;
  /** The previous round against this one. */
  shift: Shift | null;
};

/** `board`: dots, never persons. */
export type BoardView = {
  exposure: 'L1';
  now: LineView | null;
  counts: Counts | null;
  picture: Picture | null;
};

export type StatementRow = Omit<LineView, 'of'> & { placed: number; unsure: number; passed: number };

/** A person's dot, so that somebody who leads can place or move it for them. */
export type PersonDot = Placement & { dot: number };

/** `console`: what comes next is beside it, in the document. While a blind round is unrevealed even those who lead see who acted, not where. */
export type ConsoleView = {
  exposure: 'L1';
  statements: Record<string, StatementRow>;
  now: string | null;
  counts: Counts | null;
  /** Who acted in this round, and by whose hands. */
  acted: Record<string, Via>;
  /** By person; null until the reveal. */
  people: Record<string, PersonDot> | null;
  picture: Picture | null;
};

/** The views as they arrive on a surface: words where the rules hold references, null where words were withdrawn. */
export type LineSeen = Seen<LineView>;
export type AllSeen = Seen<AllView>;
export type BoardSeen = Seen<BoardView>;
export type ConsoleSeen = Seen<ConsoleView>;

type Whereabouts = Pick<LineView, 'statement' | 'version' | 'round'>;

export const placementKey = ({ statement, version, round }: Whereabouts): string => `${statement}.${version}.${round}`;

/** Where this person stands on the line that is on now: placed in this round, or kept from an earlier one. */
export function ownPlacement(own: MineView, line: Whereabouts & Pick<LineView, 'emptyAt'>): Placement | null {
  for (let round = line.round; round >= 1; round -= 1) {
    const placement = own?.placements[placementKey({ ...line, round })];
    if (placement) return placement;
    if (line.emptyAt.includes(round)) return null;
  }
  return null;
}

/** Where this person stood at the end of the round before. */
export function earlierPlacement(own: MineView, line: Whereabouts & Pick<LineView, 'emptyAt'>): Placement | null {
  return ownPlacement(own, { ...line, round: line.round - 1 });
}

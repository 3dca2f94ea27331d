import type { ContinuumRound, Range } from '#contract/blocks.ts';
import type { Seen, Text } from '#contract/text.ts';
import type { Exposure, Kind, Way } from './settings.ts';

/** From 0 at the first pole to 1000 at the second, whole numbers. */
export type Position = number;
export type Answer = 'unsure' | 'pass';
/** By a phone of their own, or by somebody else's hands. */
export type Via = 'phone' | 'helper';
export type Mark = { x: Position } | { answer: Answer };
export type Placement = Mark & { via: Via };

export type Stage = 'ready' | 'open' | 'locked';

/** A fifth of the line, from 0 at the first pole to 4 at the second. */
export type Fifth = 0 | 1 | 2 | 3 | 4;
/** Where somebody can be called from. */
export type Zone = Fifth | 'unsure';
/** Where a reason comes from. */
export type ReasonZone = Zone | 'pass';

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
  warmUp: boolean;
};

/** People in ranges of the line, two ranges or more with five people or more each, and the stack beside it. */
export type Shape = { ranges: readonly Range[]; unsure: number };

/** `all`: the same for every phone. Before the reveal nothing in it moves when somebody places or joins. */
export type AllView = {
  /** Told before anybody answers. It can fall, and never rises. */
  exposure: Exposure;
  now: LineView | null;
  /** Null before the reveal, and as long as one range holds everybody: under ten people always. */
  shape: Shape | null;
  /** The zone that lights up while somebody there is asked to speak. */
  called: { zone: Zone } | null;
  /** Whether people may propose statements just now. */
  proposals: boolean;
  /** What the board shows in place of the line. Phones are told that it does, and nothing of it. */
  looking: Looking | null;
};

/**
 * `person:…`: all that this person did here, by {@link placementKey}. It keeps every statement and round, so that
 * turning a page changes one view and not five hundred.
 */
export type OwnView = {
  placements: Record<string, Placement>;
  /** By placement key, as all that follows. `hidden`: it is not shown on the board. */
  reasons: Record<string, OwnReason>;
  /** “I'd say something.” */
  hands: Record<string, true>;
  /** It is this person's turn to speak, if that is still the line that is on. */
  called: string | null;
  proposals: Record<string, OwnProposal>;
  /** L3 only: may the harvest name this person? */
  named: boolean;
  /** L0 only: what this person's ticket was drawn with. Where they stand is known to their phone alone. */
  ticket: string | null;
};
export type OwnReason = { why: Text; pinned: boolean; hidden: boolean };
export type OwnProposal = Proposed & { state: 'waiting' | 'accepted' | 'declined' };
export type Proposed = { text: Text; poleA: Text; poleB: Text };
/** Null until a person does something here. */
export type MineView = OwnView | null;

export type Counts = {
  /** People here now or already counted below, so that “84 of 112” never exceeds the whole. */
  present: number;
  placed: number;
  unsure: number;
  passed: number;
};

/** Whoever is not sure or passed has answered, too: nobody waits for them. */
export const answeredOf = ({ placed, unsure, passed }: Counts): number => placed + unsure + passed;

/**
 * A dot has a number by chance, from 1 to 65,534, and keeps it in this activity. `order`: later ones lie on top. It
 * rises with each move that can be seen, and tells nothing of those that could not.
 */
export type Dot = { x: Position; order: number };

/** What may be drawn once a round is revealed. */
export type Picture = {
  /** None at L0: there the ranges of `figures` are drawn. */
  dots: Record<number, Dot>;
  /** Where the same dots stood one round earlier, when that round was revealed too. Null at L0. */
  previous: Record<number, Position> | null;
  /** Everything the generated sentence needs. Its `spread` is null under five people. */
  figures: ContinuumRound;
  /** The previous round against this one. Null at L0. */
  shift: Shift | null;
};

/**
 * Between two rounds whose dots are shown, by people who stand in both. No edition tells it: beside the ranges of both
 * it would tell of single people.
 */
export type Shift = {
  readonly pairs: number;
  /** Median of (last − first), positive towards the second pole, to the tenth of the line. */
  readonly median: number;
  /** Median of |last − first|, to the tenth of the line. */
  readonly distance: number;
  /** People who moved more than a tenth of the line. */
  readonly moved: Moved;
  /** People who crossed the middle. */
  readonly crossed: Moved;
};

/** How many people did it. `few`: none to four; `most`: all, or all but one to four. */
export type Moved = number | 'few' | 'most';

/** `board`: dots, never persons. */
export type BoardView = {
  exposure: Exposure;
  now: LineView | null;
  counts: Counts | null;
  /** Null before the reveal; at L0 as long as there are fewer than five points. */
  picture: Picture | null;
  called: { zone: Zone } | null;
  /** Pinned and not hidden, of the line that is on. */
  reasons: Record<string, PinnedReason>;
} & Looks;

export type PinnedReason = { why: Text; zone: ReasonZone; round: number; order: number };

/** What the board shows in place of the line, one at most. */
export type Looks = { cloud: Cloud | null; comparison: Comparison | null; replay: Replay | null };
export type Looking = keyof Looks;

/** A line as the side of something larger. */
export type Head = Pick<LineView, 'statement' | 'version' | 'text' | 'poleA' | 'poleB' | 'middle'>;

/** Two lines against each other, by people who stand on both. Null under five of them. */
export type Cloud = {
  across: Head;
  up: Head;
  /**
   * `cells[up][across]`, from the first poles: 5 × 5 fifths, or 3 × 3 under sixty people: two fifths, the middle one,
   * two fifths. Null: one to four people, or kept back so that they cannot be worked out.
   */
  cells: (number | null)[][];
  pairs: number;
};

/** Two rounds of a line, minutes or hours apart. Everything in pairs is [before, after]. */
export type Comparison = {
  head: Head;
  rounds: readonly [number, number];
  /** Up to sixty people: each dot and its ghost. More, or L0: two pictures of how many, back to back. */
  form: 'ghosts' | 'mirrored';
  /** Null for `mirrored`. */
  dots: readonly [Record<number, Dot>, Record<number, Dot>] | null;
  /** People on each of 25 parts of the line. Null at L0, where the ranges of `figures` are all that is told. */
  bins: readonly [number[], number[]] | null;
  figures: readonly [ContinuumRound, ContinuumRound];
  /** Of those who stand in both. Null at L0. */
  shift: Shift | null;
};

/**
 * What could be seen to move in a round: a dot, its new place (null: off the line), milliseconds since the round began.
 */
export type Replay = {
  head: Head;
  round: number;
  moves: readonly ReplayedMove[];
  ms: number;
  /** False when more happened than is kept. */
  whole: boolean;
};
export type ReplayedMove = readonly [dot: number, x: Position | null, ms: number];

export type StatementRow = Omit<LineView, 'of'> & { placed: number; unsure: number; passed: number };

/** A person's dot, so that somebody who leads can place or move it for them. */
export type PersonDot = Placement & { dot: number };

/**
 * `console`: what comes next is beside it, in the document. While a blind round is unrevealed those who lead see who
 * acted, not where.
 */
export type ConsoleView = {
  exposure: Exposure;
  statements: Record<string, StatementRow>;
  now: string | null;
  counts: Counts | null;
  /**
   * Who acted in this round, and by whose hands; `counts` says how many. At L1 without those who acted in sight, until
   * their line has closed: a dot appears as they do. Empty at L0: there `drawn` people have a ticket, and nobody knows
   * who used it.
   */
  acted: Record<string, Via>;
  drawn: number;
  /** By person; null until the reveal, and at L0 and L1. */
  people: Record<string, PersonDot> | null;
  picture: Picture | null;
  measures: Measures | null;
  hearing: Hearing;
  /** Of the line that is on, from its revealed rounds. */
  reasons: Record<string, ConsoleReason>;
  proposals: { open: boolean; waiting: Record<string, Proposal> };
  /** L3: how many agreed to be named. */
  named: number;
} & Looks;

export type ConsoleReason = PinnedReason & {
  pinned: boolean;
  hidden: boolean;
  /** Null at L0 and L1. */
  person: string | null;
};

/** `person`: who proposes it; null at L0 and L1. */
export type Proposal = Proposed & { order: number; person: string | null };

export type Hearing = {
  /** Who is asked to speak. `person` is null at L0 and L1. */
  called: { zone: Zone; person: string | null } | null;
  /** People with a hand up. */
  hands: number;
  /** Where they stand; null until the reveal and at L0. */
  willing: Record<Zone, number> | null;
  /** Who has a hand up, longest first; null until the reveal, and at L0 and L1. */
  people: Record<string, { zone: ReasonZone; order: number; heard: boolean }> | null;
  /** How often somebody was called from each zone in this round, without calls that were passed on. */
  heard: Record<Zone, number>;
};

/** How well it went, for those who lead. */
export type Measures = {
  /** People whose first place in this round came before the reveal; null where it would tell of one to four people. */
  beforeReveal: number | null;
  /** Seconds from the opening of the round to the first answer. Null under five, and at L0, where time is not kept. */
  secondsToAct: { median: number; p95: number } | null;
  /** Of the five fifths of the line, how many were called at least once. */
  zonesHeard: number;
};

/** The views as they arrive on a surface: words where the rules hold references, null where words were withdrawn. */
export type LineSeen = Seen<LineView>;
export type AllSeen = Seen<AllView>;
export type BoardSeen = Seen<BoardView>;
export type ConsoleSeen = Seen<ConsoleView>;
export type OwnSeen = Seen<OwnView>;
export type MineSeen = OwnSeen | null;

type Own = Pick<OwnView, 'placements'> | null;
type Whereabouts = Pick<LineView, 'statement' | 'version' | 'round'>;

export const placementKey = ({ statement, version, round }: Whereabouts): string => `${statement}.${version}.${round}`;

/** Where this person stands on the line that is on now: placed in this round, or kept from an earlier one. */
export function ownPlacement(own: Own, line: Whereabouts & Pick<LineView, 'emptyAt'>): Placement | null {
  for (let round = line.round; round >= 1; round -= 1) {
    const placement = own?.placements[placementKey({ ...line, round })];
    if (placement) return placement;
    if (line.emptyAt.includes(round)) return null;
  }
  return null;
}

/** Where this person stood at the end of the round before. */
export function earlierPlacement(own: Own, line: Whereabouts & Pick<LineView, 'emptyAt'>): Placement | null {
  return ownPlacement(own, { ...line, round: line.round - 1 });
}

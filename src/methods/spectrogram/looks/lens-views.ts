import type { Shift } from '../figures/statistics.ts';
import type { ContinuumRound } from '#contract/harvest-blocks.ts';
import { getOwn } from '#contract/get-own.ts';
import type { Roster } from '#contract/method.ts';
import { isAnonymous } from '../anonymity/exposure.ts';
import { FEWEST } from '#contract/people-counts.ts';
import { histogram } from '../figures/bins.ts';
import { dotted, roundFigures, shiftBetween, type Dot } from '../figures/round-shape.ts';
import { fifthOf, FIFTHS } from '../figures/zones.ts';
import {
  isRevealed,
  placementsIn,
  versionOf,
  positionsOf,
  type ReplayedMove,
  type State,
  type Statement,
  type Wording
} from '../state.ts';

/** The lens that the board shows in place of the line. At most one is not null. */
export type Looks = { cloud: Cloud | null; comparison: Comparison | null; replay: Replay | null };

export type LensName = keyof Looks;

/** What a lens shows of a line: its statement, poles and middle. */
export type Head = Omit<Wording, 'kind'> & { statement: string; version: number };

/** Two lines against each other, for people who stand on both. Null with fewer than five such people. */
export type Cloud = {
  across: Head;
  up: Head;
  /**
   * `cells[up][across]`, from the first poles. 5 × 5 fifths, or 3 × 3 with fewer than sixty people: two fifths, the
   * middle fifth, two fifths. Null: the cell holds one to four people, or it is held back so that such a cell cannot be
   * worked out.
   */
  cells: (number | null)[][];
  pairs: number;
};

/** Two rounds of a line. Every pair is [before, after]. */
export type Comparison = {
  head: Head;
  rounds: readonly [number, number];
  /**
   * `ghosts`, for up to sixty people: each dot and its ghost. `mirrored`, for more people or at L0: two histograms back
   * to back.
   */
  form: 'ghosts' | 'mirrored';
  /** Null with `mirrored`. */
  dots: readonly [Record<number, Dot>, Record<number, Dot>] | null;
  /** People on each of 25 parts of the line. Null at L0, where only the ranges of `figures` are shown. */
  bins: readonly [number[], number[]] | null;
  figures: readonly [ContinuumRound, ContinuumRound];
  /** The shift of the people who stand in both rounds. Null at L0. */
  shift: Shift | null;
};

/**
 * The moves of a round that could be seen: a dot, its new place (null: off the line), milliseconds since the round
 * began.
 */
export type Replay = {
  head: Head;
  round: number;
  moves: readonly ReplayedMove[];
  ms: number;
  /** False when more moves happened than were recorded. */
  whole: boolean;
};

/** Up to so many people an eye can follow each dot from its ghost. */
const GHOSTS_MOST = 60;

const BINS = 25;

/**
 * From so many people on, a cloud has 5 × 5 cells. A smaller room would have nearly all of 25 cells held back, so there
 * the two fifths at each pole are one cell. Both grids are made of the same fifths, so that one cannot be subtracted
 * from the other to show a few people.
 */
export const FIFTHS_FROM = 60;

export const looks = (state: State, roster: Roster): Looks => ({
  cloud: cloud(state),
  comparison: comparison(state, roster),
  replay: replay(state)
});

export function lensShown(state: State, roster: Roster): LensName | null {
  const { cloud, comparison, replay } = looks(state, roster);
  return cloud ? 'cloud' : comparison ? 'comparison' : replay ? 'replay' : null;
}

/** The cloud of the latest rounds of both lines, while both are revealed. */
function cloud(state: State): Cloud | null {
  if (state.lens?.kind !== 'crossed' || isAnonymous(state)) return null;
  const across = getOwn(state.statements, state.lens.across);
  const up = getOwn(state.statements, state.lens.up);
  if (!across || !up || !isRevealed(across) || !isRevealed(up)) return null;
  const columns = placementsIn(versionOf(across), across.round);
  const rows = placementsIn(versionOf(up), up.round);
  const pairs = Object.entries(columns).flatMap(([person, mark]) => {
    const other = getOwn(rows, person);
    return other && 'x' in mark && 'x' in other ? [[fifthOf(mark.x), fifthOf(other.x)] as const] : [];
  });
  if (pairs.length < FEWEST) return null;
  return { across: head(across), up: head(up), cells: holdBackSmallCells(counted(pairs)), pairs: pairs.length };
}

/** `cells[up][across]`, in the grid for this number of people. */
function counted(pairs: readonly (readonly [across: number, up: number])[]): number[][] {
  const grid: readonly number[] = pairs.length < FIFTHS_FROM ? [0, 0, 1, 2, 2] : FIFTHS;
  const size = Math.max(...grid) + 1;
  const cells = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const [across, up] of pairs) {
    const [row, column] = [cells[grid[up] ?? 0], grid[across] ?? 0];
    if (row) row[column] = (row[column] ?? 0) + 1;
  }
  return cells;
}

/**
 * Holds back cells with one to four people. While these hold fewer than five people together, it also holds back the
 * smallest other cells: otherwise the number of all pairs, which is shown, would tell how many people they hold.
 */
export function holdBackSmallCells(cells: readonly (readonly number[])[]): (number | null)[][] {
  const sizes = cells
    .flat()
    .filter((count) => count > 0)
    .sort((one, other) => one - other);
  let hidden = 0;
  let least = 0;
  for (const size of sizes) {
    if (size >= FEWEST && (hidden === 0 || hidden >= FEWEST)) break;
    hidden += size;
    least = size;
  }
  return cells.map((row) => row.map((count) => (count > 0 && count <= least ? null : count)));
}

function comparison(state: State, roster: Roster): Comparison | null {
  if (state.lens?.kind !== 'compared') return null;
  const { rounds } = state.lens;
  const statement = onBoard(state, state.lens);
  if (!statement) return null;
  const version = versionOf(statement);
  const [one, other] = [version.rounds[rounds[0]], version.rounds[rounds[1]]];
  if (!one?.revealed || !other?.revealed) return null;
  const sides = [placementsIn(version, rounds[0]), placementsIn(version, rounds[1])] as const;
  const bins = (side: (typeof sides)[number]) => histogram(positionsOf(side), BINS);
  const few = Math.max(...sides.map((side) => positionsOf(side).length)) <= GHOSTS_MOST;
  const ghosts = few && !isAnonymous(state);
  return {
    head: head(statement),
    rounds,
    form: ghosts ? 'ghosts' : 'mirrored',
    dots: ghosts ? [dotted(state, sides[0]), dotted(state, sides[1])] : null,
    bins: isAnonymous(state) ? null : [bins(sides[0]), bins(sides[1])],
    figures: [roundFigures(state, rounds[0], sides[0], roster), roundFigures(state, rounds[1], sides[1], roster)],
    shift: isAnonymous(state) ? null : shiftBetween(sides[0], sides[1])
  };
}

function replay(state: State): Replay | null {
  if (state.lens?.kind !== 'replayed' || isAnonymous(state)) return null;
  const { round } = state.lens;
  const statement = onBoard(state, state.lens);
  if (!statement) return null;
  const replayed = versionOf(statement).rounds[round];
  if (!replayed?.revealed) return null;
  const { moves, whole } = replayed;
  return { head: head(statement), round, moves, ms: moves.at(-1)?.[2] ?? 0, whole };
}

/** The line on the board, if the lens is about it in its current wording. */
function onBoard(state: State, lens: { statement: string; version: number }): Statement | null {
  const statement = getOwn(state.statements, lens.statement);
  return statement && state.now === statement.id && statement.version === lens.version ? statement : null;
}

function head(statement: Statement): Head {
  const { text, poleA, poleB, middle } = versionOf(statement);
  return { statement: statement.id, version: statement.version, text, poleA, poleB, middle };
}

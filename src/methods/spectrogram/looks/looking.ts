import type { Room } from '../../method.ts';
import { FEWEST, histogram } from '../figures/bins.ts';
import { dotted, mayBeTold, roundFigures, shiftBetween } from '../figures/figures.ts';
import { isAnonymous } from '../anonymity/exposure.ts';
import { find } from '../../shared/records.ts';
import { isRevealed, positionsOf, standing, versionOf, type State, type Statement } from '../state.ts';
import type { Cloud, Comparison, Head, Looking, Looks, Replay } from '../views.ts';
import { FIFTHS, zoneOf } from '../figures/zones.ts';

/** Up to here each dot can be followed from its ghost. */
const GHOSTS_MOST = 60;
const BINS = 25;

export const looks = (state: State, room: Room): Looks => ({
  cloud: cloud(state),
  comparison: comparison(state, room),
  replay: replay(state)
});

export function looking(state: State, room: Room): Looking | null {
  const { cloud, comparison, replay } = looks(state, room);
  return cloud ? 'cloud' : comparison ? 'comparison' : replay ? 'replay' : null;
}

/** From the latest round of both lines, as long as both may be seen. */
function cloud(state: State): Cloud | null {
  if (state.lens?.kind !== 'crossed' || isAnonymous(state)) return null;
  const across = find(state.statements, state.lens.across);
  const up = find(state.statements, state.lens.up);
  if (!across || !up || !isRevealed(across) || !isRevealed(up)) return null;
  const columns = standing(versionOf(across), across.round);
  const rows = standing(versionOf(up), up.round);
  const cells = FIFTHS.map(() => FIFTHS.map(() => 0));
  let pairs = 0;
  for (const [person, mark] of Object.entries(columns)) {
    const other = find(rows, person);
    if (!other || !('x' in mark) || !('x' in other)) continue;
    const [column, row] = [zoneOf(mark), zoneOf(other)];
    const line = typeof row === 'number' ? cells[row] : undefined;
    if (!line || typeof column !== 'number') continue;
    line[column] = (line[column] ?? 0) + 1;
    pairs += 1;
  }
  return pairs < FEWEST ? null : { across: head(across), up: head(up), cells: kept(cells), pairs };
}

/**
 * Cells with one to four people are kept back; and while those hold fewer than five together, the smallest of the others,
 * too: the number of all pairs stands beside them, and a few could be worked out from it.
 */
export function kept(cells: readonly (readonly number[])[]): (number | null)[][] {
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

function comparison(state: State, room: Room): Comparison | null {
  if (state.lens?.kind !== 'compared') return null;
  const { rounds } = state.lens;
  const statement = onBoard(state, state.lens);
  if (!statement) return null;
  const version = versionOf(statement);
  const [one, other] = [version.rounds[rounds[0]], version.rounds[rounds[1]]];
  if (!one?.revealed || !other?.revealed) return null;
  const sides = [standing(version, rounds[0]), standing(version, rounds[1])] as const;
  const bins = (side: (typeof sides)[number]) => (mayBeTold(state, side) ? histogram(positionsOf(side), BINS) : null);
  const few = Math.max(...sides.map((side) => positionsOf(side).length)) <= GHOSTS_MOST;
  const ghosts = few && !isAnonymous(state);
  return {
    head: head(statement),
    rounds,
    form: ghosts ? 'ghosts' : 'mirrored',
    dots: ghosts ? [dotted(state, sides[0]), dotted(state, sides[1])] : null,
    bins: [bins(sides[0]), bins(sides[1])],
    figures: [roundFigures(state, rounds[0], sides[0], room), roundFigures(state, rounds[1], sides[1], room)],
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

/** The line on the board, if it is what is looked at, in the same words. */
function onBoard(state: State, lens: { statement: string; version: number }): Statement | null {
  const statement = find(state.statements, lens.statement);
  return statement && state.now === statement.id && statement.version === lens.version ? statement : null;
}

function head(statement: Statement): Head {
  const { text, poleA, poleB, middle } = versionOf(statement);
  return { statement: statement.id, version: statement.version, text, poleA, poleB, middle };
}

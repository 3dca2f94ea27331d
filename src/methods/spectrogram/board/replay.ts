import type { ReplayedMove } from '../state.ts';
import { DOTS_END, type People } from './dot-columns.ts';

/** A recording of the moves of a round, as columns. */
export type Recording = { count: number; dots: Uint16Array; xs: Uint16Array; atMs: Float64Array; ms: number };

const OFF_THE_LINE = 0xffff;

/** When the first move was seen: before the reveal of a blind round there is only an empty line to play. */
const beginOf = (moves: readonly ReplayedMove[]): number => moves[0]?.[2] ?? 0;

/** How much time of the round a replay covers, in milliseconds. */
export const replayedMs = ({ moves, ms }: { moves: readonly ReplayedMove[]; ms: number }): number =>
  ms - beginOf(moves);

/** @param ms how long the round took; every move lies within it. */
export function recordingOf(moves: readonly ReplayedMove[], ms: number): Recording {
  const begin = beginOf(moves);
  const recording: Recording = {
    count: moves.length,
    dots: new Uint16Array(moves.length),
    xs: new Uint16Array(moves.length),
    atMs: new Float64Array(moves.length),
    ms: Math.max(1, ms - begin)
  };
  moves.forEach(([dot, x, at], move) => {
    recording.dots[move] = dot;
    recording.xs[move] = x ?? OFF_THE_LINE;
    recording.atMs[move] = at - begin;
  });
  return recording;
}

/** People on the line after so many milliseconds. The person who moved last is on top. */
export function peopleAt({ count, dots, xs, atMs }: Recording, ms: number): People {
  const last = new Int32Array(DOTS_END).fill(-1);
  let onLine = 0;
  let moves = 0;
  for (; moves < count && (atMs[moves] ?? 0) <= ms; moves += 1) {
    const dot = dots[moves] ?? 0;
    const [before, now] = [last[dot] ?? -1, xs[moves] === OFF_THE_LINE ? -1 : moves];
    onLine += Number(now >= 0) - Number(before >= 0);
    last[dot] = now;
  }
  const people: People = { count: onLine, ids: new Uint16Array(onLine), xs: new Uint16Array(onLine) };
  let index = 0;
  for (let move = 0; move < moves; move += 1) {
    const dot = dots[move] ?? 0;
    if (last[dot] !== move) continue;
    people.ids[index] = dot;
    people.xs[index] = xs[move] ?? 0;
    index += 1;
  }
  return people;
}

/**
 * The longest replay: half an hour of talk is played in so long. Shorter rounds play at least {@link SLOWEST_SPEED} times
 * as fast.
 */
const LONGEST_MS = 20_000;
const SLOWEST_SPEED = 4;

/** How many milliseconds of the round are played per millisecond. */
export const playbackSpeed = ({ ms }: Recording): number => Math.max(SLOWEST_SPEED, ms / LONGEST_MS);

/** With reduced motion a replay is so many still pictures. */
export const STEPS = 12;

import { onPlate } from './nameplate.ts';
import type { ChairSeen } from '../seen.ts';
import { words } from '../words.ts';

/** `letter`: how high one is, in units of the picture: as the longest line allows. */
export type Plate = { lines: string[]; letter: number };

/** The smallest letter that the last row reads, and how wide a letter is for its height. */
const SMALLEST = 38;
const LETTER = 0.56;
/** How wide a line may be inside a circle, for its radius. */
const ONE_LINE = 1.6;
const TWO_LINES = 1.48;
/** With the time that is left below it; the last for two lines above the time, where the upper one is near the rim. */
const ABOVE_TIME = 1.5;
const HIGH_UP = 1.2;

/** What stands on a round chair that is `within` wide from its middle to its rim. */
export function plateOf(name: string, { sitter, called }: ChairSeen, within: number): Plate {
  const fitting = (name: string, chord: number) => onPlate(name, (chord * within) / (SMALLEST * LETTER));
  const { lines, longest } = called ? ofCalled(called.name, fitting) : ofOther(name, sitter, fitting);
  const chord = lines.length === 1 ? ABOVE_TIME : called ? HIGH_UP : TWO_LINES;
  return { lines, letter: (chord * within) / (longest * LETTER) };
}

type Fitting = (name: string, chord: number) => ReturnType<typeof onPlate>;

/** Where “for” does not fit the name tells, and the time below it. */
function ofCalled(name: string | null, fitting: Fitting) {
  const whole = [words.board.chair.held(name), ...(name === null ? [] : [name])].map((words) =>
    fitting(words, ABOVE_TIME)
  );
  return whole.find(({ lines }) => lines.length === 1) ?? fitting(name ?? '', HIGH_UP);
}

/** Where “Speaker” does not fit, the number tells. */
function ofOther(name: string, sitter: ChairSeen['sitter'], fitting: Fitting) {
  const one = fitting(name, ONE_LINE);
  if (one.lines.length === 1) return one;
  const two = fitting(name, TWO_LINES);
  return sitter?.name === null && two.lines.join(' ') !== name ? fitting(`${sitter.number}`, ONE_LINE) : two;
}

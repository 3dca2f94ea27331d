import { breakIntoLines, measureName } from './fit-words.ts';
import type { ChairSeen } from '../views/chairs.ts';
import { words } from '../words.ts';

/** `letter`: the height of a letter in units of the picture, as large as the whole label allows. */
export type ChairLabel = { lines: string[]; letter: number };

const LARGEST = 62;
/**
 * The smallest letter that can be read from the last row. A label that would be smaller is replaced by a shorter one,
 * but a name is always shown in full.
 */
const READABLE = 38;
/** Down to this height words are not broken. */
const WHOLE_WORDS = 26;
const SMALLEST = 10;
const LINES_MOST = 7;
/** The width of a letter and the line height, as shares of the letter's height. */
const LETTER_WIDTH = 0.56;
const LINE_HEIGHT = 1.08;
/** The height of the line below the name that shows the time left. */
const TIME_HEIGHT = 42;
/** The usable share of the radius. The ring that shows the time lies outside it. */
const USABLE_RADIUS = 0.85;

/** The label of a round chair with the radius `within`. The name is never cut. */
export function chairLabel(name: string, { sitter, called }: ChairSeen, within: number): ChairLabel {
  if (called) return labelOfCalled(called.name, within);
  const plate = largestLabel(name, within, 0);
  // Where “Speaker 7” would be too small to read, the number alone is shown.
  return sitter?.name === null && plate.letter < READABLE ? largestLabel(`${sitter.number}`, within, 0) : plate;
}

/** The largest letters with which all of the words fit into a rectangle. */
export function letterHeightIn(words: string, { width, height }: { width: number; height: number }): number {
  const said = measureName(words);
  for (let letter = LARGEST; letter > SMALLEST; letter -= 1) {
    const rooms = Array.from(
      { length: Math.floor(height / (LINE_HEIGHT * letter)) },
      () => width / (LETTER_WIDTH * letter)
    );
    if (breakIntoLines(said, rooms, letter < WHOLE_WORDS)) return letter;
  }
  return SMALLEST;
}

/** Where “for” and the name do not fit on one line, the label is the name alone. The time left stands below it. */
function labelOfCalled(name: string | null, within: number): ChairLabel {
  const held = words.board.chair.held(name);
  const onOneLine = fittingLabel(held, within, TIME_HEIGHT, false, 1);
  if (onOneLine && onOneLine.letter >= READABLE) return onOneLine;
  return largestLabel(name ?? held, within, TIME_HEIGHT);
}

/**
 * The largest letters that fit, on as many lines as needed. Words are broken only where whole words would be too small
 * to read.
 */
function largestLabel(name: string, within: number, below: number): ChairLabel {
  const whole = fittingLabel(name, within, below, false);
  return whole && whole.letter >= WHOLE_WORDS
    ? whole
    : (fittingLabel(name, within, below, true) ?? whole ?? smallestLabel(name));
}

function fittingLabel(
  called: string,
  within: number,
  below: number,
  broken: boolean,
  most = LINES_MOST
): ChairLabel | null {
  const name = measureName(called);
  for (let letter = LARGEST; letter >= SMALLEST; letter -= 1)
    for (let count = 1; count <= most; count += 1) {
      const lines = breakIntoLines(name, lettersPerLine(within, count, letter, below), broken);
      if (lines?.length === count) return { lines, letter };
    }
  return null;
}

/**
 * How many letters each of `count` lines can hold, in a circle whose centre is the middle of the lines and of what
 * stands below them.
 */
const lettersPerLine = (within: number, count: number, letter: number, below: number): number[] =>
  Array.from({ length: count }, (_, line) => {
    const inner = USABLE_RADIUS * within;
    const middle = (line + 0.5) * LINE_HEIGHT * letter - (count * LINE_HEIGHT * letter + below) / 2;
    const edge = Math.abs(middle) + 0.36 * letter;
    return edge >= inner ? 0 : (2 * Math.sqrt(inner ** 2 - edge ** 2)) / (LETTER_WIDTH * letter);
  });

const smallestLabel = (name: string): ChairLabel => ({ lines: [name], letter: SMALLEST });

import { onPlate, wordsOf } from './fit-words.ts';
import type { ChairSeen } from '../views/chairs.ts';
import { words } from '../words.ts';

/** `letter`: how high one is, in units of the picture: as large as all of the words allow. */
export type Plate = { lines: string[]; letter: number };

const LARGEST = 62;
/** The smallest letter that the last row reads: below it a shorter word is looked for, and of a name all of it. */
const READ = 38;
/** Down to here a name stays in whole words. */
const WHOLE_WORDS = 26;
const SMALLEST = 10;
const LINES_MOST = 7;
/** Of a letter's height: how wide one is, and from line to line. */
const LETTER = 0.56;
const LINE = 1.08;
/** The time that is left stands on a line of its own, below. */
const TIME_HIGH = 42;
/** Of the way to the rim: beyond it is the ring of the time. */
const INSIDE = 0.85;

/**
 * What stands on a round chair that is `within` wide from its middle to its rim. Of what somebody is called nothing is
 * left out.
 */
export function plateOf(name: string, { sitter, called }: ChairSeen, within: number): Plate {
  if (called) return ofCalled(called.name, within);
  const plate = largest(name, within, 0);
  // Where “Speaker” would be too small, the number tells.
  return sitter?.name === null && plate.letter < READ ? largest(`${sitter.number}`, within, 0) : plate;
}

/** How high letters may be so that all of the words stand in a box that is not round. */
export function letterIn(words: string, { width, height }: { width: number; height: number }): number {
  const said = wordsOf(words);
  for (let letter = LARGEST; letter > SMALLEST; letter -= 1) {
    const rooms = Array.from({ length: Math.floor(height / (LINE * letter)) }, () => width / (LETTER * letter));
    if (onPlate(said, rooms, letter < WHOLE_WORDS)) return letter;
  }
  return SMALLEST;
}

/** Where “for” does not fit the name tells, and the time below it. */
function ofCalled(name: string | null, within: number): Plate {
  const held = words.board.chair.held(name);
  const onOneLine = fitting(held, within, TIME_HIGH, false, 1);
  if (onOneLine && onOneLine.letter >= READ) return onOneLine;
  return largest(name ?? held, within, TIME_HIGH);
}

/**
 * In the largest letters that fit, on as many lines as that takes. Words are broken only where whole ones would be too
 * small to read.
 */
function largest(name: string, within: number, below: number): Plate {
  const whole = fitting(name, within, below, false);
  return whole && whole.letter >= WHOLE_WORDS ? whole : (fitting(name, within, below, true) ?? whole ?? smallest(name));
}

function fitting(called: string, within: number, below: number, broken: boolean, most = LINES_MOST): Plate | null {
  const name = wordsOf(called);
  for (let letter = LARGEST; letter >= SMALLEST; letter -= 1)
    for (let count = 1; count <= most; count += 1) {
      const lines = onPlate(name, roomsIn(within, count, letter, below), broken);
      if (lines?.length === count) return { lines, letter };
    }
  return null;
}

/**
 * How many letters so many lines have room for, in a circle with its middle between the first line and what stands
 * below the last.
 */
const roomsIn = (within: number, count: number, letter: number, below: number): number[] =>
  Array.from({ length: count }, (_, line) => {
    const inner = INSIDE * within;
    const middle = (line + 0.5) * LINE * letter - (count * LINE * letter + below) / 2;
    const edge = Math.abs(middle) + 0.36 * letter;
    return edge >= inner ? 0 : (2 * Math.sqrt(inner ** 2 - edge ** 2)) / (LETTER * letter);
  });

const smallest = (name: string): Plate => ({ lines: [name], letter: SMALLEST });

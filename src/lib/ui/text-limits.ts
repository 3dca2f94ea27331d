import { lengthOf } from '#contract/clean-text.ts';
import { fields as words } from '#words/en/fields.ts';

/** How long a text may be, how long each of its lines, and how many lines that hold something there may be. */
export type Limit = { most?: number | undefined; mostEach?: number | undefined; mostLines?: number | undefined };

const TOLD_FROM = 40;

/** The lines that are not empty, trimmed, as they are sent. */
export const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Why a text does not fit its limits, as a sentence; null while it fits. */
export function tooMuch(typed: string, { most, mostEach, mostLines }: Limit): string | null {
  if (most !== undefined && lengthOf(typed) > most) return words.tooLong(lengthOf(typed) - most);
  const lines = mostEach === undefined && mostLines === undefined ? [] : linesOf(typed);
  const long = lines.findIndex((line) => lengthOf(line) > (mostEach ?? Infinity));
  if (long >= 0) return words.lineTooLong(long + 1, lengthOf(lines[long] ?? '') - (mostEach ?? 0));
  return lines.length > (mostLines ?? Infinity) ? words.tooManyLines(mostLines ?? 0) : null;
}

/**
 * How many letters are left, as a sentence; null while more than 40, or more than a quarter of a short field, are left.
 */
export function lettersLeft(typed: string, most: number | undefined): string | null {
  if (most === undefined) return null;
  const left = most - lengthOf(typed);
  return left >= 0 && left <= Math.min(TOLD_FROM, most / 4) ? words.left(left) : null;
}

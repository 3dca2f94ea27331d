import type { harvest } from '#words/en.ts';
import type { ContinuumRound, Range } from '#contract/harvest-blocks.ts';
import { shares, type Told as Share } from '#contract/percentages.ts';

export type HarvestWords = typeof harvest;
export type Poles = readonly [string | null, string | null];
type Moved = { readonly rounds: readonly ContinuumRound[]; readonly poles: Poles };
export type Told = Pick<ContinuumRound, 'placed' | 'unsure' | 'passed' | 'spread'>;

/**
 * A round in the documenters' own form: how many placed themselves, where they stood, who was not sure, who passed.
 * Where they stood is told as far as ranges tell it, and is left out where one range holds all people. Source:
 * Aspiration's spectrogram notes.
 */
export function sentence({ placed, unsure, passed, spread }: Told, poles: Poles, words: HarvestWords): string {
  const [poleA, poleB] = quoted(poles, words);
  const said = [words.placed(placed)];
  const stood = spread && where(spread.ranges, poleA, poleB, words);
  if (stood) said.push(stood);
  if (unsure > 0) said.push(words.unsure(unsure));
  if (passed > 0) said.push(words.passed(passed));
  return said.join(' ');
}

/**
 * What changed from the first round to the last, told of the place with half the room on each side. Worked out from
 * what both rounds tell and from nothing else: how many moved, beside the ranges of both, would tell of single people.
 * Null where there are not two rounds with figures.
 */
export function movement({ rounds, poles }: Moved, words: HarvestWords): string | null {
  const told = rounds.filter(({ spread }) => spread !== null);
  const [first, last] = [told[0], told.at(-1)];
  if (!first?.spread || !last?.spread || first === last) return null;
  const [from, to] = [first.spread.median, last.spread.median];
  const [poleA, poleB] = quoted(poles, words);
  return from === to
    ? words.middleStayed(first.round, last.round, to)
    : words.middleMoved(first.round, last.round, from, to, to > from ? poleB : poleA);
}

export const orWithdrawn = (text: string | null, words: HarvestWords): string => text ?? words.withdrawn;

function quoted([poleA, poleB]: Poles, words: HarvestWords): [string, string] {
  return [words.quote(orWithdrawn(poleA, words)), words.quote(orWithdrawn(poleB, words))];
}

/**
 * Nearer the first pole, in the middle fifth, nearer the second pole: as many of these as the ranges have borders for,
 * or the halves of the line. From nothing else, so that the sentence and the table can never be taken from each other.
 */
function where(ranges: readonly Range[], poleA: string, poleB: string, words: HarvestWords): string | null {
  const whole = ranges.reduce((sum, { count }) => sum + count, 0);
  const [first, half, second] = [400, 500, 600].map((border) => upTo(border, ranges));
  const { stood } = words;
  const twoParts = (count: number) => shares([count, whole - count]) as [Share, Share];
  if (first !== undefined && second !== undefined)
    return stood.thirds(shares([first, second - first, whole - second]) as [Share, Share, Share], poleA, poleB);
  if (first !== undefined) return stood.first(twoParts(first), poleA, poleB);
  if (second !== undefined) return stood.second(twoParts(second), poleA, poleB);
  return half === undefined ? null : stood.halves(twoParts(half), poleA, poleB);
}

/** How many stand before a border; undefined where no range ends there. */
const upTo = (border: number, ranges: readonly Range[]): number | undefined =>
  ranges.some(({ to }) => to === border)
    ? ranges.filter(({ to }) => to <= border).reduce((sum, { count }) => sum + count, 0)
    : undefined;

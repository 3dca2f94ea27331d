import type { harvest } from '#words/en.ts';
import type { ContinuumRound, Few, Shift } from './blocks.ts';

export type HarvestWords = typeof harvest;
export type Poles = readonly [string | null, string | null];
export type Told = Pick<ContinuumRound, 'placed' | 'unsure' | 'passed' | 'spread'>;

const MEANT_STEP = 10;

/**
 * A round in the documenters' own form: how many placed themselves, where they stood, who was not sure, who passed. Under five
 * people it tells counts alone, and where too few stand to be told it says “some”. Source: Aspiration's spectrogram notes.
 */
export function sentence({ placed, unsure, passed, spread }: Told, poles: Poles, words: HarvestWords): string {
  const [poleA, poleB] = quoted(poles, words);
  const said = [words.placed(placed)];
  if (spread) {
    const [nearerA, between, nearerB] = spread.thirds.map((count) => share(count, placed));
    if (nearerA && between && nearerB) said.push(words.stood(nearerA, between, nearerB, poleA, poleB));
  }
  if (unsure > 0) said.push(words.unsure(unsure));
  if (passed > 0) said.push(words.passed(passed));
  return said.join(' ');
}

/** What changed between two rounds. Names a direction when the person in the middle moved by a hundredth of the line. */
export function shiftSentence(shift: Shift, poles: Poles, words: HarvestWords): string {
  const [poleA, poleB] = quoted(poles, words);
  const still = shift.moved === 0 || Math.abs(shift.median) < MEANT_STEP;
  const towards = still ? null : shift.median > 0 ? poleB : poleA;
  const said = [words.moved(shift.moved, towards)];
  if (shift.crossed !== 0) said.push(words.crossed(shift.crossed));
  return said.join(' ');
}

export const told = (text: string | null, words: HarvestWords): string => text ?? words.withdrawn;

function quoted([poleA, poleB]: Poles, words: HarvestWords): [string, string] {
  return [words.quote(told(poleA, words)), words.quote(told(poleB, words))];
}

function share(count: Few, of: number) {
  if (count === null) return 'few';
  return count === 0 ? 'none' : { percent: Math.round((100 * count) / of) };
}

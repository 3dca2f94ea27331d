import type { Range, Spread } from '#contract/harvest-blocks.ts';
import { LENGTH, START, roundToTenth, type PictureGeometry } from './picture-geometry.ts';

/** A range as a bar on the picture: equal areas are equal numbers of people. `label`: the y of the number. */
export type RangeBar = {
  x: number;
  width: number;
  y: number;
  height: number;
  label: number;
  people: number;
  /** Nearer the first pole, in the middle fifth, nearer the second. */
  side: 'a' | 'mid' | 'b';
};

/** The height of the number above a bar, or below a hanging bar. */
const LETTERS = 52;

/** At L0 there are no dots, only ranges of five people or more: of now above the line, of before below it. */
export function rangeBars(
  now: Spread,
  before: Spread | null,
  { axis, hang }: PictureGeometry,
  high: number
): RangeBar[] {
  const densest = Math.max(...[...now.ranges, ...(before?.ranges ?? [])].map(density));
  const up = axis - LETTERS - 8;
  const down = high - hang - LETTERS;
  return [
    ...now.ranges.map((range) => {
      const height = roundToTenth((density(range) / densest) * up);
      return { ...along(range), y: roundToTenth(axis - height), height, label: roundToTenth(axis - height - 14) };
    }),
    ...(before?.ranges ?? []).map((range) => {
      const height = roundToTenth((density(range) / densest) * down);
      return { ...along(range), y: hang, height, label: roundToTenth(hang + height + 42) };
    })
  ];
}

const density = ({ from, to, count }: Range): number => count / (to - from);

function along({ from, to, count }: Range): Pick<RangeBar, 'x' | 'width' | 'people' | 'side'> {
  const middle = (from + to) / 2;
  return {
    x: roundToTenth(START + (from / 1000) * LENGTH),
    width: roundToTenth(((to - from) / 1000) * LENGTH),
    people: count,
    side: middle < 400 ? 'a' : middle > 600 ? 'b' : 'mid'
  };
}

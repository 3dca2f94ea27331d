import { LINE_END, binOf } from '../figures/bins.ts';
import { layOut, layOutLike, type LayoutOptions } from './layout.ts';
import { along, type Layout } from './dot-layout.ts';
import type { People } from './dot-columns.ts';

/**
 * The width of the picture in its own units, whatever the size of the screen: all boards of a gathering show the same.
 */
export const WIDTH = 1728;
/** The width beside the line for people who are not sure. */
export const ASIDE = 190;
/** The height above their stack that the number of placed people takes. */
export const COUNTS_HIGH = 190;
export const START = 230;
export const LENGTH = WIDTH - START;
/** Half the thickness of the line: dots stand so much above its middle. */
export const ABOVE_LINE = 6;
/** The height under the line for the mark of the median, and for figures where a dot is ten people. */
const MARK = 54;
const FIGURES = 50;
const GHOSTS_HIGH = 150;
/** Up to so many people an eye can follow each dot from its ghost. */
export const GHOSTS_MOST = 60;
/** A tenth of the line: the sentence counts a longer step as moved. */
const MOVED = LINE_END / 10;
/** From this diameter on an outline leaves enough of the dot's colour. */
export const RINGED = 16;
/** Below this diameter dots are a mere texture: one outline around the stacks gives them a shape. */
const OUTLINED_BELOW = 12;

/** `paired`: the same number is the same dot before and now. */
export type Subject = { people: People; before: People | null; paired: boolean };
/** `side`: as `sides` of a layout. */
export type Spot = { id: number; cx: number; cy: number; side: number };
export type Arrow = { id: number; x1: number; y1: number; x2: number; y2: number };
export type PictureGeometry = {
  form: 'line' | 'ghosts' | 'mirrored';
  /** The y of the line. */
  axis: number;
  /** The y on which the dots of now stand. */
  floor: number;
  /** The y from which the dots of before hang. */
  hang: number;
  layout: Layout;
  earlier: Layout | null;
  arrows: Arrow[];
  /** SVG paths around the stacks, where dots are too small to make a shape. */
  outlines: string[];
  /** People in each fifth, where a dot is ten people; otherwise null. */
  fifths: number[] | null;
};

/**
 * Computes where everything is on a picture of this height. The round before hangs below the line, the current round
 * stands above it.
 */
export function geometryOf(subject: Subject, high: number, options: LayoutOptions = {}): PictureGeometry {
  const { people, before, paired } = subject;
  const form = !before ? 'line' : paired && Math.max(people.count, before.count) <= GHOSTS_MOST ? 'ghosts' : 'mirrored';
  const room = (mark: number) => {
    const below = form === 'ghosts' ? Math.min(GHOSTS_HIGH, high * 0.3) : form === 'mirrored' ? (high - mark) / 2 : 0;
    return { axis: high - mark - below, below };
  };
  const beside = form === 'mirrored' && before ? { beside: before } : {};
  const layOutIn = (mark: number) =>
    layOut(people, { width: LENGTH, height: room(mark).axis - 8 }, { ...options, ...beside });
  let mark = MARK;
  let layout = layOutIn(mark);
  if (layout.each > 1) {
    mark += FIGURES;
    layout = layOutIn(mark);
  }
  const { axis, below } = room(mark);
  const box = { width: LENGTH, height: below };
  const earlier = !before ? null : form === 'mirrored' ? layOutLike(before, box, layout) : layOut(before, box);
  const hang = axis + mark;
  return {
    form,
    axis,
    floor: axis - ABOVE_LINE,
    hang,
    layout,
    earlier,
    arrows: form === 'ghosts' && earlier ? arrows(subject, layout, earlier, axis, hang) : [],
    outlines: [
      ...(isOutlined(layout) ? [outline(layout, axis - 10, -1)] : []),
      ...(form === 'mirrored' && earlier && isOutlined(layout) ? [outline(earlier, hang + 6, 1)] : [])
    ],
    fifths: layout.each > 1 ? inFifths(people) : null
  };
}

export const radiusOf = ({ size }: Pick<Layout, 'size'>): number => Math.max(0.8, (size - (size > 8 ? 2 : 1)) / 2);

/** The centre of a dot on the picture. */
const centre = ({ xs, ys }: Layout, dot: number, from: number, up: 1 | -1): [number, number] => [
  START + (xs[dot] ?? 0),
  from - up * (ys[dot] ?? 0)
];

/** The centres of all dots of a layout, in the order in which they are drawn. */
export const spotsOf = (layout: Layout, from: number, up: 1 | -1): Spot[] =>
  [...layout.ids].map((id, dot) => {
    const [cx, cy] = centre(layout, dot, from, up);
    return { id, cx: roundToTenth(cx), cy: roundToTenth(cy), side: layout.sides[dot] ?? 1 };
  });

export const xOnLine = (x: number): number => START + along(x, LENGTH);

const isOutlined = ({ bins, size, each }: Layout) => bins !== null && (size < OUTLINED_BELOW || each > 1);

function arrows({ people, before }: Subject, layout: Layout, earlier: Layout, axis: number, hang: number): Arrow[] {
  const xs = new Map<number, { x: number; dot: number }>();
  for (let dot = 0; dot < (before?.count ?? 0); dot += 1)
    xs.set(before?.ids[dot] ?? 0, { x: before?.xs[dot] ?? 0, dot });
  const found: Arrow[] = [];
  for (let dot = 0; dot < layout.count; dot += 1) {
    const id = layout.ids[dot] ?? 0;
    const then = xs.get(id);
    if (!then || Math.abs((people.xs[dot] ?? 0) - then.x) <= MOVED) continue;
    const [x1, y1] = centre(earlier, then.dot, hang, -1);
    const [x2, y2] = centre(layout, dot, axis - ABOVE_LINE, 1);
    const length = Math.hypot(x2 - x1, y2 - y1);
    const [start, end] = [radiusOf(earlier) / length, (radiusOf(layout) + 4) / length];
    found.push({
      id,
      x1: x1 + (x2 - x1) * start,
      y1: y1 + (y2 - y1) * start,
      x2: x2 - (x2 - x1) * end,
      y2: y2 - (y2 - y1) * end
    });
  }
  return found;
}

/** The outline of the tops of neighbouring stacks, as an SVG path. */
function outline({ heights }: Layout, from: number, down: 1 | -1): string {
  const width = LENGTH / heights.length;
  let path = '';
  heights.forEach((height, bin) => {
    if (height === 0) return;
    const [left, right] = [roundToTenth(START + bin * width), roundToTenth(START + (bin + 1) * width)];
    if (!heights[bin - 1]) path += `M${left} ${roundToTenth(from)}`;
    path += `V${roundToTenth(from + down * height)}H${right}`;
    if (!heights[bin + 1]) path += `V${roundToTenth(from)}`;
  });
  return path;
}

function inFifths({ count, xs }: People): number[] {
  const fifths = [0, 0, 0, 0, 0];
  for (let index = 0; index < count; index += 1) {
    const x = xs[index] ?? 0;
    const fifth = binOf(x, 5);
    fifths[fifth] = (fifths[fifth] ?? 0) + 1;
  }
  return fifths;
}

export const roundToTenth = (length: number): number => Math.round(length * 10) / 10;

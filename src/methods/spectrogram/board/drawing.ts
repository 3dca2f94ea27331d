import { LINE_END, binOf } from '../figures/bins.ts';
import { layOut, layOutLike, type Steadily } from './layout.ts';
import { along, type Layout } from './label-positions.ts';
import type { People } from './dot-columns.ts';

/** The picture is so wide whatever the wall, in its own units: all boards of a gathering show the same. */
export const WIDTH = 1728;
/** Those who are not sure stand beside the line, and so much is theirs. */
export const ASIDE = 190;
/** Above their stack stands how many have placed themselves. */
export const COUNTS_HIGH = 190;
export const START = 230;
export const LENGTH = WIDTH - START;
/** Dots stand so much above the middle of the line, which has its thickness. */
export const ABOVE_LINE = 6;
/** Room under the line for the mark of the middle person, and for figures where dots are not people. */
const MARK = 54;
const FIGURES = 50;
const GHOSTS_HIGH = 150;
/** Up to here each dot can be followed from its ghost. */
export const GHOSTS_MOST = 60;
/** A tenth of the line, the step that the sentence counts as moved. */
const MOVED = LINE_END / 10;
/** From this size on a line around a dot leaves enough of its colour. */
export const RINGED = 16;
/** Dots this small make a texture: an outline gives all of them a shape. */
const OUTLINED_BELOW = 12;

/** `paired`: the same numbers are the same dots before and after. */
export type Subject = { people: People; before: People | null; paired: boolean };
/** `side` as in a layout. */
export type Spot = { id: number; cx: number; cy: number; side: number };
export type Arrow = { id: number; x1: number; y1: number; x2: number; y2: number };
export type Drawing = {
  form: 'line' | 'ghosts' | 'mirrored';
  /** How far down the line is. */
  axis: number;
  /** From where dots of now stand up. */
  floor: number;
  /** From where dots of before hang down. */
  hang: number;
  layout: Layout;
  earlier: Layout | null;
  arrows: Arrow[];
  /** As SVG paths, where dots are too small to make a shape of their own. */
  outlines: string[];
  /** People in each fifth, where a dot is not a person. */
  fifths: number[] | null;
};

/** Where everything is on a picture this high. Before hangs below the line, now stands above it. */
export function draw(subject: Subject, high: number, steadily: Steadily = {}): Drawing {
  const { people, before, paired } = subject;
  const form = !before ? 'line' : paired && Math.max(people.count, before.count) <= GHOSTS_MOST ? 'ghosts' : 'mirrored';
  const room = (mark: number) => {
    const below = form === 'ghosts' ? Math.min(GHOSTS_HIGH, high * 0.3) : form === 'mirrored' ? (high - mark) / 2 : 0;
    return { axis: high - mark - below, below };
  };
  const beside = form === 'mirrored' && before ? { beside: before } : {};
  const layOutIn = (mark: number) =>
    layOut(people, { width: LENGTH, height: room(mark).axis - 8 }, { ...steadily, ...beside });
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

/** Where the centre of a dot is on the picture. */
const centre = ({ xs, ys }: Layout, dot: number, from: number, up: 1 | -1): [number, number] => [
  START + (xs[dot] ?? 0),
  from - up * (ys[dot] ?? 0)
];

/** All dots of a layout on the picture, in the order in which they are drawn. */
export const spotsOf = (layout: Layout, from: number, up: 1 | -1): Spot[] =>
  [...layout.ids].map((id, dot) => {
    const [cx, cy] = centre(layout, dot, from, up);
    return { id, cx: tidy(cx), cy: tidy(cy), side: layout.sides[dot] ?? 1 };
  });

export const placeOf = (x: number): number => START + along(x, LENGTH);

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

/** The tops of neighbouring stacks as one line. */
function outline({ heights }: Layout, from: number, down: 1 | -1): string {
  const width = LENGTH / heights.length;
  let path = '';
  heights.forEach((height, bin) => {
    if (height === 0) return;
    const [left, right] = [tidy(START + bin * width), tidy(START + (bin + 1) * width)];
    if (!heights[bin - 1]) path += `M${left} ${tidy(from)}`;
    path += `V${tidy(from + down * height)}H${right}`;
    if (!heights[bin + 1]) path += `V${tidy(from)}`;
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

export const tidy = (length: number): number => Math.round(length * 10) / 10;

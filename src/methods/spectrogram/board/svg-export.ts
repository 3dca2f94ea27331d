import { folded } from '#harvest/drawn-text.ts';
import { sentence, type Poles } from '#harvest/sentence.ts';
import { harvest } from '#words/index.ts';
import {
  ASIDE,
  LENGTH,
  RINGED,
  START,
  WIDTH,
  geometryOf,
  radiusOf,
  spotsOf,
  roundToTenth,
  type PictureGeometry
} from './picture-geometry.ts';
import { lettering, medianMark, type Labels } from './lettering.ts';
import type { Layout } from './dot-layout.ts';
import { INK, PAPER, SIDES, page, rect, text, thread } from './svg-page.ts';
import { NOBODY, comparedPeople, middleOf, type People } from './dot-columns.ts';
import { rangeBars, type RangeBar } from './range-bars.ts';
import type { BoardSeen } from '../views/board.ts';
import { middleMove, shiftSentence } from './shift-sentence.ts';
import { words } from '../words.ts';

/** What a board shows now. `people` includes dots on the move, or is what the replay shows. */
type Seen = Pick<BoardSeen, 'exposure' | 'now' | 'picture' | 'cloud' | 'comparison' | 'replay'>;
export type Shot = { view: Seen; people: People | null; before: People | null; licence: string };

/** The height of the picture without its words. */
const HIGH = 560;
/** The largest radius that leaves room for the figure in the same cell. */
const LARGEST = 56;

/**
 * The picture of the board as an SVG document that stands alone: with a sentence for people who cannot see it, the
 * licence, and as `<metadata>` the figures behind it. It holds no dot number, so that no dot can be followed. Null
 * before the reveal.
 */
export function pictureSvg(shot: Shot): string | null {
  const { view } = shot;
  if (view.cloud) return cloudSvg(view.cloud, shot.licence);
  const { comparison } = view;
  if (comparison) {
    const [before, people] = comparedPeople(comparison);
    const labels: Labels = [words.board.round(comparison.rounds[0]), words.board.round(comparison.rounds[1])];
    const paired = comparison.form === 'ghosts';
    const isDots = comparison.dots !== null || comparison.bins !== null;
    return lineSvg(comparison.head, geometryOf({ people, before, paired }, HIGH), shot.licence, {
      rounds: comparison.figures,
      shift: comparison.shift,
      labels,
      unsure: 0,
      middle: isDots ? middleOf(people) : null,
      ranges: !isDots
    });
  }
  const replay = view.exposure === 'L0' ? null : view.replay;
  if (replay && shot.people)
    return lineSvg(replay.head, geometryOf({ people: shot.people, before: null, paired: true }, HIGH), shot.licence, {
      rounds: [],
      shift: null,
      labels: null,
      unsure: 0,
      middle: null,
      ranges: false
    });
  if (!view.now || !view.picture) return null;
  const drawing = geometryOf({ people: shot.people ?? NOBODY, before: shot.before, paired: true }, HIGH);
  const { figures, shift } = view.picture;
  const anonymous = view.exposure === 'L0';
  return lineSvg(view.now, drawing, shot.licence, {
    rounds: [figures],
    shift,
    labels: null,
    unsure: figures.unsure,
    middle: anonymous ? null : middleOf(shot.people ?? NOBODY),
    ranges: anonymous
  });
}

type Line = Pick<NonNullable<BoardSeen['now']>, 'text' | 'poleA' | 'poleB' | 'middle'>;
type Captions = Pick<NonNullable<BoardSeen['comparison']>, 'shift'> & {
  rounds: readonly NonNullable<BoardSeen['picture']>['figures'][];
  labels: Labels;
  unsure: number;
  /** The median of the drawn dots; null where there are none. */
  middle: number | null;
  /** Whether ranges are drawn in place of dots. */
  ranges: boolean;
};

function lineSvg(line: Line, drawing: PictureGeometry, licence: string, captions: Captions): string {
  const poles: Poles = [line.poleA, line.poleB];
  const last = captions.rounds.at(-1);
  const about = [
    ...(last ? [sentence(last, poles, harvest)] : []),
    ...(captions.shift ? [shiftSentence(captions.shift, poles), middleMove(captions.shift, poles)] : [])
  ].join(' ');
  const { axis, floor, hang, layout, earlier } = drawing;
  const spread = captions.ranges ? (last?.spread ?? null) : null;
  const median = captions.middle ?? spread?.median ?? null;
  const earlierSpread = captions.rounds.length > 1 ? (captions.rounds[0]?.spread ?? null) : null;
  const body = [
    rect(START + LENGTH * 0.4, 0, LENGTH * 0.2, axis, '#e9e6db'),
    ...asides(captions.unsure, layout, floor),
    ...drawing.outlines.map((d) => `<path d="${d}" fill="none" stroke="${INK}" stroke-width="3"/>`),
    ...(spread ? bars(rangeBars(spread, earlierSpread, drawing, HIGH)) : []),
    ...dots(layout, floor),
    thread(3, ASIDE - 3, axis),
    thread(START + 3, WIDTH - 3, axis),
    rect(START, axis - 3, 14, 28, SIDES[0]),
    rect(WIDTH - 14, axis - 3, 14, 28, SIDES[2]),
    ...(earlier ? [rings(earlier, hang)] : []),
    ...drawing.arrows.map(
      ({ x1, y1, x2, y2 }) =>
        `<line x1="${roundToTenth(x1)}" y1="${roundToTenth(y1)}" x2="${roundToTenth(x2)}" y2="${roundToTenth(y2)}" stroke="${INK}" stroke-width="4" stroke-opacity="0.7" marker-end="url(#tip)"/>`
    ),
    ...lettering(drawing, captions.labels, median).map((each) => text(each.x, each.y, each.text, each.anchor)),
    ...(drawing.fifths ? [text(WIDTH, 40, words.board.tens, 'end')] : []),
    ...(median === null ? [] : [`<path d="${medianMark(drawing, median)}" fill="${INK}"/>`]),
    ...(captions.unsure > 0 ? [text(0, HIGH + 50, words.board.unsure(captions.unsure), 'start', 400, 30)] : [])
  ];
  const source = {
    statement: line.text,
    poles,
    middle: line.middle,
    scale: { unit: 'position on the line', at0: line.poleA, at1000: line.poleB },
    rounds: captions.rounds,
    shift: captions.shift
  };
  return page(line.text, about, HIGH, line, body, { licence, ...source });
}

function cloudSvg(cloud: NonNullable<BoardSeen['cloud']>, licence: string): string {
  const size = cloud.cells.length;
  const [width, height] = [LENGTH / size, HIGH / size];
  const most = Math.max(1, ...cloud.cells.flat().map((count) => count ?? 0));
  const cells = cloud.cells.flatMap((row, up) =>
    row.flatMap((count, across) => {
      const [x, y] = [START + across * width, (size - 1 - up) * height];
      const cell = `<rect x="${roundToTenth(x)}" y="${roundToTenth(y)}" width="${width}" height="${height}" fill="${count === null ? 'url(#kept)' : 'none'}" stroke="#77847e" stroke-width="2"/>`;
      if (!count) return [cell];
      const r = roundToTenth(Math.min(LARGEST, 0.42 * height) * Math.sqrt(count / most));
      return [
        cell,
        `<circle cx="${roundToTenth(x + width / 2 - 40)}" cy="${roundToTenth(y + height / 2)}" r="${r}" fill="${SIDES[0]}" stroke="${INK}" stroke-width="2"/>`,
        text(x + width / 2 + 20, y + height / 2 + 13, String(count))
      ];
    })
  );
  const body = [
    ...cells,
    ...stacked(cloud.up.poleB, (line) => 34 + 38 * line),
    ...stacked(cloud.up.poleA, (line, of) => HIGH - 6 - 38 * (of - 1 - line))
  ];
  const about = `${words.board.cloud.about(cloud.pairs)}. ${words.text.keptBack}`;
  const source = { up: cloud.up, across: cloud.across, cells: cloud.cells, pairs: cloud.pairs };
  return page(`${cloud.up.text ?? '…'} × ${cloud.across.text ?? '…'}`, about, HIGH, cloud.across, body, {
    licence,
    ...source
  });
}

/** A pole of the vertical line, in as many lines as it needs beside the picture. */
const stacked = (pole: string | null, y: (line: number, of: number) => number): string[] =>
  folded(pole ?? '…', 14).map((words, line, all) => text(START - 20, y(line, all.length), words, 'end', 700, 30));

function dots(layout: Layout, floor: number): string[] {
  const r = roundToTenth(radiusOf(layout));
  const line = layout.size < RINGED ? '' : ` stroke="${INK}" stroke-width="2"`;
  const spots = spotsOf(layout, floor, 1);
  return SIDES.map((fill, side) => {
    const circles = spots.filter((spot) => spot.side === side).map((spot) => circle(spot, r));
    return `<g fill="${fill}"${line}>${circles.join('')}</g>`;
  });
}

const FILLS = { a: SIDES[0], mid: SIDES[1], b: SIDES[2] } as const;

const bars = (all: readonly RangeBar[]): string[] =>
  all.flatMap(({ x, y, width, height, label, people, side }) => [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${FILLS[side]}" stroke="${INK}" stroke-width="2"/>`,
    text(x + width / 2, label, `${people}`)
  ]);

function rings(earlier: Layout, hang: number): string {
  const r = roundToTenth(radiusOf(earlier));
  const circles = spotsOf(earlier, hang, -1).map((spot) => circle(spot, r));
  return `<g fill="${PAPER}" stroke="${INK}" stroke-width="${r < 8 ? 1.5 : 3}">${circles.join('')}</g>`;
}

function asides(unsure: number, { size, each }: Layout, floor: number): string[] {
  const perRow = Math.max(1, Math.floor(ASIDE / size));
  const r = roundToTenth(radiusOf({ size }));
  const circles = Array.from({ length: Math.ceil(unsure / each) }, (_, index) => {
    const [cx, cy] = [((index % perRow) + 0.5) * size, floor - (Math.floor(index / perRow) + 0.5) * size];
    return circle({ cx: roundToTenth(cx), cy: roundToTenth(cy) }, r);
  });
  return unsure === 0 ? [] : [`<g fill="${PAPER}" stroke="${INK}" stroke-width="2">${circles.join('')}</g>`];
}

const circle = ({ cx, cy }: { cx: number; cy: number }, r: number): string =>
  `<circle cx="${cx}" cy="${cy}" r="${r}"/>`;

import { escaped, folded, isolated } from '#harvest/drawn-text.ts';
import { harvest } from '#words/index.ts';
import { LENGTH, START, WIDTH, roundToTenth } from './picture-geometry.ts';

/** Light colours, whatever the theme of the board: a saved picture is read on a page. */
export const INK = '#14201e';
export const PAPER = '#fbfaf6';
export const SIDES = ['#0072b2', '#767676', '#d55e00'] as const;
const QUIET = '#46544f';
const SANS = 'system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, sans-serif';
const MARGIN = 60;
/** Heights: above the first line of the title, below its last line, and of each line. */
const ABOVE_TITLE = 80;
const BELOW_TITLE = 48;
const TITLE_LINE = 62;
/** Heights of a line: of the poles under the picture, of the sentence below them, and of the licence. */
const POLE_LINE = 44;
const SAID_LINE = 40;
const LICENCE_HIGH = 48;
/** About how many letters of a pole fit into half of the line, or into a third. */
const POLE_LETTERS = { two: 34, three: 24 };

type Poles = { poleA: string | null; poleB: string | null; middle: string | null };

/**
 * A page with a picture of height `high` and its words around it. `source`: the figures behind it, for `<metadata>`.
 */
export function page(
  title: string | null,
  about: string,
  high: number,
  poles: Poles,
  body: readonly string[],
  source: { licence: string }
): string {
  const lines = folded(title ?? harvest.withdrawn, 58);
  const said = folded(about, 105);
  const top = ABOVE_TITLE + (lines.length - 1) * TITLE_LINE + BELOW_TITLE;
  const ends = endsOf(poles, high + POLE_LINE);
  const below = top + high + 20 + ends.lines * POLE_LINE;
  const [width, height] = [WIDTH + 2 * MARGIN, below + said.length * SAID_LINE + LICENCE_HIGH];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc" font-family="${SANS}">`,
    `<title id="title">${escaped(title ?? harvest.withdrawn)}</title>`,
    `<desc id="desc">${escaped(about)}</desc>`,
    `<metadata>${escaped(JSON.stringify({ format: 'plenary-picture', version: 1, ...source }))}</metadata>`,
    `<defs><marker id="tip" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="5" markerHeight="5" orient="auto"><path d="M0 0L10 5L0 10z" fill="${INK}"/></marker><pattern id="kept" width="16" height="16" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" x2="0" y1="0" y2="16" stroke="${QUIET}" stroke-width="4"/></pattern></defs>`,
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    ...lines.map((line, row) => text(MARGIN, ABOVE_TITLE + row * TITLE_LINE, line, 'start', 700, 54)),
    `<g transform="translate(${MARGIN} ${top})">`,
    ...body,
    ...ends.drawn,
    '</g>',
    ...said.map((line, row) => text(MARGIN, below + (row + 1) * SAID_LINE, line, 'start', 400, 30)),
    text(width - MARGIN, height - 14, source.licence, 'end', 400, 24),
    '</svg>',
    ''
  ].join('\n');
}

export const rect = (x: number, y: number, width: number, height: number, fill: string) =>
  `<rect x="${roundToTenth(x)}" y="${roundToTenth(y)}" width="${roundToTenth(width)}" height="${roundToTenth(height)}" fill="${fill}"/>`;

export const thread = (x1: number, x2: number, y: number) =>
  `<line x1="${x1}" x2="${x2}" y1="${roundToTenth(y)}" y2="${roundToTenth(y)}" stroke="${INK}" stroke-width="6" stroke-linecap="round"/>`;

export const text = (x: number, y: number, words: string, anchor = 'start', weight = 600, size = 38) =>
  `<text x="${roundToTenth(x)}" y="${roundToTenth(y)}" text-anchor="${anchor}" font-weight="${weight}" font-size="${size}" fill="${INK}">${escaped(isolated(words))}</text>`;

/** The poles under the ends of the line, each in as many lines as it needs. */
function endsOf({ poleA, poleB, middle }: Poles, y: number): { drawn: string[]; lines: number } {
  const most = middle === null ? POLE_LETTERS.two : POLE_LETTERS.three;
  const ends = [
    { x: START, words: folded(poleA ?? '…', most), anchor: 'start', weight: 700 },
    { x: WIDTH, words: folded(poleB ?? '…', most), anchor: 'end', weight: 700 },
    { x: START + LENGTH / 2, words: middle === null ? [] : folded(middle, most), anchor: 'middle', weight: 600 }
  ];
  return {
    drawn: ends.flatMap(({ x, words, anchor, weight }) =>
      words.map((line, row) => text(x, y + row * POLE_LINE, line, anchor, weight))
    ),
    lines: Math.max(...ends.map(({ words }) => words.length))
  };
}

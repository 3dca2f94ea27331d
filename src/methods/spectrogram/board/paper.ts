import { harvest } from '#words/index.ts';
import { WIDTH, tidy } from './drawing.ts';

/** On paper, whatever the wall: a picture that is kept is read on a page. */
export const INK = '#14201e';
export const PAPER = '#fbfaf6';
export const SIDES = ['#0072b2', '#767676', '#d55e00'] as const;
const QUIET = '#46544f';
const SANS = 'system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, sans-serif';
const MARGIN = 60;
const TOP = 190;

/** A page `high` units high but for its words. What it was made of goes along as `<metadata>`. */
export function page(
  title: string | null,
  about: string,
  high: number,
  body: readonly string[],
  source: { licence: string }
): string {
  const [width, height] = [WIDTH + 2 * MARGIN, TOP + high + 180];
  const lines = folded(title ?? harvest.withdrawn, 58).slice(0, 2);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc" font-family="${SANS}">`,
    `<title id="title">${escaped(title ?? harvest.withdrawn)}</title>`,
    `<desc id="desc">${escaped(about)}</desc>`,
    `<metadata>${escaped(JSON.stringify({ format: 'plenary-picture', version: 1, ...source }))}</metadata>`,
    `<defs><marker id="tip" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="5" markerHeight="5" orient="auto"><path d="M0 0L10 5L0 10z" fill="${INK}"/></marker><pattern id="kept" width="16" height="16" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" x2="0" y1="0" y2="16" stroke="${QUIET}" stroke-width="4"/></pattern></defs>`,
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    ...lines.map((line, row) => text(MARGIN, 80 + row * 62, line, 'start', 700, 54)),
    `<g transform="translate(${MARGIN} ${TOP})">`,
    ...body,
    '</g>',
    ...folded(about, 105).map((line, row) => text(MARGIN, TOP + high + 108 + row * 40, line, 'start', 400, 30)),
    text(width - MARGIN, height - 14, source.licence, 'end', 400, 24),
    '</svg>',
    ''
  ].join('\n');
}

export const rect = (x: number, y: number, width: number, height: number, fill: string) =>
  `<rect x="${tidy(x)}" y="${tidy(y)}" width="${tidy(width)}" height="${tidy(height)}" fill="${fill}"/>`;

export const thread = (x1: number, x2: number, y: number) =>
  `<line x1="${x1}" x2="${x2}" y1="${tidy(y)}" y2="${tidy(y)}" stroke="${INK}" stroke-width="6" stroke-linecap="round"/>`;

export const text = (x: number, y: number, words: string, anchor = 'start', weight = 600, size = 38) =>
  `<text x="${tidy(x)}" y="${tidy(y)}" text-anchor="${anchor}" font-weight="${weight}" font-size="${size}" fill="${INK}">${escaped(words)}</text>`;

/** Lines of about so many letters. */
export function folded(words: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
};

const escaped = (words: string): string => words.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

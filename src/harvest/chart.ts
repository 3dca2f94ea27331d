import type { Range, Spread } from '#contract/harvest-blocks.ts';
import type { Edition, SeenContinuum } from './document.ts';
import { escaped, folded, isolated } from './drawn-text.ts';
import { titleOf } from './outline.ts';
import { sentence, orWithdrawn, type HarvestWords, type Told } from './sentence.ts';

/**
 * A range of the line as it is drawn, from 0 to 1: its area stands for its people, so a wide range is lower than a narrow
 * one with as many. `side`: wholly nearer a pole; `mid` where it lies in the middle fifth or reaches into it.
 */
export type Bar = { start: number; width: number; height: number; people: number; side: 'a' | 'mid' | 'b' };

/** Whether readers have to be told that areas count, and not heights. */
export const areUnequal = ({ ranges }: Pick<Spread, 'ranges'>): boolean =>
  new Set(ranges.map(({ from, to }) => to - from)).size > 1;

const sideOf = ({ from, to }: Range): Bar['side'] => (to <= 400 ? 'a' : from >= 600 ? 'b' : 'mid');

const FILLS: Readonly<Record<Bar['side'], string>> = { a: '#0072b2', mid: '#767676', b: '#d55e00' };

export function bars({ ranges }: Pick<Spread, 'ranges'>): Bar[] {
  const densest = Math.max(...ranges.map(({ from, to, count }) => count / (to - from)));
  return ranges
    .filter(({ count }) => count > 0)
    .map((range) => ({
      start: range.from / 1000,
      width: (range.to - range.from) / 1000,
      height: range.count / (range.to - range.from) / densest,
      people: range.count,
      side: sideOf(range)
    }));
}

const WIDE = 1000;
const HIGH = 260;
const EDGE = 40;
const FLOOR = 40 + HIGH;
const LINE = 28;

export type Source = Pick<
  Edition,
  'title' | 'slug' | 'version' | 'gathering' | 'licence' | 'dataLicence' | 'attribution'
>;

/**
 * A drawing to download: the same picture for the same figures, with its sentence for those who cannot see it. Where it
 * is from, when it was held, under which licence, and the figures themselves go along as `<metadata>`: a picture soon
 * loses the page that it was on.
 */
export function svg(block: SeenContinuum, round: Told, words: HarvestWords, from: Source): string {
  const [poleA, poleB] = block.poles;
  const title = orWithdrawn(titleOf(block), words);
  const scale = words.scale(words.quote(orWithdrawn(poleA, words)), words.quote(orWithdrawn(poleB, words)));
  // Each end in as many lines as it needs: on one line two long poles meet in the middle.
  const most = block.middle === null ? 38 : 26;
  const [first, second, between] = [orWithdrawn(poleA, words), orWithdrawn(poleB, words), block.middle ?? ''].map(
    (label) => folded(label, most)
  );
  const rows = Math.max(...[first, second, between].map((lines) => lines?.length ?? 0));
  const text = (x: number, anchor: string, lines: readonly string[] = []) =>
    lines.map(
      (line, row) =>
        `  <text x="${x}" y="${FLOOR + 34 + row * LINE}" text-anchor="${anchor}" fill="#14201e">${escaped(isolated(line))}</text>`
    );
  const area = round.spread && areUnequal(round.spread) ? [words.areas] : [];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDE + 2 * EDGE} ${FLOOR + 60 + (rows - 1 + area.length) * LINE}" role="img" aria-labelledby="title desc" font-family="system-ui, sans-serif" font-size="22">`,
    `  <title id="title">${escaped(title)}</title>`,
    `  <desc id="desc">${escaped([sentence(round, block.poles, words), scale, ...area].join(' '))}</desc>`,
    `  <metadata>${escaped(JSON.stringify(source(block, round, from)))}</metadata>`,
    `  <rect x="${EDGE + 0.4 * WIDE}" y="${FLOOR - HIGH}" width="${0.2 * WIDE}" height="${HIGH}" fill="#eceae2"/>`,
    ...(round.spread ? drawn(round.spread) : []),
    `  <line x1="${EDGE}" y1="${FLOOR}" x2="${EDGE + WIDE}" y2="${FLOOR}" stroke="#14201e" stroke-width="3"/>`,
    ...text(EDGE, 'start', first),
    ...text(EDGE + WIDE, 'end', second),
    ...(block.middle === null ? [] : text(EDGE + WIDE / 2, 'middle', between)),
    ...area.map(
      (told) =>
        `  <text x="${EDGE}" y="${FLOOR + 34 + rows * LINE}" fill="#4d5a57" font-size="18">${escaped(told)}</text>`
    ),
    '</svg>',
    ''
  ].join('\n');
}

function source({ id, statement, poles, middle }: SeenContinuum, round: Told, from: Source): object {
  const { title, slug, version, licence, dataLicence, attribution } = from;
  const edition = { title, slug, version, held: from.gathering.held, licence, dataLicence, attribution };
  const scale = { unit: 'position on the line', at0: poles[0], at1000: poles[1] };
  return { format: 'plenary-chart', version: 1, edition, scale, block: { id, statement, poles, middle, round } };
}

function drawn(spread: Spread): string[] {
  const at = EDGE + spread.median;
  return [
    ...bars(spread).map(({ start, width, height, side }) => {
      const high = roundToHundredth(height * HIGH);
      return `  <rect x="${roundToHundredth(EDGE + start * WIDE)}" y="${roundToHundredth(FLOOR - high)}" width="${roundToHundredth(width * WIDE)}" height="${high}" fill="${FILLS[side]}" stroke="#ffffff"/>`;
    }),
    `  <path d="M ${roundToHundredth(at)} ${FLOOR} l -10 16 h 20 z" fill="#14201e"/>`
  ];
}

const roundToHundredth = (length: number): number => Math.round(length * 100) / 100;

import { LENGTH, START, xOnLine, roundToTenth, type PictureGeometry } from './picture-geometry.ts';
import { words } from '../words.ts';

export type Letters = { x: number; y: number; text: string; anchor: 'start' | 'middle' | 'end' };
/** Labels of the round before and the current round, where they are not “before” and “now”. */
export type Labels = [string, string] | null;

/** The height of the mark of the median, at the bottom of the space under the line. Figures, if any, stand above it. */
const MARK_HIGH = 46;

/** The text on a picture: labels of rounds, figures where a dot is ten people, and the label of the median. */
export function lettering(drawing: PictureGeometry, labels: Labels, median: number | null): Letters[] {
  const { axis, hang, earlier, fifths } = drawing;
  const letters: Letters[] = [];
  if (earlier) letters.push({ x: 0, y: hang + 40, text: labels?.[0] ?? words.board.before, anchor: 'start' });
  if (labels) letters.push({ x: 0, y: axis - 24, text: labels[1], anchor: 'start' });
  fifths?.forEach((count, fifth) =>
    letters.push({ x: START + (LENGTH * (fifth + 0.5)) / 5, y: axis + 44, text: `${count}`, anchor: 'middle' })
  );
  if (median !== null && !earlier) {
    const [beside, anchor] = median > 500 ? [-28, 'end' as const] : [28, 'start' as const];
    letters.push({ x: xOnLine(median) + beside, y: hang - MARK_HIGH + 32, text: words.board.median, anchor });
  }
  return letters;
}

/** A triangle that points at the median from below, as an SVG path. */
export const medianMark = ({ hang }: PictureGeometry, median: number): string =>
  `M${roundToTenth(xOnLine(median))} ${hang - MARK_HIGH}l16 32h-32z`;

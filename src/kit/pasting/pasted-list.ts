/** One point of a pasted list; `level` begins at 0 and is at most one more than that of the point before. */
export type Point = { readonly text: string; readonly level: number };

/** A longer list is not offered to be split: its notes would fill the device's queue of commands. */
export const POINTS_MOST = 80;

const BULLET = /^(?:[•·◦▪‣⁃*–—-]|\(?\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3})+)[ \t\u00a0]+/u;
const TAB = '    ';

type Line = { text: string; indent: number; bullet: boolean };

/**
 * The points of a pasted text, as its author meant them:
 *
 * 1. A line that begins with a bullet or a number is a point, and so is every line of a list without blank lines.
 * 2. Between blank lines, lines without bullets are the wrapped lines of one point.
 * 3. A line without a bullet that is indented more than the bullet before it continues that point.
 * 4. A point that is indented more than the one before it is under it.
 */
export function pointsOf(pasted: string): Point[] {
  const blocks = pasted
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n')
    .split(/\n(?:[^\S\n]*\n)+/u)
    .map((block) =>
      block
        .split('\n')
        .map(lineOf)
        .filter(({ text }) => text !== '')
    )
    .filter((lines) => lines.length > 0);
  const folds = blocks.length > 1;
  return nested(
    blocks.flatMap((lines) => (folds && !lines.some(({ bullet }) => bullet) ? [joined(lines)] : continued(lines)))
  );
}

function lineOf(line: string): Line {
  const wide = line.replaceAll('\t', TAB);
  const text = wide.trim();
  const mark = BULLET.exec(text)?.[0] ?? '';
  return { text: text.slice(mark.length).trim(), indent: wide.length - wide.trimStart().length, bullet: mark !== '' };
}

const joined = (lines: readonly Line[]): Line => ({
  text: lines.map(({ text }) => text).join(' '),
  indent: lines[0]?.indent ?? 0,
  bullet: false
});

function continued(lines: readonly Line[]): Line[] {
  const points: Line[] = [];
  for (const line of lines) {
    const before = points.at(-1);
    if (before?.bullet && !line.bullet && line.indent > before.indent)
      points[points.length - 1] = { ...before, text: `${before.text} ${line.text}` };
    else points.push(line);
  }
  return points;
}

function nested(lines: readonly Line[]): Point[] {
  const above: number[] = [];
  return lines.map(({ text, indent }) => {
    while ((above.at(-1) ?? -1) >= indent) above.pop();
    above.push(indent);
    return { text, level: above.length - 1 };
  });
}

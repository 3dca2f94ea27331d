import { ASIDE, COUNTS_HIGH, radiusOf, roundToTenth, ABOVE_LINE } from './picture-geometry.ts';
import type { Layout } from './dot-layout.ts';

/** The stack of people who are not sure, beside the line. Its dots are as large as those on the line, if they fit. */
export function unsureStack(unsure: number, layout: Layout, axis: number) {
  const count = Math.ceil(unsure / layout.each);
  const most = Math.max(60, axis - COUNTS_HIGH);
  let size = Math.min(layout.size, ASIDE);
  while (size > 2 && Math.ceil(count / Math.floor(ASIDE / size)) * size > most) size *= 0.9;
  const perRow = Math.max(1, Math.floor(ASIDE / size));
  const spots = Array.from({ length: count }, (_, id) => ({
    id,
    cx: roundToTenth(((id % perRow) + 0.5) * size),
    cy: roundToTenth(axis - ABOVE_LINE - (Math.floor(id / perRow) + 0.5) * size)
  }));
  return { r: radiusOf({ size }), spots };
}

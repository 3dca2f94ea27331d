import type { People } from './dot-columns.ts';
import { along, blank, sideOf, type Rect, type Layout, type Packing } from './dot-layout.ts';

/**
 * Puts each dot, in order of arrival, at the lowest height where it touches no earlier dot. Null if they do not fit.
 */
export function spreadDots(people: People, { width, height }: Rect, packing: Packing): Layout | null {
  const { size } = packing;
  const layout = blank(packing, people.count, 0);
  for (let dot = 0; dot < people.count; dot += 1) {
    const x = along(people.xs[dot] ?? 0, width);
    const y = lowest(layout, dot, x, size);
    if (y + size / 2 > height) return null;
    layout.ids[dot] = people.ids[dot] ?? 0;
    layout.xs[dot] = x;
    layout.ys[dot] = y;
    layout.sides[dot] = sideOf(people.xs[dot] ?? 0);
  }
  return layout;
}

function lowest({ xs, ys }: Layout, before: number, x: number, size: number): number {
  const near: [number, number][] = [];
  for (let dot = 0; dot < before; dot += 1) {
    const [thereX = 0, thereY = 0] = [xs[dot], ys[dot]];
    if (Math.abs(thereX - x) < size) near.push([thereX, thereY]);
  }
  const heights = near.map(([thereX, thereY]) => thereY + Math.sqrt(size ** 2 - (thereX - x) ** 2));
  const free = [size / 2, ...heights]
    .sort((one, other) => one - other)
    .find((y) => near.every(([thereX, thereY]) => Math.hypot(thereX - x, thereY - y) >= size - 1e-3));
  return free ?? size / 2;
}

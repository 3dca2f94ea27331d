import { ASIDE, COUNTS_HIGH, LENGTH, START, WIDTH } from './picture-geometry.ts';
import type { Layout } from './dot-layout.ts';
import type { Zone } from '../placement.ts';

/** The height of the band behind the middle fifth: a little higher than the highest stack. */
export const bandHeight = (axis: number, { ys }: Layout): number =>
  Math.min(
    axis,
    Math.max(
      160,
      ys.reduce((most, y) => Math.max(most, y), 0)
    ) + 80
  );

export type LitZone = { x: number; width: number; high: number; text: number; anchor: 'start' | 'middle' };

/** Where the called zone lights up, and where its label stands. */
export function litZone(called: Zone, axis: number, zone: number): LitZone {
  if (called === 'unsure') {
    const high = Math.min(zone, Math.max(120, axis - COUNTS_HIGH));
    return { x: -6, width: ASIDE + 12, high, text: 0, anchor: 'start' };
  }
  const text = Math.min(WIDTH - 150, START + (LENGTH * (called + 0.5)) / 5);
  return { x: START + (LENGTH * called) / 5, width: LENGTH / 5, high: zone, text, anchor: 'middle' };
}
